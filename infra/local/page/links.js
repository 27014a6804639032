// Opens what somebody links to inside this window when the local company has it, and says so when it has not.
import { go, here } from './address.js';
import * as doors from './doors.js';
import { tell } from './toast.js';

/** @param {string} address */
export async function open(address) {
  const personId = here().as ?? '';
  const [pages, plans, teams] = await Promise.all([
    doors.pages(personId),
    doors.plans(personId),
    doors.teams(personId),
  ]);
  const named = decoded(address);
  const page = pages.value?.find(({ webUrl }) => named === decoded(webUrl));
  if (page) return go({ view: 'pages', page: page.id });
  const plan = plans.value?.find(({ id }) => named.includes(id));
  if (plan) return go({ view: 'planner', plan: plan.id });
  const channel = teams.value?.flatMap((team) => team.channels).find(({ id }) => named.includes(id));
  if (channel) return go({ view: 'teams', channel: channel.id });
  return tell(`This link leads out of the local company, so it is not opened: ${address}`);
}

function decoded(address) {
  try {
    return decodeURIComponent(address);
  } catch {
    return address;
  }
}

/** Outside links anywhere on the page are answered here instead of leaving the machine. */
export function catchLinks() {
  document.addEventListener('click', (event) => {
    const link = event.target instanceof Element && event.target.closest('a[href^="https:"]');
    if (!link) return;
    event.preventDefault();
    void open(link.href);
  });
}
