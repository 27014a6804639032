// A page of the group as people and Graph may have left it: ours is revised, theirs is never touched.
import { describe, expect, test } from 'vitest';
import { graphCalls } from '../../bot/graph/call.ts';
import { graphWorkspace } from '../../bot/graph/workspace.ts';
import { type Asked, loopback, type Told } from '../loopback.ts';

const text = (innerHtml: string, more = {}) => ({
  '@odata.type': '#oneDrive.textWebPart',
  id: 'part',
  innerHtml,
  ...more,
});
const section = (...webparts: object[]) => ({
  layout: 'oneColumn',
  id: '1',
  emphasis: 'none',
  'columns@odata.context': 'https://graph.microsoft.com/v1.0/$metadata#columns',
  columns: [{ id: '1', width: 12, webparts }],
});

interface Kept {
  sections: object[];
  level: string;
  version: string;
  vertical?: object;
}
/** A site with one page that keeps what it is sent, and answers a request as the test says where it says so. */
async function site(kept: Kept, says: (asked: Asked) => Told | undefined = () => undefined) {
  const graph = await loopback((asked) => {
    const told = says(asked);
    if (told) return told;
    if (asked.method === 'PATCH') {
      kept.sections = Object(asked.body).canvasLayout.horizontalSections;
      kept.level = 'checkout';
    }
    if (asked.method === 'POST') kept.level = 'published';
    if (asked.method !== 'GET') return { status: asked.method === 'POST' ? 204 : 200 };
    const { level, version: versionId, sections: horizontalSections, vertical = null } = kept;
    const canvasLayout = { horizontalSections, verticalSection: vertical };
    return { status: 200, body: { eTag: '"{P},7"', publishingState: { level, versionId }, canvasLayout } };
  });
  const call = graphCalls({ token: async () => 'token', graphUrl: graph.origin });
  const workspace = graphWorkspace(call, { teamsAppId: '55555555-aaaa-4aaa-8aaa-555555555555' });
  return {
    kept,
    methods: () => graph.asked.map(({ method }) => method),
    asked: graph.asked,
    revise: (say: string, mark?: string) => workspace.revisePage('s', 'p', { blocks: blocks(say), mark }),
    finish: (say: string) => workspace.finishPage('s', 'p', blocks(say)),
    see: (mark?: string) => workspace.seePage('s', 'p', mark),
  };
}
const left = { is: 'done', value: { left: 'pageEdited' } };
const blocks = (say: string) => [{ is: 'text', text: say } as const];
const first = () => ({ sections: [section(text('<p>Old</p>'))], level: 'published', version: '1.0' });

/** A page whose part of ours says “Old”, and the mark that was kept of it. */
async function known(says?: (asked: Asked) => Told | undefined) {
  const page = await site(first(), says);
  const ended = await page.revise('Old');
  if (ended.is !== 'done' || 'left' in ended.value) throw new Error('not revised');
  page.asked.length = 0;
  return { ...page, mark: ended.value.mark };
}

describe('A look at a page', () => {
  const seen = (changed: boolean) => ({ is: 'done', value: { published: true, changed } });
  const edited = () => [section(text('<p>Old, and theirs</p>'))];

  test('tells, with one read, whether our part is there as we left it, wherever it stands', async () => {
    const page = await known();
    page.kept.sections.unshift(section(text('<p>Above</p>')));
    expect(await page.see(page.mark)).toEqual(seen(false));
    page.kept.sections = edited();
    expect(await page.see(page.mark)).toEqual(seen(true));
    page.kept.sections = [section({ '@odata.type': '#microsoft.graph.standardWebPart' })];
    expect(await page.see(page.mark)).toEqual(seen(true));
    expect(page.methods()).toEqual(['GET', 'GET', 'GET']);
  });

  test('compares nothing where no mark of ours is known', async () => {
    const page = await known();
    page.kept.sections = edited();
    expect(await page.see()).toEqual(seen(false));
  });
});

describe('A page that nobody has touched since we made it', () => {
  const made = () => ({ ...first(), level: 'checkout', version: '0.1' });

  test('is published as it is, once it says what it should', async () => {
    const page = await site(made());
    expect(await page.revise('Old')).toMatchObject({ is: 'done', value: { mark: expect.any(String) } });
    expect(page.methods()).toEqual(['GET', 'POST', 'GET']);
  });

  test('is written anew before anybody reads it, where it should say something else by now', async () => {
    const page = await site(made());
    expect(await page.revise('New')).toMatchObject({ is: 'done', value: { mark: expect.any(String) } });
    expect(page.methods()).toEqual(['GET', 'PATCH', 'POST', 'GET']);
    expect(JSON.stringify(page.kept.sections)).not.toContain('Old');
  });

  test('is theirs when somebody has written on it before it was published', async () => {
    const page = await site({ ...made(), version: '0.2' });
    expect(await page.revise('New')).toEqual(left);
    expect(page.methods()).toEqual(['GET']);
  });
});

describe('A page that is as we left it', () => {
  test('is not written again when it says already what it should', async () => {
    const page = await site(first());
    const ended = await page.revise('Old');
    expect(ended).toMatchObject({ is: 'done', value: { mark: expect.stringMatching(/^[0-9a-f]{64}$/) } });
    expect(page.methods()).toEqual(['GET']);
  });

  test('is changed over the version that was read, published, and read back', async () => {
    const { revise, methods, asked, mark, kept } = await known();
    const ended = await revise('New', mark);
    expect(methods()).toEqual(['GET', 'PATCH', 'POST', 'GET']);
    expect(asked[1]?.headers['if-match']).toBe('"{P},7"');
    expect(asked[1]?.body).toEqual({
      '@odata.type': '#microsoft.graph.sitePage',
      canvasLayout: {
        horizontalSections: [
          {
            layout: 'oneColumn',
            id: '1',
            emphasis: 'none',
            columns: [
              {
                id: '1',
                width: 12,
                webparts: [
                  { '@odata.type': '#microsoft.graph.textWebPart', id: 'part', innerHtml: '<p>New</p>' },
                ],
              },
            ],
          },
        ],
      },
    });
    expect(kept.level).toBe('published');
    expect(ended).toMatchObject({ is: 'done', value: { mark: expect.not.stringMatching(mark) } });
  });

  test('keeps the sections that people have put around ours', async () => {
    const { revise, kept, mark } = await known();
    kept.sections = [section(text('<p>Ours above</p>')), ...kept.sections, section(text('<p>Below</p>'))];
    expect(await revise('New', mark)).toMatchObject({ is: 'done' });
    expect(JSON.stringify(kept.sections)).toMatch(/Ours above.*New.*Below/);
    expect(await revise('Newer', mark)).toEqual(left);
  });
});

describe('A page that people have changed', () => {
  const changes: [string, (kept: Kept) => void][] = [
    ['the words of our part', (kept) => (kept.sections = [section(text('<p>Old, and mine</p>'))])],
    ['the look of our part', (kept) => (kept.sections = [section(text('<p><strong>Old</strong></p>'))])],
    ['our part away', (kept) => (kept.sections = [])],
    [
      'a picture onto it',
      (kept) =>
        kept.sections.push(
          section({ '@odata.type': '#microsoft.graph.standardWebPart', webPartType: 'x', data: {} }),
        ),
    ],
    ['a column onto it that shows us nothing', (kept) => kept.sections.push(section())],
    ['something beside it', (kept) => (kept.vertical = { id: '1', webparts: [text('<p>Beside</p>')] })],
  ];

  test.each(changes)('is left as it is: %s', async (_, change) => {
    const { revise, methods, mark, kept } = await known();
    change(kept);
    const before = JSON.stringify(kept);
    expect(await revise('New', mark)).toEqual(left);
    expect(methods()).toEqual(['GET']);
    expect(JSON.stringify(kept)).toBe(before);
  });

  test('in its look alone stays theirs, though it says what it should', async () => {
    const { revise, mark, kept } = await known();
    kept.sections = [section(text('<p><strong>Old</strong></p>'))];
    expect(await revise('Old', mark)).toEqual({ is: 'done', value: { mark } });
  });

  test('before anything was known of it is left, too', async () => {
    const page = await site({ ...first(), version: '2.0' });
    expect(await page.revise('New')).toEqual(left);
  });

  test('and not published yet waits until they have', async () => {
    const { revise, methods, mark, kept } = await known();
    kept.level = 'draft';
    expect(await revise('New', mark)).toMatchObject({ is: 'wait', code: 'pageInUse' });
    expect(methods()).toEqual(['GET']);
  });
});

describe('Microsoft', () => {
  const fails = (method: string, status: number) => {
    let on = false;
    const says = (asked: Asked): Told | undefined =>
      on && asked.method === method ? { status, body: { error: { code: 'x', message: 'No.' } } } : undefined;
    return { says, begin: () => (on = true) };
  };

  test.each([
    ['GET', 404, { is: 'refused', code: 'pageGone', status: 404 }],
    ['PATCH', 404, { is: 'refused', code: 'pageGone', status: 404 }],
    ['PATCH', 403, { is: 'refused', code: 'pageWithheld', status: 403 }],
    ['POST', 403, { is: 'refused', code: 'pageWithheld', status: 403 }],
    ['PATCH', 400, { is: 'refused', code: 'x', status: 400 }],
    ['PATCH', 409, { is: 'wait', seconds: 30, code: 'pageInUse' }],
    ['PATCH', 412, { is: 'wait', seconds: 30, code: 'pageInUse' }],
    ['PATCH', 423, { is: 'wait', seconds: 30, code: 'pageInUse' }],
    ['PATCH', 500, { is: 'unknown', code: 'x' }],
    ['POST', 503, { is: 'unknown', code: 'x' }],
  ])('that answers %s with %i has the page left, or asked for again', async (method, status, end) => {
    const { says, begin } = fails(method, status);
    const { revise, mark } = await known(says);
    begin();
    expect(await revise('New', mark)).toEqual(end);
  });

  test('that has no page yet a moment after it was made is asked again', async () => {
    const { says, begin } = fails('GET', 404);
    begin();
    const page = await site(first(), says);
    expect(await page.revise('Old')).toMatchObject({ is: 'wait' });
  });
});

describe('A revision whose end was lost', () => {
  test('is found by what the page says, and published where that is missing', async () => {
    const { finish, methods, kept, mark } = await known();
    kept.sections = [section(text('<p class="x">New&nbsp;&amp; true</p>'))];
    kept.level = 'checkout';
    const ended = await finish('New & true');
    expect(ended.is === 'done' && ended.value?.mark !== mark).toBe(true);
    expect(methods()).toEqual(['GET', 'POST', 'GET']);
    expect(await finish('New & true')).toEqual(ended);
  });

  test('is not there when the page says something else, or is gone', async () => {
    const { says, begin } = ((on = { is: false }) => ({
      says: (): Told | undefined => (on.is ? { status: 404, body: {} } : undefined),
      begin: () => (on.is = true),
    }))();
    const { finish } = await known(says);
    expect(await finish('New')).toEqual({ is: 'done', value: null });
    begin();
    expect(await finish('New')).toEqual({ is: 'done', value: null });
  });
});
