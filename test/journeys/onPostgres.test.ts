// A group's life on PostgreSQL: six people at once, a restart in the middle, and one who is forgotten.
import { afterAll, beforeAll, expect, it, onTestFinished } from 'vitest';
import { noServer, type Server, startServer } from '../store/server.ts';
import { openCompany } from './company.ts';
import { form, newsOf, press, rest, say, six } from './people.ts';

let server: Server | undefined;

beforeAll(async () => {
  server = await startServer();
});
afterAll(() => server?.end());

it('a group forms, goes on after a restart, and forgets who asks for it', async ({ skip }) => {
  if (!server) return skip(noServer);
  const url = await server.create();
  const company = await openCompany(undefined, { DATABASE_URL: url });
  onTestFinished(() => company.close());
  await form(company, six);
  const [lena, aoife] = six;
  expect(await newsOf(company, lena)).toContain('Your group has a place');

  await company.restartApp();
  await press(company, lena, 'Add objective', { objective: 'Speak up in reviews' });
  expect(await say(company, lena, 'my objectives')).toContain('Speak up in reviews');
  expect(await say(company, aoife, 'my objectives')).toContain('Speak up in reviews');

  await say(company, lena, 'delete my data');
  await press(company, lena, 'Delete it all');
  await rest(company);
  expect(await say(company, aoife, 'my objectives')).not.toContain('Speak up in reviews');
  expect(await company.work()).toMatchObject({ due: 0, running: 0, failed: 0, unknown: 0 });
  const kept = "select (select count(*)::int from words where text like '%Speak up%') as words,";
  const rows = await server.sql(url, `${kept} (select count(*)::int from tombstones) as forgotten`);
  expect(rows).toEqual([{ words: 0, forgotten: 1 }]);
});
