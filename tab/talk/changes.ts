// What a button changes in a community's talk, shown before the app has answered.
import type { Talk } from '../../bot/web/contract.ts';

export type Thread = Talk['threads'][number];
type Change = (talk: Talk) => Talk;

const inThread =
  (thread: string, change: (thread: Thread) => Thread): Change =>
  (talk) => ({ ...talk, threads: talk.threads.map((it) => (it.id === thread ? change(it) : it)) });

const thanked = <Said extends { thanks: number }>(said: Said) => ({
  ...said,
  thanks: said.thanks + 1,
  thanked: true,
});

/** For an answer, or for the tip itself. */
export const thanks = (thread: string, answer?: string): Change =>
  inThread(thread, (it) =>
    answer === undefined
      ? thanked(it)
      : { ...it, answers: it.answers.map((said) => (said.id === answer ? thanked(said) : said)) },
  );

export const settles = (thread: string, solved: boolean): Change =>
  inThread(thread, (it) => ({ ...it, solved }));

export const takesBackAnswer = (thread: string, answer: string): Change =>
  inThread(thread, (it) => ({ ...it, answers: it.answers.filter((said) => said.id !== answer) }));

export const takesBack =
  (thread: string): Change =>
  (talk) => ({ ...talk, threads: talk.threads.filter((it) => it.id !== thread) });
