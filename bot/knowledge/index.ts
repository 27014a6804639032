// What the company knows of a topic: its page, which gathers what the groups on it found and learned.
import { gatherTopic, topicBuilt, topicRefused } from './gatherTopic.ts';

export const knowledge = { commands: [gatherTopic, topicBuilt, topicRefused] };
