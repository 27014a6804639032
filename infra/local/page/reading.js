// Reads from a door again and again, and shows what came while its view is still looked at.

/**
 * @typedef {import('./doors.js').Answer} Answer
 * @typedef {{ ask: () => Promise<Answer>, problem: HTMLElement, show: (value: any) => unknown }} Reading
 * @param {Reading & { onlyNews?: boolean }} about
 *   `onlyNews`: what was shown already is not shown again
 */
export function reading({ ask, problem, show, onlyNews = false }) {
  let left = false;
  let asked = 0;
  let answered = 0;
  let shown = '';

  const refresh = async () => {
    asked += 1;
    const turn = asked;
    const answer = await ask();
    // An answer that a later one has overtaken would show the past.
    if (left || turn < answered) return;
    answered = turn;
    problem.textContent = answer.problem ?? '';
    if (answer.problem) return;
    const seen = JSON.stringify(answer.value);
    if (onlyNews && seen === shown) return;
    shown = seen;
    await show(answer.value);
  };
  const leave = () => {
    left = true;
  };
  return { refresh, leave };
}
