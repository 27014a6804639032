// The only way from this page to the tenant: each call answers with a value, or with the problem in words.

/**
 * `posted`: what was said stands in the thread, although there is a problem.
 * @typedef {{ value: any, problem?: undefined } | { problem: string, value?: undefined, posted?: boolean }} Answer
 */

/** @param {string} path @param {object} [body] @returns {Promise<Answer>} */
async function ask(path, body) {
  const request = body && {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(body),
  };
  try {
    const response = await fetch(path, request);
    const text = await response.text();
    const answer = text ? JSON.parse(text) : null;
    if (response.ok) return { value: answer };
    const problem = reasonIn(answer) ?? `The local tenant answered ${response.status}.`;
    return { problem, posted: Boolean(answer?.activityId) };
  } catch {
    return { problem: 'The local tenant does not answer. Is it still running (npm start)?' };
  }
}

function reasonIn(answer) {
  const reason = answer?.reason ?? answer?.error ?? answer?.message;
  return typeof reason === 'string' ? reason : reason?.message;
}

const as = (personId) => `as=${encodeURIComponent(personId)}`;

export const people = () => ask('/page/api/people');
export const teams = (personId) => ask(`/page/api/teams?${as(personId)}`);
export const hosting = (personId) => ask(`/page/api/hosting?${as(personId)}`);
export const pages = (personId) => ask(`/page/api/pages?${as(personId)}`);
export const plans = (personId) => ask(`/page/api/plans?${as(personId)}`);
export const mail = (personId) => ask(`/page/api/mail?${as(personId)}`);
export const calendar = (personId) => ask(`/page/api/calendar?${as(personId)}`);
export const app = () => ask('/page/api/app');
export const clock = () => ask('/page/api/clock');
export const messages = (personId) => ask(`/_tenant/messages?of=${encodeURIComponent(personId)}`);
export const moveClock = (change) => ask('/_tenant/clock', change);
export const token = (personId) => ask('/_tenant/token', { as: personId });
export const noteHost = (note) => ask('/_tenant/host', note);
export const happen = (occurrence) => ask('/_tenant/happen', occurrence);

/** What was said where the person can look, and who is writing there. */
export async function talk(personId) {
  const [said, signs] = await Promise.all([
    messages(personId),
    ask(`/_tenant/typing?of=${encodeURIComponent(personId)}`),
  ]);
  return said.problem ? said : { value: { messages: said.value, typing: signs.value ?? [] } };
}

/** @param {string} personId @param {{ channel: string, replyTo?: string }} where */
export const typing = (personId, where) => ask('/_tenant/typing', { as: personId, ...where });

/** @param {string} personId @param {string} text @param {{ channel: string, replyTo?: string, mention?: boolean }} [where] */
export const say = (personId, text, where) =>
  ask('/_tenant/say', { as: personId, text, ...(where && { where }) });

/** @param {string} personId @param {string} activityId @param {string} button @param {object} data */
export const press = (personId, activityId, button, data) =>
  ask('/_tenant/press', { as: personId, activityId, button, data });
