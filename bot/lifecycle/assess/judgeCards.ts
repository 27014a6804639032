// What became of the commitments: one's own to say, everyone's for the group to see.
import { groupIsOver, opens, ownCommitment, stageLine } from '../../cards/group.ts';
import { type Button, card, choiceField, type Part, para, quote, textField } from '../../cards/parts.ts';
import { type LiveView, ofLiveGroup, type Renders } from '../../cards/view.ts';
import { verdicts } from '../../group/events.ts';
import type { About } from '../decision.ts';
import { unjudged } from '../stages.ts';
import { most } from '../text.ts';

const judging = ({ group }: LiveView) => ['reflection', 'renewal'].includes(group.cycle.stage);

/** Whether the reader has still to say it, or could. */
export const owesWord = (view: LiveView): boolean =>
  judging(view) && unjudged(view.group, view.reader) !== undefined;

const own = ({ group, reader }: LiveView) => group.cycle.verdicts.find((it) => it.person === reader);

export const showVerdicts = (view: LiveView): Button[] =>
  view.group.cycle.commitments.length > 0 ? [opens(view, view.say('verdicts.show'), 'verdicts')] : [];

/** `verdict`: what was said in a sentence without what shows it. */
export function judge(view: LiveView, about: About) {
  const { say, group, reader, text } = view;
  const promised = group.cycle.commitments.some((it) => it.person === reader);
  if (!judging(view) || !promised) return all(view);
  const said = own(view);
  const chosen = verdicts.find((it) => it === about.verdict) ?? said?.verdict;
  return card(view, {
    about: stageLine(view),
    title: say('judge.title'),
    body: [
      ...ownCommitment(view),
      choiceField({
        id: 'verdict',
        label: say('judge.verdict'),
        required: say('judge.verdictRequired'),
        expanded: true,
        ...(chosen ? { value: chosen } : {}),
        choices: verdicts.map((it) => ({ title: say(`verdict.${it}`), value: it })),
      }),
      textField({
        id: 'words',
        label: say('judge.words'),
        placeholder: say('judge.example'),
        required: say('judge.required'),
        ...(said ? { value: text(said.words) } : {}),
        most: most.sentence,
        lines: true,
      }),
      para(say('judge.audience'), { subtle: true }),
    ],
    buttons: [
      { title: say('judge.send'), verb: 'do.judgeCommitment', fields: { group: group.id }, look: 'positive' },
      opens(view, say('reflection.show'), 'reflection'),
    ],
  });
}

/** Each promise with its outcome; who has not said it yet is not held up as late. */
function all(view: LiveView) {
  const { say, group, text, name } = view;
  const rows = group.cycle.commitments.filter((it) => group.members.includes(it.person));
  const parts = rows.flatMap((it): Part[] => {
    const said = group.cycle.verdicts.find((verdict) => verdict.person === it.person);
    const promise = say('commitment.ifThen', { cue: text(it.cue), behaviour: text(it.behaviour) });
    const who = it.person === view.reader ? say('names.you') : name(it.person);
    const became = say(said ? `verdict.${said.verdict}` : 'verdict.open');
    return [quote(promise, `${who} · ${became}`), ...(said ? [para(text(said.words))] : [])];
  });
  return card(view, {
    about: stageLine(view),
    title: say('verdicts.title'),
    body: parts.length > 0 ? parts : [para(say('verdicts.none'))],
    buttons: [
      ...(judging(view) && rows.some((it) => it.person === view.reader)
        ? [opens(view, say(owesWord(view) ? 'judge.mine' : 'judge.again'), 'judge')]
        : []),
      opens(view, say('group.show'), 'group'),
    ],
  });
}

export const judgeCards: Renders = {
  judge: ofLiveGroup(judge, groupIsOver),
  verdicts: ofLiveGroup(all, groupIsOver),
};
