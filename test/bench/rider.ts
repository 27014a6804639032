// Rides turns on a bot from outside: sends signed activities, several at a time, and waits for what the bot says to each.
import { Agent, request } from 'node:http';
import { botId, type Microsoft, tenantId } from './microsoft.ts';

export interface Rider {
  /** Turns one after the other by each of `abreast`, until all are answered; how long each took, in milliseconds. */
  ride(turns: number, abreast: number): Promise<{ seconds: number; each: number[] }>;
}

const topics = ['Negotiation', 'Accounting', 'Public speaking', 'Python', 'Law', 'Writing', 'Design'];
/** So few wait for a topic that no group comes of it. */
const peopleEach = 5;
const people = topics.length * peopleEach;

const topicOf = (person: number): string => topics[person % topics.length] ?? '';

export function riderOf(microsoft: Microsoft, port: number): Rider {
  const agent = new Agent({ keepAlive: true });
  let sent = 0;
  const waits = new Map<number, boolean>();

  const post = (activity: object) =>
    new Promise<void>((resolve, reject) => {
      const headers = { 'content-type': 'application/json', authorization: microsoft.bearer };
      const options = { agent, host: '127.0.0.1', port, path: '/api/messages', method: 'POST', headers };
      request(options, (answer) => {
        const end = () =>
          answer.statusCode === 200 ? resolve() : reject(new Error(`The bot answered ${answer.statusCode}`));
        answer.resume().on('end', end);
      })
        .on('error', reject)
        .end(JSON.stringify(activity));
    });

  async function say(person: number, text: string): Promise<void> {
    const conversation = `a:${person}`;
    const answered = microsoft.answerIn(conversation);
    sent++;
    await post({
      type: 'message',
      id: `${sent}`,
      text,
      textFormat: 'plain',
      channelId: 'msteams',
      serviceUrl: microsoft.serviceUrl,
      from: {
        id: `29:${person}`,
        name: `Ann ${person}`,
        aadObjectId: `44444444-aaaa-4aaa-8aaa-${String(person).padStart(12, '0')}`,
      },
      recipient: { id: `28:${botId}`, name: 'Peerloop' },
      conversation: { id: conversation, conversationType: 'personal', tenantId },
      channelData: { tenant: { id: tenantId }, clientActivityId: `client ${sent}` },
      locale: 'en-GB',
      entities: [{ type: 'clientInfo', locale: 'en-GB', timezone: 'Europe/Berlin', platform: 'Web' }],
    });
    await answered;
  }

  /** Registers an interest, or takes it back: something happens in each turn. */
  async function turn(person: number): Promise<number> {
    const begun = performance.now();
    const isWaiting = waits.get(person) ?? false;
    waits.set(person, !isWaiting);
    await say(person, `${isWaiting ? 'withdraw from' : 'I want to learn'} ${topicOf(person)}`);
    return performance.now() - begun;
  }

  return {
    async ride(turns, abreast) {
      const each: number[] = [];
      const free = Array.from({ length: people }, (_, person) => person);
      let begun = 0;
      const ahead = async () => {
        while (begun++ < turns) {
          const person = free.shift() ?? 0;
          each.push(await turn(person));
          free.push(person);
        }
      };
      const start = performance.now();
      await Promise.all(Array.from({ length: abreast }, ahead));
      return { seconds: (performance.now() - start) / 1000, each };
    },
  };
}
