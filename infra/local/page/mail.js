// The mailbox of the person being played: what Outlook would show of the mails that came, and one of them to read.
import { towards } from './address.js';
import { avatar, empty, h, redraw } from './dom.js';
import * as doors from './doors.js';
import { reading } from './reading.js';
import { written } from './sanitise.js';
import { choice, split } from './split.js';
import { momentOf, shortOf } from './time.js';

/** @param {HTMLElement} main @param {import('./main.js').Scene} scene */
export function mail(main, { person, address }) {
  const { fill, body, problem } = split(main, 'Inbox', Boolean(address.mail));
  const show = (found) => {
    fill(
      found.map((one) => mailLink(one, address.mail)),
      noMail(),
    );
    const one = found.find(({ id }) => id === address.mail);
    if (one) redraw(body, mailHead(one), content(one));
    else if (address.mail) redraw(body, empty('This mail is not here.', 'It was sent to somebody else.'));
    else redraw(body, found.length > 0 && empty('No mail chosen.', 'Choose a mail to read it.'));
  };
  return reading({ ask: () => doors.mail(person.id), problem, show, onlyNews: true });
}

const noMail = () => empty('No mail yet.', 'What is sent to you appears here.');

function mailLink({ id, subject, from, at }, chosen) {
  const text = [
    h('span', { class: 'entry-line' }, h('span', {}, from), h('time', { class: 'quiet small' }, shortOf(at))),
    h('span', { class: 'quiet small' }, subject || '(no subject)'),
  ];
  return choice('mail', id, chosen, text);
}

function mailHead({ subject, from, to, at }) {
  return h(
    'div',
    { class: 'view-head' },
    h('a', { class: 'back', href: towards({ mail: '' }) }, '‹ Inbox'),
    avatar(from),
    h(
      'div',
      {},
      h('h2', {}, subject || '(no subject)'),
      h('p', { class: 'quiet small' }, `${from} to ${to.join(', ')} · ${momentOf(at)}`),
    ),
  );
}

function content({ body }) {
  const place = { class: 'scroll', tabindex: 0, role: 'region', 'aria-label': 'Mail' };
  return h('div', place, h('article', { class: 'page page-text' }, written(body)));
}
