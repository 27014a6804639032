// What a reminder says: who waits, what is next, and how to have fewer of them.
import { groupIsOver, opens, stageLine } from '../cards/group.ts';
import { type Button, card, dateField, para } from '../cards/parts.ts';
import { type LiveView, ofLiveGroup, type Renders, type View } from '../cards/view.ts';
import type { About } from '../lifecycle/decision.ts';
import { missing } from '../lifecycle/stages.ts';
import type { Key } from '../speech/say.ts';
import { day } from '../speech/when.ts';
import { alsoWaiting } from './alsoWaiting.ts';
import { ownPart } from './attendanceCards.ts';

const showGroup = (view: LiveView): Button => opens(view, view.say('group.show'), 'group');

const fewer = ({ say }: View): Button => ({ title: say('reminders.show'), verb: 'show.reminders' });

const stageName = ({ say, group }: LiveView) => say(`stage.${group.cycle.stage}` as Key);

const isStill = ({ group }: LiveView, about: About) => about.stage === group.cycle.stage;

/** Reminders may be read late; then they say that it is no longer needed. */
const passed = (view: LiveView) =>
  card(view, {
    about: stageLine(view),
    title: view.say('stage.passed.title'),
    body: [para(view.say('stage.passed.body', { stage: stageName(view) }))],
    buttons: [showGroup(view), ...alsoWaiting(view)],
  });

function waitingForYou(view: LiveView, about: About) {
  const { say, group, reader } = view;
  const { stage } = group.cycle;
  if (!isStill(view, about) || !missing(group).includes(reader)) return passed(view);
  return card(view, {
    about: stageLine(view),
    title: say('stage.waitingForYou.title'),
    body: [para(say('stage.waitingForYou.body', { stage: stageName(view) }))],
    buttons: [
      ...(group.policy.attendance === 'all'
        ? ownPart(view)
        : [{ ...opens(view, say('stage.waitingForYou.now'), `began.${stage}`), look: 'positive' } as const]),
      ...alsoWaiting(view),
      showGroup(view),
      fewer(view),
    ],
  });
}

function goOn(view: LiveView, about: About) {
  const { say, group } = view;
  const waiting = missing(group).length;
  if (!isStill(view, about) || waiting === 0) return passed(view);
  return card(view, {
    about: stageLine(view),
    title: say('stage.goOn.title'),
    body: [
      para(say('stage.goOn.body', { stage: stageName(view), missing: waiting, all: group.members.length })),
      para(say('stage.goOn.excused'), { subtle: true }),
    ],
    buttons: [
      { title: say('stage.goOn.now'), verb: 'do.goOn', fields: { group: group.id }, look: 'positive' },
      ...alsoWaiting(view),
      showGroup(view),
      fewer(view),
    ],
  });
}

function reminders(view: View) {
  const { say, person, now, language, zone } = view;
  const until = person.pausedUntil;
  const paused = until !== undefined && Temporal.Instant.compare(until, now) > 0;
  return card(view, {
    title: say('reminders.title'),
    body: [
      para(paused ? say('reminders.paused', { day: day(until, language, zone) }) : say('reminders.weekly')),
      para(say('reminders.fixed'), { subtle: true }),
      dateField({ id: 'until', label: say('reminders.until') }),
    ],
    buttons: [
      { title: say('reminders.pauseUntil'), verb: 'do.pauseReminders' },
      {
        title: say('reminders.pauseTwoWeeks'),
        verb: 'do.pauseReminders',
        fields: { days: 14 },
        anyInput: false,
      },
      ...(paused
        ? [
            {
              title: say('reminders.resume'),
              verb: 'do.resumeReminders',
              look: 'positive',
              anyInput: false,
            } as const,
          ]
        : []),
      { title: say('myGroups.show'), verb: 'show.myGroups', anyInput: false },
    ],
  });
}

export const remindersCards: Renders = {
  'stage.waitingForYou': ofLiveGroup(waitingForYou, groupIsOver),
  'stage.goOn': ofLiveGroup(goOn, groupIsOver),
  reminders,
};
