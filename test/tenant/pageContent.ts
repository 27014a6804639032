// What the page's test looks at: cards of every part in use, a page with traps in it, and a plan.
import type { Page, Plan, Task, TenantState } from '../../infra/local/state.ts';

export const HOSTILE = '<b>not bold</b> [click](http://evil.example) <img src=x onerror=alert(1)>';

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

const heading = (text: string) => ({
  type: 'TextBlock',
  text,
  size: 'large',
  weight: 'bolder',
  style: 'heading',
  wrap: true,
});

export const interestCard = card([
  heading('What would you like to learn?'),
  {
    type: 'TextBlock',
    text: 'Groups of **5 to 8** colleagues meet over _six weeks_.',
    wrap: true,
    isSubtle: true,
  },
  {
    type: 'RichTextBlock',
    inlines: [
      { type: 'TextRun', text: 'Your words: ', weight: 'bolder' },
      { type: 'TextRun', text: HOSTILE, italic: true },
    ],
  },
  {
    type: 'FactSet',
    facts: [
      { title: 'Topic', value: 'SQL for people who count things' },
      { title: 'Group', value: '4 of 5 have joined' },
      { title: 'First meeting', value: 'Thursday 19 November, 10:00' },
    ],
  },
  {
    type: 'Input.Text',
    id: 'goal',
    label: 'What do you want to be able to do?',
    isRequired: true,
    errorMessage: 'Write one sentence.',
    isMultiline: true,
  },
  {
    type: 'Input.ChoiceSet',
    id: 'level',
    label: 'How much do you know already?',
    value: 'some',
    choices: [
      { title: 'Nothing yet', value: 'none' },
      { title: 'Some of it', value: 'some' },
    ],
  },
  {
    type: 'ActionSet',
    actions: [
      execute('Join the group', 'join', { style: 'positive' }),
      execute('Not now', 'later', { associatedInputs: 'none' }),
      {
        type: 'Action.OpenUrl',
        title: 'View page in SharePoint',
        url: 'https://contoso.sharepoint.com/SitePages/pl-sql.aspx',
      },
    ],
  },
]);

export const answerCard = (goal: string) =>
  card([
    { type: 'Container', style: 'good', bleed: true, items: [heading('You are in')] },
    { type: 'TextBlock', text: `Your goal: ${goal}`, wrap: true },
    { type: 'FactSet', facts: [{ title: 'Goal', value: HOSTILE }] },
    { type: 'ActionSet', actions: [execute('Undo', 'undo', { associatedInputs: 'none' })] },
  ]);

export const page: Page = {
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
                    '<h2>Course</h2><p style="color:red" onclick="alert(1)">Six weeks, ' +
                    '<strong>one hour</strong> each.</p>' +
                    '<script>alert(1)</script><ul><li>Joins</li>' +
                    '<li><a href="https://learn.example/sql">A course</a></li>' +
                    '<li><a href="javascript:alert(1)">A trap</a></li></ul><img src=x onerror=alert(1)>',
                },
              ],
            },
            {
              webparts: [
                {
                  data: {
                    title: 'Quick links',
                    serverProcessedContent: { links: [{ key: 'a', value: 'https://learn.example/' }] },
                  },
                },
              ],
            },
          ],
        },
      ],
    },
  },
};

export function planOf(state: TenantState): Plan {
  const group = state.groups.find(({ id }) => id === state.programmeTeam);
  const createdDateTime = state.clock.now;
  const task = (
    id: string,
    title: string,
    percentComplete: number,
    dueDateTime: string | null,
    who: string,
  ): Task => ({
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
      checklist: {
        a: { title: 'Ask two colleagues', isChecked: true },
        b: { title: 'Write it down', isChecked: false },
      },
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
