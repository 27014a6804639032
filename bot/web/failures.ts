// PURE: what a route answers: a body, or a no with its status, its name and a sentence.

export interface Failure {
  status: number;
  code: string;
  message: string;
  /** Seconds until it may be asked again. */
  retryAfter?: number;
}

export type Answer = { body: unknown } | Failure;

export const nothingThere: Failure = {
  status: 404,
  code: 'notFound',
  message: 'There is nothing here for you.',
};

export const tooFast = (seconds: number): Failure => ({
  status: 429,
  code: 'tooFast',
  message: 'This is more at once than can be taken. Try again in a moment.',
  retryAfter: seconds,
});

export const badCursor: Failure = {
  status: 400,
  code: 'badCursor',
  message: 'This is no place in that list. Begin again without “after”.',
};
export const badQuery: Failure = {
  status: 400,
  code: 'badQuery',
  message: 'This cannot be asked for in that way.',
};
