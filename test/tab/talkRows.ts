// What the app would answer to the tab of a community of practice: how much there is, and what its members say.
import type { Board, Talk } from '../../bot/web/contract.ts';
import { emptyBoard, id } from './rows.ts';

/** A community's landing view. */
export const fullHall: Board = {
  ...emptyBoard,
  id: id(61),
  topic: 'Data Platform',
  kind: 'community',
  stage: null,
  cycle: 0,
  members: 31,
  page: 'https://contoso.sharepoint.example/sites/intranet/SitePages/pl-data-platform.aspx',
  community: {
    open: 4,
    all: 57,
    fresh: 2,
    moved: '2026-11-20T15:00:00.000Z',
    rests: false,
    groups: [
      {
        topic: 'Queries that answer business questions',
        page: 'https://contoso.sharepoint.example/sites/intranet/SitePages/pl-queries.aspx',
      },
      { topic: 'First steps with Python', page: null },
    ],
    topics: [{ topic: 'Data contracts', waiting: 3, page: null }],
  },
};

export const emptyHall: Board = {
  ...fullHall,
  page: null,
  community: { open: 0, all: 0, fresh: 0, moved: null, rests: false, groups: [], topics: [] },
};

type Thread = Talk['threads'][number];

const thread = (n: number, more: Partial<Thread> & Pick<Thread, 'by' | 'text'>): Thread => ({
  id: id(n),
  mine: false,
  thanks: 0,
  thanked: false,
  kind: 'question',
  solved: false,
  moved: '2026-11-20T15:00:00.000Z',
  fresh: false,
  answers: [],
  earlier: 0,
  ...more,
});

export const nightly = thread(71, {
  by: 'Ben Okafor',
  text: 'How do you keep nightly builds from blocking reviews?\nOurs take four hours.',
  fresh: true,
  earlier: 3,
  answers: [
    {
      id: id(81),
      by: 'Chloé Martin',
      text: 'We moved them to a queue of their own.',
      mine: false,
      thanks: 2,
      thanked: false,
    },
    {
      id: id(82),
      by: 'Ana Silva',
      text: 'And we cancel the ones that nobody waits for.',
      mine: true,
      thanks: 0,
      thanked: false,
    },
  ],
});

export const fullTalk: Talk = {
  id: id(61),
  area: 'Data Platform',
  kind: 'community',
  members: 31,
  me: { zone: 'Europe/Madrid' },
  page: 'https://contoso.sharepoint.example/sites/intranet/SitePages/pl-data-platform.aspx',
  threads: [
    nightly,
    thread(72, { by: 'Chloé Martin', text: 'Name the reviewer in the first line.', kind: 'tip', thanks: 5 }),
    thread(73, { by: 'Ana Silva', text: 'Who owns the old reports?', mine: true }),
    thread(74, { by: 'Ben Okafor', text: 'Which view has the exchange rates?', solved: true, thanked: true }),
  ],
  next: 'more',
};

export const laterTalk: Talk = {
  ...fullTalk,
  threads: [thread(75, { by: 'Dana Ito', text: 'Last spring: how do we name tables?' })],
  next: null,
};

export const emptyTalk: Talk = { ...fullTalk, page: null, threads: [], next: null };
