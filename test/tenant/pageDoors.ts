// Stand-in doors for the page's test: a seeded company whose bot answers with cards of every part that the product uses.
import Fastify, { type FastifyInstance } from 'fastify';
import { pageRoutes } from '../../infra/local/page/routes.ts';
import { seedState } from '../../infra/local/seed.ts';
import type { Message, Page, Task, TenantState } from '../../infra/local/state.ts';
import type { Tenant } from '../../infra/local/tenant.ts';

export const HOSTILE = '<b>not bold</b> [click](http://evil.example) <img src=x onerror=alert(1)>';

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
  app.register(pageRoutes(tenantOf(state)));
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
    now: () => state.clock.now,
    next: () => ++state.counter,
    guid: () => String(++state.counter),
    changed: () => {},
    happened: () => {},
    applicationPermissions: () => [],
    resourcePermissions: () => [],
  };
}

function add(state: TenantState, conversationId: string, from: string, activity: Record<string, unknown>): Message {
  const id = String(Date.parse(state.clock.now) + ++state.counter);
  const message = { id, conversationId, at: state.clock.now, from, activity: { type: 'message', ...activity } };
  state.messages.push(message);
  return message;
}

const withCard = (content: unknown) => ({
  attachments: [{ contentType: 'application/vnd.microsoft.card.adaptive', content }],
});

function speaking(app: FastifyInstance, state: TenantState): void {
  app.get('/_tenant/messages', async (request) => {
    const { of } = request.query as { of: string };
    return state.messages.filter(({ conversationId }) => [`a:${of}`].includes(conversationId) || conversationId.startsWith('19:'));
  });
  app.post('/_tenant/say', async (request, reply) => {
    const said = request.body as { as: string; text: string; where?: { channel: string; replyTo?: string } };
    if (said.text === 'lose this') return reply.code(502).send({ error: 'The app does not answer.' });
    const root = said.where?.replyTo ?? String(Date.parse(state.clock.now) + state.counter + 1);
    const conversation = said.where ? `${said.where.channel};messageid=${root}` : `a:${said.as}`;
    add(state, conversation, said.as, { text: said.where ? `<at>Peerloop</at> ${said.text}` : said.text });
    const echo = { text: `You wrote **${said.text.replaceAll('*', '')}**. Read [the guide](https://page.example/guide) or type _help_.` };
    return { replies: [add(state, conversation, 'bot', echo), add(state, conversation, 'bot', withCard(interestCard))] };
  });
}

function pressing(app: FastifyInstance, state: TenantState, presses: Record<string, unknown>[]): void {
  app.post('/_tenant/press', async (request) => {
    const press = request.body as { activityId: string; data: { goal?: string } };
    presses.push(press);
    const message = state.messages.find(({ id }) => id === press.activityId);
    const value = answerCard(press.data.goal ?? '');
    if (message) message.activity = { ...message.activity, ...withCard(value) };
    return { response: { status: 200, body: { statusCode: 200, type: 'application/vnd.microsoft.card.adaptive', value } }, replies: [] };
  });
}

const execute = (title: string, verb: string, more: object = {}) => ({
  type: 'Action.Execute',
  title,
  verb,
  data: { verb, nonce: 'n1' },
  fallback: { type: 'Action.Submit', title, data: { verb, nonce: 'n1' } },
  ...more,
});

const card = (body: object[]) => ({
  $schema: 'http://adaptivecards.io/schemas/adaptive-card.json',
  type: 'AdaptiveCard',
  version: '1.5',
  body,
});

const heading = (text: string) => ({ type: 'TextBlock', text, size: 'large', weight: 'bolder', style: 'heading', wrap: true });

const interestCard = card([
  heading('What would you like to learn?'),
  { type: 'TextBlock', text: 'Groups of **5 to 8** colleagues meet over _six weeks_.', wrap: true, isSubtle: true },
  {
    type: 'RichTextBlock',
    inlines: [{ type: 'TextRun', text: 'Your words: ', weight: 'bolder' }, { type: 'TextRun', text: HOSTILE, italic: true }],
  },
  {
    type: 'FactSet',
    facts: [
      { title: 'Topic', value: 'SQL for people who count things' },
      { title: 'Group', value: '4 of 5 have joined' },
      { title: 'First meeting', value: 'Thursday 19 November, 10:00' },
    ],
  },
  { type: 'Input.Text', id: 'goal', label: 'What do you want to be able to do?', isRequired: true, errorMessage: 'Write one sentence.', isMultiline: true },
  {
    type: 'Input.ChoiceSet',
    id: 'level',
    label: 'How much do you know already?',
    value: 'some',
    choices: [{ title: 'Nothing yet', value: 'none' }, { title: 'Some of it', value: 'some' }],
  },
  {
    type: 'ActionSet',
    actions: [
      execute('Join the group', 'join', { style: 'positive' }),
      execute('Not now', 'later', { associatedInputs: 'none' }),
      { type: 'Action.OpenUrl', title: 'View page in SharePoint', url: 'https://contoso.sharepoint.com/SitePages/pl-sql.aspx' },
    ],
  },
]);

const answerCard = (goal: string) =>
  card([
    { type: 'Container', style: 'good', bleed: true, items: [heading('You are in')] },
    { type: 'TextBlock', text: `Your goal: ${goal}`, wrap: true },
    { type: 'FactSet', facts: [{ title: 'Goal', value: HOSTILE }] },
    { type: 'ActionSet', actions: [execute('Undo', 'undo', { associatedInputs: 'none' })] },
  ]);

const page: Page = {
  id: 'page-sql',
  name: 'pl-sql.aspx',
  title: 'SQL basics',
  webUrl: 'https://contoso.sharepoint.com/SitePages/pl-sql.aspx',
  eTag: '"1"',
  createdDateTime: '2026-11-16T08:00:00.000Z',
  lastModifiedDateTime: '2026-11-16T08:00:00.000Z',
  publishingState: { level: 'published', versionId: '1.0' },
  published: {
    title: 'SQL basics: where we are',
    canvasLayout: {
      horizontalSections: [
        {
          columns: [
            {
              webparts: [
                {
                  '@odata.type': '#microsoft.graph.textWebPart',
                  innerHtml:
                    '<h2>Course</h2><p style="color:red" onclick="alert(1)">Six weeks, <strong>one hour</strong> each.</p>' +
                    '<script>alert(1)</script><ul><li>Joins</li><li><a href="https://learn.example/sql">A course</a></li>' +
                    '<li><a href="javascript:alert(1)">A trap</a></li></ul><img src=x onerror=alert(1)>',
                },
              ],
            },
            { webparts: [{ data: { title: 'Quick links', serverProcessedContent: { links: [{ key: 'a', value: 'https://learn.example/' }] } } }] },
          ],
        },
      ],
    },
  },
};

function planOf(state: TenantState) {
  const group = state.groups.find(({ id }) => id === state.programmeTeam);
  const createdDateTime = state.clock.now;
  const task = (id: string, title: string, percentComplete: number, dueDateTime: string | null, who: string): Task => ({
    id,
    etag: 'W/"1"',
    title,
    bucketId: null,
    percentComplete,
    priority: 5,
    dueDateTime,
    startDateTime: null,
    assignments: { [who]: {} },
    orderHint: '8586',
    createdDateTime,
    completedDateTime: null,
    details: {
      etag: 'W/"1"',
      description: '',
      checklist: { a: { title: 'Ask two colleagues', isChecked: true }, b: { title: 'Write it down', isChecked: false } },
      references: {},
      previewType: 'automatic',
    },
  });
  const who = group?.members[0] ?? '';
  return {
    id: 'plan-sql',
    etag: 'W/"1"',
    title: 'SQL basics: a sales report that runs itself',
    groupId: state.programmeTeam,
    createdDateTime,
    tasks: [
      task('t1', 'Choose the report', 100, '2026-11-13T10:00:00Z', who),
      task('t2', 'Read the sales tables', 50, '2026-11-15T10:00:00Z', who),
      task('t3', 'Show it to the sales team', 0, '2026-12-01T10:00:00Z', who),
    ],
  };
}
