// The teams of the person being played and their channels.
import { towards } from './address.js';
import { channel } from './channel.js';
import { empty, h, redraw } from './dom.js';
import * as doors from './doors.js';
import { reading } from './reading.js';
import { split } from './split.js';

/** @param {HTMLElement} main @param {import('./main.js').Scene} scene */
export function teams(main, scene) {
  const { person, address } = scene;
  const { list, body, problem } = split(main, 'Teams and channels', Boolean(address.channel));
  /** @type {ReturnType<typeof channel> | undefined} */
  let open;
  const show = ({ found, hosting }) => {
    redraw(list, ...(found.length ? found.map((team) => teamEntry(team, address.channel)) : [noTeams()]));
    const team = found.find(({ channels }) => channels.some(({ id }) => id === address.channel));
    if (!team) {
      open?.leave();
      open = undefined;
      return redraw(body, empty('No channel chosen.', 'Choose a channel to see its posts and tabs.'));
    }
    open ??= channel(body, { ...scene, refresh: () => refresh() });
    open.show({ team, channel: team.channels.find(({ id }) => id === address.channel), hosting });
  };
  const ask = async () => {
    const [found, hosting] = await Promise.all([doors.teams(person.id), doors.hosting(person.id)]);
    if (found.problem || hosting.problem) return { problem: found.problem ?? hosting.problem };
    return { value: { found: found.value, hosting: hosting.value } };
  };
  const { refresh, leave } = reading({ ask, problem, show, onlyNews: true });
  return {
    refresh: async () => {
      await refresh();
      await open?.refresh();
    },
    leave: () => {
      leave();
      open?.leave();
    },
  };
}

const noTeams = () =>
  empty(
    'In no team yet.',
    'Write ‘help’ to Peerloop in the chat; a group brings its members into the programme team.',
  );

function teamEntry(team, chosen) {
  return h(
    'section',
    { 'aria-label': team.name },
    h('h3', { class: 'list-title' }, team.name),
    h(
      'ul',
      {},
      team.channels.map((one) => channelLink(one, chosen)),
    ),
  );
}

function channelLink({ id, name }, chosen) {
  const current = id === chosen && 'page';
  return h(
    'li',
    {},
    h(
      'a',
      { id: `channel-${id}`, href: towards({ channel: id, tab: '', sub: '' }), 'aria-current': current },
      name,
    ),
  );
}
