// What the channel reads of its group, and what a member sees in the same card: everyone's part first, the group's own below.
import { groupIsOver, kindOf, names, ownCommitment } from '../../cards/group.ts';
import { card, facts, heading, list, type Part, para } from '../../cards/parts.ts';
import type { LiveView, Render, Renders, View } from '../../cards/view.ts';
import { type Stage, stages } from '../../group/events.ts';
import type { Ended, Live } from '../../group/group.ts';
import { afterEndOf } from '../../group/policy.ts';
import type { Key } from '../../speech/say.ts';
import type { About } from '../decision.ts';
import { missing, uncounted } from '../stages.ts';

type What = 'post.welcome' | 'post.stage';

const isMember = (view: View): view is LiveView =>
  view.group?.phase === 'live' && view.reader !== null && view.group.members.includes(view.reader);

/** For the eyes of members alone: what comes next, for whom the group waits, and their own words. */
function ours(view: LiveView): Part[] {
  const { say, group, reader, text } = view;
  const { stage, objectives } = group.cycle;
  const own = objectives.filter((it) => it.person === reader && !it.removed);
  const waiting = missing(group);
  return [
    heading(say('post.ours')),
    para(say(`help.stage.${stage}` as Key)),
    ...(waiting.length > 0 ? [para(say('stage.waitingFor', { names: names(view, waiting) }))] : []),
    ...(own.length > 0 ? [heading(say('post.objectives')), list(own.map((it) => text(it.words)))] : []),
    ...ownCommitment(view),
    para(say('post.oursOnly'), { subtle: true }),
  ];
}

/** The stage that a post is about, and whether the group is still there; a button asks for the present one. */
function told({ cycle }: Live | Ended, about: About): { stage: Stage; cycle: number; isNow: boolean } {
  const stage = stages.find((it) => it === about.stage) ?? cycle.stage;
  const n = typeof about.cycle === 'number' ? about.cycle : cycle.n;
  return { stage, cycle: n, isNow: stage === cycle.stage && n === cycle.n };
}

/** How many of those who are there now the stage before did not wait for. */
function excusedBefore(group: Live | Ended, stage: Stage, n: number): number {
  const before = stages[stages.indexOf(stage) - 1];
  const cycle = [...group.past, group.cycle].find((it) => it.n === n);
  return before && cycle ? uncounted(group, before, cycle).length : 0;
}

/** What has become of the group since, for whoever looks at an old post again. */
function since(view: View, group: Live | Ended, isNow: boolean): Part[] {
  if (group.phase === 'ended') return [para(view.say('post.ended.body'))];
  const stage = view.say(`stage.${group.cycle.stage}`);
  return isNow ? [] : [para(view.say('post.movedOn', { stage }))];
}

/** Members' cards are drawn anew as they come into sight; who is not known to Teams by us presses the button. */
function forMembers(view: View, { id, members }: Live, what: What, about: { stage: Stage; cycle: number }) {
  const verb = `show.${what}` as const;
  return {
    refresh: {
      verb,
      fields: { group: id, ...about },
      readers: members.flatMap((it) => view.teamsId(it) ?? []),
    },
    next: { title: view.say('post.next'), verb, fields: { group: id } },
  };
}

/** A post is read by the whole programme team: topic, stage, counts and two ways on, nothing more. */
const post =
  (what: What, title: Key, body: (view: View, told: { stage: Stage; excused: number }) => string): Render =>
  (view, about) => {
    const { group, say } = view;
    if (group?.phase !== 'live' && group?.phase !== 'ended') return groupIsOver(view, {});
    const { stage, cycle, isNow } = told(group, about);
    const more = group.phase === 'live' ? forMembers(view, group, what, { stage, cycle }) : undefined;
    return card(view, {
      about: kindOf(view, group.policy),
      title: say(title, { topic: view.topicName(group.topic) }),
      body: [
        para(body(view, { stage, excused: excusedBefore(group, stage, cycle) })),
        facts([
          [say('post.cycle'), String(cycle)],
          [say('post.stage'), say(`stage.${stage}`)],
          [say('post.members'), String(group.members.length)],
        ]),
        // A post that goes out late still tells of its own stage; only who looks at it again is told what came after.
        ...(about.cycle === undefined && group.phase === 'live' ? [] : since(view, group, isNow)),
        ...(isNow && isMember(view) ? ours(view) : []),
      ],
      buttons: [...(more ? [more.next] : []), ...page(view, group)],
      ...(more ? { refresh: more.refresh } : {}),
    });
  };

const page = ({ say }: View, { place }: Live | Ended) =>
  place.published && place.url ? [{ title: say('page.show'), url: place.url }] : [];

/** Nothing comes next for anybody. */
const ended: Render = (view) => {
  const { group, say } = view;
  if (group?.phase !== 'ended') return groupIsOver(view, {});
  return card(view, {
    about: kindOf(view, group.policy),
    title: say('post.ended.title', { topic: view.topicName(group.topic) }),
    body: [
      para(say('post.ended.body')),
      ...(group.place.archive ? [] : [para(say('post.ended.archive', afterEndOf(group.policy)))]),
      facts([
        [say('post.cycle'), String(group.cycle.n)],
        [say('post.members'), String(group.members.length)],
      ]),
    ],
    buttons: page(view, group),
  });
};

export const postCards: Renders = {
  'post.welcome': post('post.welcome', 'post.welcome.title', (view) => view.say('post.welcome.body')),
  'post.stage': post('post.stage', 'post.stage.title', (view, { stage, excused }) =>
    view.say(`post.stage.${stage}`, { excused }),
  ),
  'post.ended': ended,
};
