// What a member of a group gives to everyone on its page: lessons in their own words, and their name for questions.
import { short } from '../../cards/escape.ts';
import { groupIsOver, opens, stageLine } from '../../cards/group.ts';
import { type Button, card, heading, para, quote } from '../../cards/parts.ts';
import { type LiveView, ofLiveGroup, type Renders } from '../../cards/view.ts';
import { ownPractices } from './shareLessons.ts';

/** With the offer and the group, all that fits under a card. */
const latest = 4;
/** As much of a sentence as tells it from others. */
const beginning = 40;

function lessons(view: LiveView) {
  const { say, group, reader, text } = view;
  const own = ownPractices(group, reader).slice(-latest);
  const advises = group.advisers.includes(reader);
  const isApart = group.policy.confidential;
  return card(view, {
    about: stageLine(view),
    title: say('lessons.title'),
    body: isApart
      ? [para(say('lessons.apart'))]
      : [
          para(say('lessons.why')),
          ...(own.length > 0 ? [heading(say('lessons.yours'))] : [para(say('lessons.none'))]),
          ...own.map((it) => quote(text(it.words), say(it.shown ? 'lessons.shown' : 'lessons.kept'))),
          para(say(advises ? 'lessons.advises' : 'lessons.mayAdvise'), { subtle: true }),
        ],
    buttons: [
      ...(isApart
        ? []
        : [
            ...own.map((it): Button => {
              const words = short(text(it.words), beginning);
              return {
                title: say(it.shown ? 'lessons.takeBack' : 'lessons.share', { words }),
                verb: it.shown ? 'do.takeBackLesson' : 'do.shareLesson',
                fields: { group: group.id, entry: it.id },
              };
            }),
            {
              title: say(advises ? 'lessons.stopAdvice' : 'lessons.offerAdvice'),
              verb: advises ? 'do.stopAdvice' : 'do.offerAdvice',
              fields: { group: group.id },
            } as const,
          ]),
      opens(view, say('group.show'), 'group'),
    ],
  });
}

export const shareLessonsCards: Renders = { lessons: ofLiveGroup(lessons, groupIsOver) };
