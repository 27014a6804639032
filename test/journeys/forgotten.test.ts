// Six people write a word of their own in every kind of text; one of them is forgotten, and nothing of hers is anywhere.
import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { filesIn, rowsIn, substance, wordsIn } from '../store/kept.ts';
import { type Company, type Json, openCompany, textOf } from './company.ts';
import { answerOf, form, heardBy, press, rest, say, six, together } from './people.ts';
import { keptState, wireTo } from './wire.ts';

const [lena, aoife, benoit, nuria, margaux, emre] = six;
const names: readonly string[] = six;
const others = [aoife, benoit, nuria, margaux, emre];
/** In the programme's team from the first day, and in no group. */
const outsider = 'Arjun Menon';

/** A word that nobody else uses: whoever finds it has found this sentence. */
const mine = (kind: string, person: string) => `Quagga${kind}${names.indexOf(person)}x`;

const everyones = [
  'objective',
  'known',
  'opportunity',
  'point',
  'challenge',
  'answer',
  'action',
  'cue',
  'behaviour',
  'practice',
  'checkin',
  'assessment',
];
const some: [kind: string, ...people: string[]][] = [
  ['shared', lena, benoit, nuria],
  ['reason', lena, margaux],
  ['question', lena, emre],
  ['draft', lena, emre],
];
const canaries = [
  ...everyones.flatMap((kind) => six.map((it) => mine(kind, it))),
  ...some.flatMap(([kind, ...people]) => people.map((it) => mine(kind, it))),
];
const lenas = canaries.filter((it) => /\D0x$/.test(it));
const theirs = canaries.filter((it) => !lenas.includes(it));
/** What the group made its own: an objective that all accepted, and what they learned with. */
const adopted = mine('adopted', lena);
/** Said and answered, but never kept. */
const passing = [mine('feedback', lena), mine('query', lena), mine('nonsense', lena)];

let company: Company;
beforeAll(async () => {
  company = await openCompany();
});
afterAll(() => company.close());

const next = (person: string) => [...six.slice(1), lena][names.indexOf(person)] ?? '';

/** What Teams delivered of hers so far: the tenant itself remembers only the latest. */
const delivered = new Map<unknown, Json>();
function gather(): void {
  const { id } = wireTo(company).person(lena);
  for (const it of keptState(company).inbound ?? [])
    if ((it.from as Json).aadObjectId === id) delivered.set(it.id, it);
}

async function shareOn(person: string, words: string) {
  await press(company, person, 'The kick-off');
  await press(company, person, 'Propose a shared objective');
  await press(company, person, 'Propose it', { shared: words });
}

async function liveKickOff() {
  await shareOn(lena, `${adopted} together`);
  await together(others, (it) => press(company, it, 'I accept it'));
  await together([benoit, nuria], (it) => shareOn(it, mine('shared', it)));
  await press(company, lena, 'I do not', { words: mine('reason', lena) });
  await shareOn(lena, mine('shared', lena));
  await press(company, margaux, 'I do not', { words: mine('reason', margaux) });
  await together(six, async (it) => {
    await press(company, it, 'The kick-off');
    await press(company, it, 'Name a problem at work');
    await press(company, it, 'Add it', { opportunity: mine('opportunity', it) });
  });
  await press(company, lena, 'The kick-off');
  await press(company, lena, 'Choose the course');
  await press(company, lena, 'Choose this course', { title: `${adopted} course` });
  for (let proposal = 1; proposal <= 3; proposal++) {
    await press(company, emre, 'The kick-off');
    await press(company, emre, 'Answer a shared objective');
    await press(company, emre, 'I do not');
  }
  await press(company, emre, 'The kick-off');
  await press(company, emre, 'We have met');
}

async function liveCourseAndDiscussion() {
  await together(six, async (it) => {
    await press(company, it, 'Note it', { point: mine('point', it) });
    await press(company, it, 'The course');
    await press(company, it, 'I have finished it');
  });
  await say(company, lena, `I have a question: what about ${mine('question', lena)}?`);
  await say(company, emre, `I have a question: what about ${mine('question', emre)}?`);
  await together(six, async (it) => {
    await press(company, it, 'The discussion');
    await press(company, it, 'Challenge a colleague');
    await press(company, it, 'Ask', { to: next(it), words: mine('challenge', it) });
  });
  await together(six, async (it) => {
    await say(company, it, 'agenda');
    await press(company, it, 'Answer a challenge');
    await press(company, it, 'Answer', { words: mine('answer', it) });
  });
  await press(company, emre, 'The discussion');
  for (let point = 1; point <= 8; point++) await press(company, emre, 'This is clear now');
  await press(company, emre, 'We have met');
}

async function livePractice() {
  await together(six, async (it) => {
    await press(company, it, 'My action plan');
    await press(company, it, 'Add to my plan', { action: mine('action', it) });
    await press(company, it, 'Plans and promises');
    await press(company, it, 'Promise it', { cue: mine('cue', it), behaviour: mine('behaviour', it) });
  });
  await together(six, async (it) => {
    await say(company, it, 'check in');
    await press(company, it, 'Check in', {
      progress: '50',
      words: mine('checkin', it),
      help: String(it === lena),
    });
    await press(company, it, 'Record practice');
    await press(company, it, 'Record this', { as: 'used', words: mine('practice', it) });
  });
  await say(company, emre, 'record practice');
  await press(company, emre, 'Begin the reflection');
  await together(six, async (it) => {
    await press(company, it, 'Assess my objectives');
    await press(company, it, 'Save', { rating: '4', words: mine('assessment', it) });
  });
}

describe('before', () => {
  it('names objectives, those of each and one that all accept', async () => {
    await form(company, six);
    await together(six, (it) => press(company, it, 'Add objective', { objective: mine('objective', it) }));
    gather();
    await together(six, (it) => say(company, it, `What I bring: ${mine('known', it)}`));
    await liveKickOff();
  });

  it('takes the course and discusses', async () => {
    gather();
    await liveCourseAndDiscussion();
  });

  it('promises, practises and looks back', async () => {
    gather();
    await livePractice();
  });

  it('says what is answered and never kept', async () => {
    await together([lena, emre], (it) =>
      say(company, it, `propose the topic Giving useful feedback ${mine('draft', it)}`),
    );
    await say(company, lena, `feedback: ${mine('feedback', lena)} is nice`);
    await say(company, lena, `topics about ${mine('query', lena)}`);
    await say(company, lena, `zzkrx ${mine('nonsense', lena)} vvbnq`);
  });

  it('has kept every one of these words, as words that somebody owns and nowhere else', () => {
    expect(wordsIn(company.folder, canaries)).toEqual(canaries);
    for (const [table, rows] of Object.entries(rowsIn(company.folder))) {
      if (table !== 'words')
        expect(
          rows.filter((it) => it.includes('Quagga')),
          table,
        ).toEqual([]);
    }
  });

  it('has not kept what was only said', () => {
    expect(wordsIn(company.folder, passing)).toEqual([]);
  });

  it('has shown none of it to a colleague of the same team who is not in the group', async () => {
    await say(company, outsider, 'my groups');
    await say(company, outsider, 'our commitments');
    const seen = JSON.stringify(await company.sees(outsider));
    const places = await Promise.all(
      ['pages', 'plans', 'channels', 'mail', 'calendar'].map((it) => company.door(it)),
    );
    const read = `${seen} ${JSON.stringify(places)}`;
    expect(canaries.filter((it) => read.includes(it))).toEqual([]);
    expect(seen).toContain('has started');
  });

  it('answers a copied button of a stranger without a word or a name of the group', async () => {
    const wire = wireTo(company);
    const group = groupOf();
    for (const card of [
      'group',
      'discussion',
      'commitment',
      'progress',
      'practice',
      'objectives',
      'knowledge',
      'kickOff.introductions',
      'renewal',
      'leave',
    ]) {
      const { status, body } = await wire.press(outsider, `show.${card}`, { group });
      expect(status, card).toBe(200);
      const text = textOf(body);
      expect(
        [...canaries, ...six].filter((it) => text.includes(it)),
        card,
      ).toEqual([]);
    }
  });
});

const groupOf = () => {
  const [row = '{}'] = rowsIn(company.folder).groups ?? [];
  return String((JSON.parse(row) as Json).group);
};

describe('deleting her data', () => {
  it('says what it means, asks once, and answers with a last message', async () => {
    expect(await say(company, lena, 'delete my data')).toContain('This can’t be undone.');
    expect(wordsIn(company.folder, lenas)).toEqual(lenas);
    const said = await press(company, lena, 'Delete it all');
    expect(answerOf(said)).toContain('This was the last message.');
  });

  it('leaves nothing of hers in any file: no word, no name, no address, no id of the directory', () => {
    expect(wordsIn(company.folder, [...lenas, ...traces()])).toEqual([]);
    expect([...filesIn(company.folder).keys()].length).toBeGreaterThan(1);
  });

  it('keeps what the others wrote, and what the group has adopted', async () => {
    expect(wordsIn(company.folder, [...theirs, adopted])).toEqual([...theirs, adopted]);
    const shown = await wireTo(company).press(emre, 'show.kickOff', { group: groupOf() });
    expect(textOf(shown.body)).toContain(`${adopted} together`);
  });

  it('tells the others that somebody left, and not who', async () => {
    for (const person of others) {
      const last = (await heardBy(company, person)).filter((it) => it.includes('Somebody left your group'));
      expect(last, person).toHaveLength(1);
      expect(last.join(), person).not.toContain(lena);
    }
  });

  it('shows the others “removed” where she wrote, and never her name', async () => {
    const cards = await Promise.all(
      others.flatMap((person) =>
        ['group', 'my objectives', 'progress', 'discussion'].map((it) => say(company, person, it)),
      ),
    );
    const wire = wireTo(company);
    const group = groupOf();
    const drawn = [
      'discussion',
      'commitment',
      'practice',
      'progress',
      'objectives',
      'kickOff',
      'kickOff.shared',
      'renewal',
    ];
    const answers = await Promise.all(drawn.map((card) => wire.press(emre, `show.${card}`, { group })));
    const shown = [...cards, ...answers.map((it) => textOf(it.body))].join('\n');
    expect([...lenas, lena].filter((it) => shown.includes(it))).toEqual([]);
    expect(shown).toContain('(removed)');
    expect(shown).toContain('A former member');
    // A card has room for four of the six, whoever was first; one of them was hers.
    const kept = others.map((it) => mine('challenge', it)).filter((it) => shown.includes(it));
    expect(kept.length).toBeGreaterThanOrEqual(3);
  });
});

const oldButtons: [string, Json?][] = [
  ['Save my choice', { mode: 'deeper', stays: 'true' }],
  ['Our group'],
  ['Topics'],
  ['Plans and promises'],
];

/** All that the directory and Teams call her. */
const traces = () => {
  const { displayName, mail, id, teamsId } = wireTo(company).person(lena);
  return [displayName, mail, id, teamsId];
};

describe('afterwards', () => {
  it('takes nothing up again when Teams delivers once more what she did', async () => {
    const wire = wireTo(company);
    await expect
      .poll(() => {
        gather();
        return JSON.stringify([...delivered.values()]);
      })
      .toContain('do.eraseMe');
    expect(delivered.size).toBeGreaterThan(40);
    const before = substance(company.folder);
    for (const activity of delivered.values()) {
      const again = [activity];
      // Of what people do; that the app came to them may be news.
      if (activity.type !== 'installationUpdate') again.push({ ...activity, id: randomUUID() });
      for (const it of again) expect((await wire.send(JSON.stringify(it))).status).toBe(200);
    }
    await rest(company);
    expect(substance(company.folder)).toEqual(before);
    expect(wordsIn(company.folder, [...lenas, ...traces()])).toEqual([]);
  });

  it('stays so over a restart', async () => {
    await company.restartApp();
    await rest(company);
    expect(wordsIn(company.folder, [...lenas, ...traces()])).toEqual([]);
    expect(wordsIn(company.folder, theirs)).toEqual(theirs);
  });

  it('refuses the buttons of her old cards', async () => {
    const before = substance(company.folder).events;
    for (const [button, data] of oldButtons) {
      const said = await press(company, lena, button, data);
      const text = answerOf(said);
      expect(
        [...canaries, ...others].filter((it) => text.includes(it)),
        button,
      ).toEqual([]);
    }
    expect(substance(company.folder).events).toEqual(before);
    expect(wordsIn(company.folder, lenas)).toEqual([]);
    expect(await say(company, emre, 'group')).not.toContain(lena);
  });

  it('welcomes her once more, as a newcomer who is in no group and waits for nothing', async () => {
    expect(await say(company, lena, 'hello')).toContain('I bring together people who want to learn');
    const welcomes = (await company.sees(lena)).map((it) => it.activity.summary);
    expect(welcomes.filter((it) => it === 'Welcome to Peerloop')).toHaveLength(2);
    expect(await say(company, lena, 'my groups')).toContain('You are not in a group yet');
    expect(wordsIn(company.folder, lenas)).toEqual([]);
  });

  it('has logged none of these words, nor anybody’s name or address', () => {
    const log = company.log();
    expect(log.length).toBeGreaterThan(1000);
    expect([...canaries, ...passing, adopted, ...six].filter((it) => log.includes(it))).toEqual([]);
    expect(log).not.toContain('@alderbrook.example');
  });

  it('has nothing failed or unknown', async () => {
    expect(await company.work()).toMatchObject({ due: 0, running: 0, failed: 0, unknown: 0 });
  });
});
