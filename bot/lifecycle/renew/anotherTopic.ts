// R11: a learning group has one topic at a time, so whoever wants another for it is told how they come to it.
import { z } from 'zod';
import { isRefusal, refuse, stepCommand } from '../decision.ts';
import { optional } from '../optional.ts';
import { membersGroup } from '../stages.ts';
import { id } from '../text.ts';

/** `topic`: the one that is wanted, where others have named it already. */
export const anotherTopic = stepCommand({
  name: 'anotherTopic',
  shape: z.strictObject({ group: id, topic: optional(id) }),
  reads: (command) => [`group/${command.group}`],
  decide(world, { group: of, topic }, context) {
    const group = membersGroup(world, of, context);
    if (isRefusal(group)) return group;
    if (topic === group.topic) return refuse('alreadyDone');
    return refuse('oneTopic', topic === undefined ? {} : { topic });
  },
});
