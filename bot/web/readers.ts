// PURE: who may read each field of each answer; a field of the contract without a row does not compile.
import type { z } from 'zod';
import type { RouteName, routes } from './contract.ts';

/**
 * reader: whoever asks, about themselves · company: everyone signed in · team: whoever is in the team of the group's channel and can read
 * it anyway · group: its present members · facilitators: stages, counts and requests for help, never words.
 */
export type Audience = 'reader' | 'company' | 'team' | 'group' | 'facilitators';

/** All leaves of an answer: `groups[].place.page`. */
type Fields<T, At extends string = ''> =
  NonNullable<T> extends string | number | boolean
    ? At
    : NonNullable<T> extends readonly (infer Row)[]
      ? Fields<Row, `${At}[]`>
      : string extends keyof NonNullable<T>
        ? At
        : {
            [K in keyof NonNullable<T> & string]: Fields<NonNullable<T>[K], At extends '' ? K : `${At}.${K}`>;
          }[keyof NonNullable<T> & string];

type Answer<R extends RouteName> = z.infer<(typeof routes)[R]['answers']>;

/** The same audience for some fields below one place. */
const under = <const At extends string, const Name extends string, A extends Audience>(
  at: At,
  audience: A,
  names: readonly Name[],
) => Object.fromEntries(names.map((it) => [`${at}${it}`, audience])) as Record<`${At}${Name}`, A>;

const groupLine = [
  'id',
  'topic',
  'kind',
  'phase',
  'stage',
  'cycle',
  'members',
  'confidential',
  'place.channel',
  'place.page',
  'place.plan',
  'waitsForMe',
  'process',
  'attendance.there',
  'attendance.excuse',
  'attendance.catchUp',
  'brought.id',
  'brought.text',
] as const;
const topic = ['id', 'name', 'waiting', 'mine', 'grouped'] as const;
const said = ['id', 'by', 'text', 'mine'] as const;
const spoken = [...said, 'thanks', 'thanked'] as const;

export const readers: { [R in RouteName]: Record<Fields<Answer<R>>, Audience> } = {
  home: {
    ...under('me.', 'reader', ['name', 'zone', 'facilitator']),
    contact: 'company',
    ...under('next.', 'reader', groupLine),
    ...under('groups[].', 'reader', groupLine),
    ...under('objectives[].', 'reader', ['id', 'group', 'text', 'progress', 'rating']),
    ...under('commitments[].', 'reader', ['group', 'cue', 'behaviour', 'verdict']),
    'programmes[]': 'reader',
    ...under('communities.', 'reader', ['on', 'founds']),
    ...under('communities.lines[].', 'reader', ['id', 'area', 'kind', 'members', 'mine', 'open', 'fresh']),
    ...under('topics[].', 'company', topic),
    moreTopics: 'company',
  },
  topics: { ...under('topics[].', 'company', topic), next: 'company' },
  starters: under('starters[].', 'company', [
    ...topic,
    'why',
    'questions[]',
    'exercise',
    'progress',
    'hidden',
    'reworded',
  ]),
  board: {
    ...under('me.', 'reader', ['zone']),
    ...under('', 'team', [
      'id',
      'confidential',
      'topic',
      'kind',
      'process',
      'stage',
      'ended',
      'cycle',
      'members',
      'shared[]',
      'page',
    ]),
    ...under('meeting.', 'team', ['kind', 'start']),
    ...under('course.', 'team', ['title', 'url']),
    ...under('resources[].', 'team', ['title', 'url']),
    ...under('project.', 'team', ['kind', 'title', 'delivered']),
    ...under('project.tasks[].', 'team', ['n', 'title', 'done']),
    ...under('community.', 'team', ['open', 'all', 'fresh', 'moved', 'rests']),
    ...under('community.groups[].', 'team', ['topic', 'page']),
    ...under('community.topics[].', 'team', ['topic', 'waiting', 'page']),
    member: 'reader',
  },
  inside: {
    id: 'group',
    ...under('members[].', 'group', ['name', 'me', 'done', 'excused']),
    ...under('objectives[].', 'group', said),
    ...under('opportunities[].', 'group', said),
    ...under('points[].', 'group', [...said, 'cleared', 'mattersTo', 'mattersToMe']),
    ...under('challenges[].', 'group', [...said, 'to', 'answer']),
    ...under('commitments[].', 'group', ['id', 'by', 'mine', 'cue', 'behaviour', 'verdict', 'evidence']),
    ...under('practices[].', 'group', said),
    next: 'group',
  },
  doing: {
    id: 'group',
    ...under('tasks[].', 'group', ['n', 'title', 'done', 'mine', 'takers[]']),
    ...under('knowledge[].', 'group', said),
    ...under('article.', 'group', [
      'title',
      'readers',
      'missing[]',
      'agreed',
      'renames',
      'version',
      'approves',
      'stuck',
      'page',
    ]),
    ...under('article.passages[].', 'group', ['id', 'by', 'text', 'mine', 'state', 'place']),
    ...under('job.', 'group', ['result', 'open']),
    ...under('job.applied.', 'group', ['what', 'whom', 'who', 'when']),
    ...under('', 'group', ['advises', 'join', 'topicPage']),
  },
  workspace: {
    ...under('', 'facilitators', ['id', 'topic', 'confidential', 'renamed']),
    ...under('steps[].', 'facilitators', ['step', 'n', 'key', 'state', 'said', 'code', 'how']),
  },
  talk: {
    ...under('', 'group', ['id', 'area', 'kind', 'members', 'page', 'next']),
    ...under('me.', 'reader', ['zone']),
    ...under('threads[].', 'group', [...spoken, 'kind', 'solved', 'moved', 'fresh', 'earlier']),
    ...under('threads[].answers[].', 'group', spoken),
  },
  command: { undo: 'reader' },
  facilitation: {
    ...under('groups[].', 'facilitators', [
      'id',
      'topic',
      'kind',
      'phase',
      'stage',
      'cycle',
      'since',
      'members',
      'waiting',
      'help',
      'asks',
      'stuck[]',
    ]),
    next: 'facilitators',
    ...under('census[].', 'facilitators', ['phase', 'stage', 'groups']),
    ...under('work.', 'facilitators', ['due', 'failed', 'unknown']),
    ...under('waits[].', 'facilitators', ['service', 'effects', 'since']),
    ...under('teams[].', 'facilitators', ['n', 'groups', 'most', 'state', 'code', 'why']),
  },
  effects: {
    ...under('effects[].', 'facilitators', [
      'id',
      'is',
      'what',
      'group',
      'state',
      'due',
      'attempts',
      'code',
      'why',
      'again',
      'closes',
      'resends',
    ]),
    next: 'facilitators',
  },
};
