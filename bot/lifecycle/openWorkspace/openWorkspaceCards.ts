// What members and the channel see of the group's place: that it is there, what lies where, and who can read it.
import { groupIsOver, opens, stageLine } from '../../cards/group.ts';
import { card, facts, heading, list, para } from '../../cards/parts.ts';
import { type LiveView, ofLiveGroup, type Render, type Renders, type View } from '../../cards/view.ts';
import { type Stage, stages } from '../../group/events.ts';
import { isKey, type Key } from '../../speech/say.ts';

const failure = (view: View, step: string) => {
  const key = `place.failed.${step}`;
  return isKey(key) ? view.say(key) : view.say('place.failed.other');
};

function placeReady(view: LiveView) {
  const { say, group } = view;
  const { channel, tab, published, url, failed } = group.place;
  return card(view, {
    about: stageLine(view),
    title: say('place.title'),
    body: [
      list([
        say(channel ? 'place.channel' : 'place.noChannel'),
        ...(channel ? [say(tab ? 'place.tab' : 'place.noTab')] : []),
        say(published ? 'place.page' : 'place.noPage'),
        say('place.chat'),
      ]),
      ...(failed.length > 0
        ? [
            heading(say('place.failed')),
            list(failed.map((it) => failure(view, it.step))),
            para(say('place.failedWho', { contact: view.contact })),
          ]
        : []),
      para(say('proposal.readersShared'), { subtle: true }),
    ],
    buttons: [
      ...(published && url ? [{ title: say('page.show'), url }] : []),
      opens(view, say('group.show'), 'group'),
    ],
  });
}

/** A post is read by the whole programme team: topic, stage, counts and a way to the page, nothing more. */
const ofChannel =
  (title: Key, body: (view: View, stage: Stage) => string): Render =>
  (view, about) => {
    const { group, say } = view;
    if (group?.phase !== 'live' && group?.phase !== 'ended') return groupIsOver(view, {});
    const topic = view.topicName(group.topic);
    // A post may go out late: it tells of the stage that it was about.
    const stage = stages.find((it) => it === about.stage) ?? group.cycle.stage;
    return card(view, {
      about: say(`kind.${group.policy.kind}` as Key),
      title: say(title, { topic }),
      body: [
        para(body(view, stage)),
        facts([
          [say('post.cycle'), String(group.cycle.n)],
          [say('post.stage'), say(`stage.${stage}`)],
          [say('post.members'), String(group.members.length)],
        ]),
      ],
      buttons:
        group.place.published && group.place.url ? [{ title: say('page.show'), url: group.place.url }] : [],
    });
  };

export const openWorkspaceCards: Renders = {
  placeReady: ofLiveGroup(placeReady, groupIsOver),
  'post.welcome': ofChannel('post.welcome.title', (view) => view.say('post.welcome.body')),
  'post.stage': ofChannel('post.stage.title', (view, stage) => view.say(`post.stage.${stage}`)),
  'post.ended': ofChannel('post.ended.title', (view) => view.say('post.ended.body')),
};
