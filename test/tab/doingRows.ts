// What the app would answer of what members do in their group's tab: in the midst of an article, and before anything.
import type { Doing, Workspace } from '../../bot/web/contract.ts';
import { id } from './rows.ts';

export const fullDoing: Doing = {
  id: id(1),
  tasks: [
    { n: 1, title: 'Choose readers and message', done: true, mine: false, takers: ['Ben Okafor'] },
    { n: 2, title: 'Collect stories from work', done: false, mine: true, takers: ['Ana Silva'] },
    { n: 3, title: 'Write the first draft', done: false, mine: false, takers: [] },
  ],
  knowledge: [
    { id: id(66), by: 'Ben Okafor', text: 'I have a checklist for hard talks.', mine: false },
    { id: id(67), by: 'Ana Silva', text: 'I know how to run retrospectives.', mine: true },
  ],
  article: {
    title: 'Feedback that lands',
    readers: 'supervisors',
    passages: [
      {
        id: id(61),
        by: 'Ben Okafor',
        text: 'I asked before I answered, and it took two minutes.',
        mine: false,
        state: 'shown',
        place: 1,
      },
      {
        id: id(62),
        by: 'Ana Silva',
        text: 'The first time I waited a day too long.',
        mine: true,
        state: 'asked',
        place: 2,
      },
      {
        id: id(63),
        by: 'Ana Silva',
        text: 'My own team was the hardest.',
        mine: true,
        state: 'kept',
        place: 4,
      },
    ],
    missing: ['Ana Silva', 'Ben Okafor'],
    agreed: false,
    renames: true,
    version: 3,
    approves: true,
    stuck: false,
    page: 'https://contoso.sharepoint.example/sites/intranet/SitePages/pl-giving-feedback-article1.aspx',
  },
  job: null,
  advises: false,
  join: 'https://teams.microsoft.example/l/meetup-join/1',
  topicPage: 'https://contoso.sharepoint.example/sites/intranet/SitePages/pt-giving-feedback.aspx',
};
/** Of a project on the job that somebody has begun to tell of. */
export const jobDoing: Doing = {
  ...fullDoing,
  article: null,
  job: {
    applied: {
      what: 'We ask two questions before we answer',
      whom: 'colleague',
      who: 'Priya in Sales',
      when: 'From Monday, in each review',
    },
    result: null,
    open: true,
  },
};
/** All who are left have said yes to their article; the one who had not is gone. */
export const leftDoing: Doing = {
  ...fullDoing,
  article: fullDoing.article && {
    ...fullDoing.article,
    passages: fullDoing.article.passages.slice(0, 1),
    missing: [],
  },
};
export const emptyDoing: Doing = {
  id: id(1),
  tasks: [],
  knowledge: [],
  article: null,
  job: null,
  advises: null,
  join: null,
  topicPage: null,
};

/** Of a group whose page somebody has removed, and whose plan Planner refused. */
export const fullWorkspace: Workspace = {
  id: id(1),
  topic: 'Giving feedback',
  confidential: false,
  renamed: false,
  steps: [
    {
      step: 'channel',
      n: null,
      key: 'peerloop:1',
      state: 'done',
      said: 'The channel',
      code: null,
      how: null,
    },
    {
      step: 'page',
      n: null,
      key: 'pl-1.aspx',
      state: 'lost',
      said: 'The page on the intranet: somebody has removed it',
      code: null,
      how: 'gone',
    },
    {
      step: 'plan',
      n: null,
      key: '1 1',
      state: 'refused',
      said: 'The plan in Planner: Microsoft refused it (MaximumPlannerPlans)',
      code: 'MaximumPlannerPlans',
      how: null,
    },
  ],
};
