// Stand-in doors for the page's test: a seeded company whose bot answers everything with a card.
import Fastify, { type FastifyInstance } from 'fastify';
import { packageOf } from '../../infra/local/appPackage.ts';
import { pageRoutes } from '../../infra/local/page/routes.ts';
import { seedState } from '../../infra/local/seed.ts';
import type { Message, TenantState } from '../../infra/local/state.ts';
import type { Tenant } from '../../infra/local/tenant.ts';
import { typingSigns } from '../../infra/local/typing.ts';
import { answerCard, interestCard, page, planOf } from './pageContent.ts';

export interface Doors {
  app: FastifyInstance;
  state: TenantState;
  /** Every press as it arrived. */
  presses: Record<string, unknown>[];
}

export function fakeDoors(): Doors {
  const state = seedState({ seed: 'page', keys: { entra: {}, connector: {} }, appVersion: '1.0.0' });
  const presses: Record<string, unknown>[] = [];
  const app = Fastify();
  app.register(pageRoutes(tenantOf(state), () => 'http://127.0.0.1:9'));
  state.sites.find((site) => site.id === state.intranetSite)?.pages.push(page);
  state.plans.push(planOf(state));
  speaking(app, state);
  pressing(app, state, presses);
  app.post('/_tenant/clock', async (request) => {
    const { advance, run } = request.body as { advance?: string; run?: boolean };
    const now = Temporal.Instant.from(state.clock.now).toZonedDateTimeISO('UTC');
    if (advance) state.clock.now = now.add(advance).toInstant().toString({ smallestUnit: 'millisecond' });
    if (run !== undefined) state.clock.runs = run;
    return { now: state.clock.now };
  });
  app.post('/_tenant/happen', async (request) => {
    const { task, percentComplete } = request.body as { task: string; percentComplete: number };
    const moved = state.plans.flatMap((plan) => plan.tasks).find(({ id }) => id === task);
    if (moved) moved.percentComplete = percentComplete;
    return {};
  });
  return { app, state, presses };
}

function tenantOf(state: TenantState): Tenant {
  return {
    state,
    typing: typingSigns(),
    now: () => state.clock.now,
    next: () => ++state.counter,
    guid: () => String(++state.counter),
    changed: () => {},
    happened: () => {},
    applicationPermissions: () => [],
    app: packageOf({}, state),
  };
}

function add(
  state: TenantState,
  conversationId: string,
  from: string,
  activity: Record<string, unknown>,
): Message {
  const id = String(Date.parse(state.clock.now) + ++state.counter);
  const message = {
    id,
    conversationId,
    at: state.clock.now,
    from,
    activity: { type: 'message', ...activity },
  };
  state.messages.push(message);
  return message;
}

const withCard = (content: unknown) => ({
  attachments: [{ contentType: 'application/vnd.microsoft.card.adaptive', content }],
});

function speaking(app: FastifyInstance, state: TenantState): void {
  app.get('/_tenant/messages', async (request) => {
    const { of } = request.query as { of: string };
    return state.messages.filter(
      ({ conversationId }) => [`a:${of}`].includes(conversationId) || conversationId.startsWith('19:'),
    );
  });
  app.get('/_tenant/typing', () => []);
  app.post('/_tenant/typing', () => ({}));
  app.post('/_tenant/say', async (request, reply) => {
    const said = request.body as { as: string; text: string; where?: { channel: string; replyTo?: string } };
    if (said.text === 'lose this') return reply.code(502).send({ error: 'The app does not answer.' });
    const root = said.where?.replyTo ?? String(Date.parse(state.clock.now) + state.counter + 1);
    const conversation = said.where ? `${said.where.channel};messageid=${root}` : `a:${said.as}`;
    add(state, conversation, said.as, { text: said.where ? `<at>Peerloop</at> ${said.text}` : said.text });
    const echo = {
      text: `You wrote **${said.text.replaceAll('*', '')}**. [Read the guide](https://a.example) or type _help_.`,
    };
    return {
      replies: [
        add(state, conversation, 'bot', echo),
        add(state, conversation, 'bot', withCard(interestCard)),
      ],
    };
  });
}

function pressing(app: FastifyInstance, state: TenantState, presses: Record<string, unknown>[]): void {
  app.post('/_tenant/press', async (request) => {
    const press = request.body as { activityId: string; data: { goal?: string } };
    presses.push(press);
    const message = state.messages.find(({ id }) => id === press.activityId);
    const value = answerCard(press.data.goal ?? '');
    if (message) message.activity = { ...message.activity, ...withCard(value) };
    return {
      response: {
        status: 200,
        body: { statusCode: 200, type: 'application/vnd.microsoft.card.adaptive', value },
      },
      replies: [],
    };
  });
}
