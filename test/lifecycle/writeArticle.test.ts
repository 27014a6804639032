// An article from a group's own words: nobody's words are in it but by their own yes, and it goes out when everyone has said yes.
import { describe, expect, test } from 'vitest';
import { articleOf } from '../../bot/group/article.ts';
import type { GroupEvent } from '../../bot/group/events.ts';
import { helpCards } from '../../bot/help/helpCards.ts';
import type { Here } from '../../bot/lifecycle/conversation.ts';
import type { AnyStepCommand, News } from '../../bot/lifecycle/decision.ts';
import { resourcePage } from '../../bot/lifecycle/openWorkspace/resourcePage.ts';
import { articleCards } from '../../bot/lifecycle/writeArticle/articleCards.ts';
import { articleConversation } from '../../bot/lifecycle/writeArticle/articleConversation.ts';
import { articlePage } from '../../bot/lifecycle/writeArticle/articlePage.ts';
import { allowPassage, keepPassage } from '../../bot/lifecycle/writeArticle/consent.ts';
import {
  approveArticle,
  articleBuilt,
  articleRefused,
  resumeArticle,
  reviseArticle,
} from '../../bot/lifecycle/writeArticle/publishArticle.ts';
import {
  addPassage,
  aimArticle,
  draftArticle,
  movePassage,
  titleArticle,
} from '../../bot/lifecycle/writeArticle/writeArticle.ts';
import {
  ann,
  ben,
  cem,
  group,
  lived,
  pressable,
  type Scene,
  start,
  stranger,
  uuid,
  viewOf,
} from './given.ts';
import { atStage, practised } from './practising.ts';

const writes = lived(
  start,
  { type: 'projectChosen', v: 1, kind: 'article', person: ann, title: uuid(91), tasks: 5 },
  { type: 'articleAimed', v: 1, readers: 'employees', person: ann },
);
const [annas, bens] = [uuid(71), uuid(72)];
const scene = atStage('practice').and(writes, practised(ann, ben));
/** Whoever says yes has the draft before them, unless said otherwise. */
const seen = (of: Scene, step: AnyStepCommand) => {
  const version = step === approveArticle && articleOf(of.live())?.version;
  return version ? { version } : {};
};
const says = (of: Scene, step: AnyStepCommand, by: string, more = {}) =>
  of.when(step, { group, ...seen(of, step), ...more }, by);
const does = (of: Scene, ...steps: [AnyStepCommand, string, object?][]) =>
  steps.reduce((so, [step, by, more]) => {
    const told = says(so, step, by, more);
    if (told.refused !== undefined) throw new Error(`${step.name}: ${told.refused}`);
    return told.after;
  }, of);
const article = (of: Scene) => {
  const found = articleOf(of.live());
  if (!found) throw new Error('There is no article.');
  return found;
};
const page = (of: Scene, more = {}) =>
  JSON.stringify(articlePage(viewOf(of, null, more), of.live(), article(of)).blocks);
const card = (of: Scene, reader: string, name = 'article', about = {}) =>
  articleCards[name]?.(viewOf(of, reader), about).card;
const verbs = (of: Scene, reader: string, name?: string) =>
  pressable(card(of, reader, name)).map((it) => it.verb);
const told = (then: readonly News[], what: string) =>
  then.flatMap((it) => (it.is === 'tell' && it.what === what ? [it.to] : []));

const drafted = does(scene, [draftArticle, ann]);
const answered = does(
  drafted,
  [allowPassage, ann, { passage: annas }],
  [keepPassage, ben, { passage: bens }],
);
const agreed = does(answered, [approveArticle, ann], [approveArticle, ben], [approveArticle, cem]);
const made = {
  group,
  cycle: 1,
  step: 'article',
  site: 'site',
  page: 'page',
  url: 'https://intranet.example/a',
};
const [mark, other] = ['a1'.repeat(32), 'b2'.repeat(32)];
const created = agreed.when(articleBuilt, made, 'peerloop');
const out = created.after.when(articleBuilt, { group, cycle: 1, step: 'reviseArticle', mark }, 'peerloop');
const published = out.after;

describe('A draft', () => {
  test('is put together from what members wrote, and asks each of them', () => {
    const { accepted } = says(scene, draftArticle, ann);
    expect(article(drafted).passages.map((it) => it.id)).toEqual([annas, bens]);
    expect(told(accepted.then, 'articleAsked')).toEqual([ben]);
    expect(accepted.written).toEqual([]);
  });

  test('holds what is new when it is asked for again, and nothing twice', () => {
    expect(says(drafted, draftArticle, ben).refused).toBe('nothingToDraft');
    const more: GroupEvent = {
      type: 'practised',
      v: 1,
      practice: uuid(79),
      person: cem,
      as: 'used',
      words: uuid(89),
    };
    const again = does(drafted.and(lived(start, more)), [draftArticle, ben]);
    expect(article(again).passages.map((it) => it.id)).toEqual([annas, bens, uuid(79)]);
  });

  test('loses what its writer takes back, and what is asked of somebody who leaves', () => {
    const back = drafted.and(lived(start, { type: 'takenBack', v: 1, entry: annas }));
    expect(article(back).passages.map((it) => it.id)).toEqual([bens]);
    const gone = drafted.and(lived(start, { type: 'memberLeft', v: 1, person: ben, why: 'left' }));
    expect(article(gone).passages.map((it) => it.id)).toEqual([annas]);
  });
});

describe('A passage', () => {
  test('stays its writer’s, in a copy for the company', () => {
    const { accepted } = says(drafted, allowPassage, ann, { passage: annas });
    expect(accepted.written).toMatchObject([
      { owner: { person: ann }, audience: 'company', copyOf: uuid(81) },
    ]);
  });

  test('of somebody’s own is theirs to allow or to keep, and nobody else’s', () => {
    expect(says(drafted, allowPassage, ben, { passage: annas }).refused).toBe('unknownEntry');
    expect(says(drafted, keepPassage, ben, { passage: annas }).refused).toBe('unknownEntry');
    expect(verbs(drafted, ben, 'article.mine')).toEqual([
      'do.allowPassage',
      'do.keepPassage',
      'show.article',
    ]);
    expect(verbs(answered, ben, 'article.mine')).toEqual(['do.allowPassage', 'show.article']);
  });

  test('that is kept shows on no card of the draft', () => {
    expect(JSON.stringify(card(drafted, cem))).toContain(`Words ${uuid(82)}`);
    expect(JSON.stringify(card(answered, cem))).not.toContain(`Words ${uuid(82)}`);
  });

  test('is written for the article, which is a yes to it', () => {
    const added = says(answered, addPassage, cem, { words: 'Thank people first' });
    expect(added.accepted.written).toMatchObject([{ owner: { person: cem }, audience: 'company' }]);
    expect(article(added.after).passages.at(-1)).toMatchObject({ person: cem, shown: {} });
  });

  test('is moved by its number', () => {
    const three = does(answered, [addPassage, cem, { words: 'Thank people first' }]);
    const last = article(three).passages.at(-1)?.id ?? '';
    const moved = does(three, [movePassage, ben, { passage: last, place: '1' }]);
    expect(article(moved).passages.map((it) => it.id)).toEqual([last, annas, bens]);
    expect(says(moved, movePassage, ben, { passage: last, place: 1 }).refused).toBe('alreadyDone');
  });
});

describe('A yes', () => {
  test('waits for one’s own answers, and for something to say yes to', () => {
    expect(says(scene, approveArticle, ann).refused).toBe('articleIsEmpty');
    const half = does(drafted, [allowPassage, ann, { passage: annas }]);
    expect(says(half, approveArticle, ben).refused).toBe('passagesWait');
    expect(told(says(half, keepPassage, ben, { passage: bens }).accepted.then, 'articleReview')).toEqual([
      ann,
      cem,
    ]);
  });

  test('of everyone makes the page, and not one sooner', () => {
    const two = does(answered, [approveArticle, ann], [approveArticle, ben]);
    expect(article(two).agreed).toBeUndefined();
    const last = says(two, approveArticle, cem);
    expect(last.types).toEqual(['articleApproved', 'articleAgreed']);
    expect(last.accepted.then).toEqual([
      { is: 'build', step: 'article', group, cycle: 1, once: `article:${group}:1:0` },
    ]);
    expect(last.accepted.written).toMatchObject([
      { owner: { group }, audience: 'company', copyOf: uuid(91) },
    ]);
  });

  test.each([
    ['a new name', titleArticle, { title: 'Better mornings' }],
    ['other readers', aimArticle, { readers: 'supervisors' }],
    ['one more passage', addPassage, { words: 'Thank people first' }],
  ])('is asked anew after %s', (_, step, more) => {
    const one = does(answered, [approveArticle, ann]);
    const changed = says(one, step, ben, more);
    expect(article(changed.after).yes).toEqual([]);
    expect(told(changed.accepted.then, 'articleChanged')).toEqual([ann]);
  });

  test('is to the draft that was shown, and to none that came after it', () => {
    const two = does(answered, [approveArticle, ben], [approveArticle, cem]);
    const [old] = pressable(card(two, ann)).filter((it) => it.verb === 'do.approveArticle');
    const longer = does(two, [addPassage, ben, { words: 'Thank people first' }]);
    const again = does(longer, [approveArticle, ben], [approveArticle, cem]);
    const stale = says(again, approveArticle, ann, old?.fields && { version: old.fields.version });
    expect(stale.decision).toEqual({ refused: 'draftHasChanged', about: { group } });
    expect(says(again, approveArticle, ann, { version: undefined }).refused).toBe('draftHasChanged');
    const about = { refused: 'draftHasChanged', group };
    expect(pressable(helpCards.refused?.(viewOf(again, ann), about).card)[0]?.verb).toBe('show.article');
    expect(says(again, approveArticle, ann).types).toEqual(['articleApproved', 'articleAgreed']);
  });

  test('that is spoken shows the draft first', () => {
    const here = { groups: [answered.live()] } as unknown as Here;
    const heard = { intent: 'approve_article', slots: {} };
    expect(articleConversation.hears?.approve_article?.(heard, here)).toEqual({ show: 'article', group });
  });

  test('is not asked anew because somebody keeps what was only asked for', () => {
    const half = does(
      drafted,
      [allowPassage, ann, { passage: annas }],
      [approveArticle, ann],
      [approveArticle, cem],
    );
    const kept = does(half, [keepPassage, ben, { passage: bens }]);
    expect(article(kept).yes).toEqual([ann, cem].toSorted());
  });

  test('of those who are left is enough when the one who was missing leaves', () => {
    const two = does(answered, [approveArticle, ann], [approveArticle, ben]);
    const alone = two.and(lived(start, { type: 'memberLeft', v: 1, person: cem, why: 'left' }));
    expect(verbs(alone, ann)[0]).toBe('do.approveArticle');
    expect(says(alone, approveArticle, ann).types).toEqual(['articleAgreed']);
    expect(says(two, approveArticle, ann).refused).toBe('alreadyDone');
  });
});

describe('The page', () => {
  test('is made as a draft, then published and told once', () => {
    expect(created.accepted.then).toMatchObject([{ is: 'build', step: 'reviseArticle', cycle: 1 }]);
    expect(told(out.accepted.then, 'articleOut')).toEqual([ann, ben, cem]);
    expect(created.after.when(articleBuilt, made, 'peerloop').types).toEqual([]);
    const same = { group, cycle: 1, step: 'reviseArticle', mark };
    expect(published.when(articleBuilt, same, 'peerloop').types).toEqual([]);
    expect(
      told(published.when(articleBuilt, { ...same, mark: other }, 'peerloop').accepted.then, 'articleOut'),
    ).toEqual([]);
  });

  test('says what was allowed, without a name, and what its readers can do', () => {
    expect(page(published)).toContain('For colleagues');
    expect(page(published)).toContain(`Words ${article(published).passages[0]?.shown?.words}`);
    expect(page(published)).not.toContain(uuid(82));
    expect(page(published)).not.toContain('Name ');
  });

  test('has a link on the group’s page as soon as it is there', () => {
    const links = (of: Scene) => JSON.stringify(resourcePage(viewOf(of, null), of.live()).blocks);
    expect(links(created.after)).not.toContain('https://intranet.example/a');
    expect(links(published)).toContain('https://intranet.example/a');
  });

  test('loses what its writer takes back, some minutes later, and the whole when nothing is left', () => {
    const back = says(published, keepPassage, ann, { passage: annas });
    expect(back.accepted.then).toContainEqual(
      expect.objectContaining({ is: 'later', command: { do: 'reviseArticle', group, cycle: 1 } }),
    );
    expect(page(back.after)).toContain('Its writers have taken this article back.');
    expect(JSON.stringify(resourcePage(viewOf(back.after, null), back.after.live()))).not.toContain(
      'intranet.example/a',
    );
    const due = back.after.when(reviseArticle, { group, cycle: 1 }, 'peerloop');
    expect(due.accepted.then).toEqual([{ is: 'build', step: 'reviseArticle', group, cycle: 1 }]);
  });

  test('shows nothing new before everyone has said yes once more', () => {
    const more = does(published, [addPassage, cem, { words: 'Thank people first' }]);
    expect(page(more)).toBe(page(published));
    const again = does(more, [approveArticle, ann], [approveArticle, ben]);
    const last = says(again, approveArticle, cem);
    expect(page(last.after)).not.toBe(page(published));
    expect(last.accepted.then).toContainEqual(
      expect.objectContaining({ is: 'later', command: { do: 'reviseArticle', group, cycle: 1 } }),
    );
  });

  test('is without the words of somebody who is forgotten, also after they had left', () => {
    const removed = viewOf(published, null).say('words.removed');
    expect(page(published, { wrote: removed })).toContain('taken this article back');
    const gone = published.and(lived(start, { type: 'memberLeft', v: 1, person: ann, why: 'erased' }));
    expect(page(gone)).toContain('taken this article back');
  });

  test('is left to people who have changed it; each time all whose words may stand there are told', () => {
    const left = { group, cycle: 1, step: 'reviseArticle', left: 'pageEdited' };
    const first = published.when(articleBuilt, left, 'peerloop');
    expect(told(first.accepted.then, 'articleLeft')).toEqual([ann, ben, cem]);
    expect(told(first.after.when(articleBuilt, left, 'peerloop').accepted.then, 'articleLeft')).toHaveLength(
      3,
    );
    expect(verbs(first.after, ann)[0]).toBe('do.resumeArticle');
  });

  test('is tried again when a member asks, and made anew where it is gone', () => {
    const refused = agreed.when(
      articleRefused,
      { group, cycle: 1, step: 'article', code: 'accessDenied' },
      'peerloop',
    );
    expect(told(refused.accepted.then, 'articleStuck')).toEqual([ann, ben, cem]);
    const again = says(refused.after, resumeArticle, ann);
    expect(again.accepted.then).toMatchObject([
      { step: 'article', again: true, once: `article:${group}:1:1` },
    ]);
    const gone = { group, cycle: 1, step: 'reviseArticle', code: 'pageGone' };
    const lost = published.when(articleRefused, gone, 'peerloop');
    expect(says(lost.after, resumeArticle, ann).accepted.then).toMatchObject([{ step: 'article' }]);
    expect(says(published, resumeArticle, ann).refused).toBe('alreadyDone');
  });
});

describe('What somebody wrote', () => {
  test('is theirs to take out also when the group is over', () => {
    const over = published.and(lived(start, { type: 'groupEnded', v: 1, why: 'closed' }));
    const back = over.when(keepPassage, { group, passage: annas }, ann);
    expect(back.types).toEqual(['passageKept']);
    expect(back.accepted.then).toContainEqual(
      expect.objectContaining({ is: 'later', command: { do: 'reviseArticle', group, cycle: 1 } }),
    );
  });

  test('is not asked for again once it is kept, and kept also where it was', () => {
    const second = lived(
      start,
      { type: 'cycleBegan', v: 1, cycle: 2, mode: 'deeper' },
      { type: 'projectChosen', v: 1, kind: 'article', person: ann, title: uuid(92), tasks: 5 },
    );
    const next = does(published.and(second), [draftArticle, ann]);
    expect(article(next).passages.map((it) => it.id)).toEqual([annas]);
    // As drafts of an earlier release have it.
    const passages = [{ passage: bens, person: ben, words: uuid(82) }];
    const old = next.and(lived(start, { type: 'articleDrafted', v: 1, passages }));
    expect(says(old, keepPassage, ben, { passage: bens }).types).toEqual(['passageKept']);
    const back = says(next, keepPassage, ann, { passage: annas }).after;
    expect(back.live().articles.map((it) => it.passages.filter(({ kept }) => !kept))).toEqual([[], []]);
  });

  test('can be taken out in a later cycle, whose article is another one', () => {
    const next = published.and(
      lived(
        start,
        { type: 'cycleBegan', v: 1, cycle: 2, mode: 'deeper' },
        { type: 'projectChosen', v: 1, kind: 'article', person: ann, title: uuid(92), tasks: 5 },
      ),
    );
    expect(article(next).passages).toEqual([]);
    expect(says(next, keepPassage, ann, { passage: annas }).types).toEqual(['passageKept']);
    expect(says(next, titleArticle, ann, { title: 'Another' }).refused).toBeUndefined();
  });
});

test.each([
  ['without an article', draftArticle, atStage('practice'), {}, ann, 'noArticle'],
  ['by a stranger', draftArticle, scene, {}, stranger, 'unknownGroup'],
  ['with another name once it is out', titleArticle, published, { title: 'Other' }, ann, 'articleHasTitle'],
  ['for the same readers', aimArticle, scene, { readers: 'employees' }, ann, 'alreadyDone'],
  [
    'in a confidential group',
    draftArticle,
    atStage('practice', { confidential: true }).and(writes, practised(ann)),
    {},
    ann,
    'articleStaysApart',
  ],
])('%s it is refused', (_, step, from, more, by, refused) => {
  expect(says(from, step, by, more).refused).toBe(refused);
});
