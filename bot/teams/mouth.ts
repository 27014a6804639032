// Sends as the bot: one request to the connector per call, and each end of it as an outcome.
import type { Activity } from 'botbuilder';
import { z } from 'zod';
import { outcomeOfFailure, outcomeOfStatus, patience as usualPatience, withoutToken } from '../outside.ts';
import type { Message, Mouth, Outcome } from '../run/ports.ts';
import { connectorClient } from './connector.ts';

interface Settings {
  connectorToken: () => Promise<string>;
  botId: string;
  tenantId: string;
  /** Our token goes to these hosts alone, whatever service URL was kept. */
  isConnector: (serviceUrl: string) => boolean;
  patience?: number;
}

type Conversations = ReturnType<typeof connectorClient>['conversations'];
type Say<T> = (conversations: Conversations, options: { timeout: number }) => Promise<T>;

const Sent = z.object({ id: z.string().min(1) });
const Posted = z.object({ id: z.string().min(1), activityId: z.string().min(1) });

export function mouth(settings: Settings): Mouth {
  const { botId, tenantId } = settings;
  const bot = { id: `28:${botId}`, name: 'Peerloop' };
  const say = sayer(settings);

  return {
    async send({ serviceUrl, conversation }, message) {
      const sent = await say(serviceUrl, (to, options) =>
        to.sendToConversation(conversation, activityOf(message, bot), options),
      );
      return readAs(sent, Sent, ({ id }) => ({ activity: id }));
    },
    async update({ serviceUrl, conversation }, activity, message) {
      const changed = await say(serviceUrl, (to, options) =>
        to.updateActivity(conversation, activity, { ...activityOf(message, bot), id: activity }, options),
      );
      return nothingOf(changed);
    },
    async typing({ serviceUrl, conversation }) {
      const typed = await say(serviceUrl, (to, options) =>
        to.sendToConversation(conversation, { type: 'typing', from: bot }, options),
      );
      return nothingOf(typed);
    },
    async post({ channel, serviceUrl }, message) {
      const posted = await say(serviceUrl, (to, options) =>
        to.createConversation(
          {
            isGroup: true,
            bot,
            tenantId,
            channelData: { channel: { id: channel }, tenant: { id: tenantId } },
            activity: wholeActivity(activityOf(message, bot)),
          },
          options,
        ),
      );
      return readAs(posted, Posted, ({ id, activityId }) => ({ conversation: id, activity: activityId }));
    },
  };
}

/** One request with our token, to a connector we know. */
function sayer({ connectorToken, isConnector, patience = usualPatience }: Settings) {
  return async function say<T>(serviceUrl: string, request: Say<T>): Promise<Outcome<T>> {
    if (!isConnector(serviceUrl)) return { is: 'refused', code: 'otherConnector', status: 403 };
    let token: string;
    try {
      token = await connectorToken();
    } catch (failure) {
      return withoutToken(failure);
    }
    const { conversations } = connectorClient(serviceUrl, async () => token);
    try {
      return { is: 'done', value: await request(conversations, { timeout: patience }) };
    } catch (failure) {
      return outcomeOf(failure);
    }
  };
}

const adaptiveCard = 'application/vnd.microsoft.card.adaptive';

const activityOf = ({ text, card, summary }: Message, from: Activity['from']): Partial<Activity> => ({
  type: 'message',
  from,
  summary,
  ...(text === undefined ? {} : { text, textFormat: 'plain' }),
  ...(card ? { attachments: [{ contentType: adaptiveCard, content: card }] } : {}),
});

/** The SDK's type asks for what only the connector can fill in. */
const wholeActivity = (activity: Partial<Activity>) => activity as Activity;

function readAs<S, T>(ended: Outcome<unknown>, schema: z.ZodType<S>, value: (read: S) => T): Outcome<T> {
  if (ended.is !== 'done') return ended;
  const read = schema.safeParse(ended.value);
  // It was taken, but as what is not said: to send it again would be a guess.
  return read.success ? { is: 'done', value: value(read.data) } : { is: 'unknown', code: 'incompleteAnswer' };
}

const nothingOf = (ended: Outcome<unknown>): Outcome<Record<string, never>> =>
  ended.is === 'done' ? { is: 'done', value: {} } : ended;

const Answered = z.object({
  statusCode: z.number(),
  code: z.string().optional(),
  response: z.object({ headers: z.custom<{ get(name: string): string | undefined }>() }),
});

function outcomeOf(failure: unknown): Exclude<Outcome<never>, { is: 'done' }> {
  const read = Answered.safeParse(failure);
  if (!read.success) return outcomeOfFailure(failure, false);
  const { statusCode: status, response } = read.data;
  const code = read.data.code === 'PARSE_ERROR' ? undefined : read.data.code;
  // Teams itself counts 412 among the answers after which one should ask again.
  if (status === 412 || status < 300) return { is: 'unknown', code: code ?? `http${status}` };
  return outcomeOfStatus({ status, code, header: (name) => response.headers.get(name) ?? null }, false);
}
