// The line between the page and one framed tab: who may speak on it, how calls are answered, and which are refused.

/** The code by which teams-js knows that a host cannot do something. */
const NOT_SUPPORTED = { errorCode: 100, message: 'NOT_SUPPORTED: this host does not know the function.' };

/** These take their answer as a flag with a reason, all others as an error with a result (teams-js 2.58). */
const BY_FLAG = [
  'authentication.authenticate',
  'authentication.getUser',
  'navigateCrossDomain',
  'navigateToTab',
];

/**
 * @typedef {{ args: any[], answer: (...args: unknown[]) => void }} Call
 * @typedef {Record<string, (call: Call) => unknown>} Functions
 * @typedef {{ func: string, reason: string }} Refusal
 * @param {{ frame: HTMLIFrameElement, origin: string, functions: Functions, note: (refusal: Refusal) => unknown }} about
 *   `origin`: where the framed page comes from; nobody else is heard or spoken to
 */
export function wire({ frame, origin, functions, note }) {
  const say = (message) => frame.contentWindow?.postMessage(message, origin);

  const hear = async ({ source, origin: from, data }) => {
    if (source !== frame.contentWindow) return;
    if (from !== origin)
      return note({ func: '', reason: `A message came from ${from} instead of ${origin}.` });
    const { id, uuidAsString, func, args = [] } = data ?? {};
    if (typeof id !== 'number' || typeof func !== 'string' || !Array.isArray(args))
      return note({ func: String(func ?? ''), reason: 'The message is not one of teams-js.' });
    const answer = (...given) => say({ id, uuidAsString, args: given });
    if (Object.hasOwn(functions, func)) return functions[func]({ args, answer });
    // Before the answer, so that whoever got it finds the note.
    await note({ func, reason: 'NOT_SUPPORTED' });
    if (BY_FLAG.includes(func)) answer(false, NOT_SUPPORTED.message);
    else answer(NOT_SUPPORTED);
  };
  const onMessage = (event) => void hear(event);
  window.addEventListener('message', onMessage);
  return {
    /** Something happened in the page; without a number, so that it is not taken for an answer. */
    send: (func, ...args) => say({ func, args }),
    close: () => window.removeEventListener('message', onMessage),
  };
}
