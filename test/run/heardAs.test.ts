// The same words mean another thing to somebody else: who is in no group wishes, who is asked something answers.
import { expect, test } from 'vitest';
import { ann, ben, cem, formed, group, lived, on, start, uuid } from '../lifecycle/given.ts';
import { openTalk, type Talk } from './talk.ts';

/** Somebody in a group at its kick-off, in which others wait for an answer to a shared objective. */
async function asked(): Promise<Talk> {
  const talk = await openTalk();
  await talk.knows(ann, ben, cem);
  await talk.happened(
    `group/${group}`,
    [
      formed([ann, ben, cem]),
      lived(
        start,
        { type: 'stageBegan', v: 1, stage: 'kickOff' },
        { type: 'sharedProposed', v: 1, shared: uuid(51), person: ben, words: uuid(52) },
      ),
    ]
      .flat()
      .map(({ event }) => event),
  );
  const topic = uuid(2);
  const seats = on(
    `person/${ann}`,
    start,
    ann,
    { type: 'interestRegistered', v: 1, person: ann, topic },
    { type: 'seatHeld', v: 1, person: ann, group, topic },
    { type: 'seatTaken', v: 1, person: ann, group, topic },
  );
  await talk.happened(
    `person/${ann}`,
    seats.map(({ event }) => event),
  );
  return talk;
}

test.each(['I want to learn how to use Excel', 'i wanna learn how to use excel'])(
  '“%s” is a wish of somebody who is in no group',
  async (words) => {
    const talk = await openTalk();
    await talk.writes('lena', words);
    expect(await talk.told('lena')).toEqual(['interest.registered']);
    expect(await talk.types(`person/${await talk.idOf('lena')}`)).toEqual(['interestRegistered']);
  },
);

test.each(['accept', 'I agree', 'yes', 'count me in'])(
  '“%s” accepts what waits for an answer',
  async (words) => {
    const talk = await asked();
    await talk.writes(ann, words);
    expect(await talk.types(`group/${group}`)).toContain('sharedAnswered');
  },
);
