// The validators are really asked: what is wrong comes back as wrong, what is empty is not taken for good.
import { expect, test, vi } from 'vitest';
import { checks, needChecks } from './checks.ts';

test('A card that no client can show is found', async (context) => {
  const { cards } = needChecks(context);
  const card = {
    type: 'AdaptiveCard',
    version: '1.5',
    body: [{ type: 'TextBlock', text: 'Hello', wrap: true }],
  };
  expect(await cards([card])).toMatchObject({ exitCode: 0 });
  const broken = await cards([card, { ...card, version: '1.6' }]);
  expect(broken.exitCode).toBe(1);
  expect(broken.output).toContain('stdin:2');
});

test('A Graph call that does not exist is found, and no call at all is no success', async (context) => {
  const { graph } = needChecks(context);
  const call = { method: 'GET', url: 'https://graph.microsoft.com/v1.0/nowhere', status: 200, ts: 0 };
  const found = await graph([JSON.stringify({ ...call, auth: 'app', permissions: [] })]);
  expect(found.exitCode).toBe(1);
  expect(found.output).toContain('unknown path /nowhere');
  expect((await graph([])).exitCode).toBe(1);
});

test('Without their directory there are no validators to ask', () => {
  vi.stubEnv('CHECKS_DIR', '');
  expect(checks()).toBeUndefined();
  vi.unstubAllEnvs();
});
