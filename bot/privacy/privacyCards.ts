// What people see of their own data: who can read what, and what forgetting means.
import { card, list, para } from '../cards/parts.ts';
import { knowsCommunities, type Render, type Renders, type View } from '../cards/view.ts';

/** Teams that read something of the reader's groups; who has none yet is told of the programmes they may join. */
function teams({ groups, policies, programmes }: View): ('privacy.team' | 'privacy.ownTeam')[] {
  const confidential =
    groups.length === 0
      ? programmes.map((it) => policies.of(it).confidential)
      : groups.map((it) => it.policy.confidential);
  return [
    ...(confidential.includes(false) ? (['privacy.team'] as const) : []),
    ...(confidential.includes(true) ? (['privacy.ownTeam'] as const) : []),
  ];
}

const privacy: Render = (view) => {
  const { say } = view;
  return card(view, {
    title: say('privacy.title'),
    body: [
      list([
        say('privacy.self'),
        say('privacy.group'),
        ...(knowsCommunities(view) ? [say('privacy.community')] : []),
        ...teams(view).map((it) => say(it)),
        say('privacy.company'),
        say('privacy.supervisor'),
      ]),
      para(say('privacy.rights', { contact: view.contact }), { subtle: true }),
    ],
    buttons: [
      { title: say('erase.show'), verb: 'show.erase' },
      { title: say('myGroups.show'), verb: 'show.myGroups' },
    ],
  });
};

const erase: Render = ({ say, ...view }) =>
  card(view, {
    title: say('erase.title'),
    body: [
      para(say('erase.what')),
      list([say('erase.leave'), say('erase.words'), say('erase.stays')]),
      para(say('erase.noUndo'), { bold: true }),
    ],
    buttons: [
      { title: say('erase.yes'), verb: 'do.eraseMe', look: 'destructive' },
      { title: say('erase.no'), verb: 'show.privacy' },
    ],
  });

const erased: Render = ({ say, ...view }) =>
  card(view, { title: say('erased.title'), body: [para(say('erased.body', { contact: view.contact }))] });

export const privacyCards: Renders = { privacy, erase, erased };
