// The pages that the app package links to are there, say what they promise, and load nothing from elsewhere.
import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { webServer } from '../../bot/web/server.ts';

const web = webServer({
  config: { local: true },
  receive: () => Promise.resolve({ status: 200 }),
  health: { ready: () => true, work: () => Promise.reject(new Error('not asked for')) },
  log: { level: 'silent' },
});

test('every page of ours that the manifest names is served as HTML', async () => {
  const manifest = readFileSync('appPackage/manifest.json', 'utf8');
  const paths = [...manifest.matchAll(/https:\/\/\$\{\{PUBLIC_HOST\}\}(\/[a-z]+)"/g)].map(
    ([, path]) => path ?? '',
  );
  expect(paths).toEqual(expect.arrayContaining(['/privacy', '/terms']));
  for (const url of new Set(paths)) {
    const answer = await web.inject({ method: 'GET', url });
    expect(answer.statusCode, url).toBe(200);
    expect(answer.headers['content-type'], url).toContain('text/html');
    expect(answer.headers['content-security-policy'], url).toContain("default-src 'none'");
  }
});

test('the privacy page says how to be forgotten and who reads what', async () => {
  const { body } = await web.inject({ method: 'GET', url: '/privacy' });
  expect(body).toContain('delete my data');
  expect(body).toContain('Your supervisor sees nothing');
});
