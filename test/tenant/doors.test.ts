// The doors open for this machine's own address alone, and show what is in the tenant.
import { request } from 'node:http';
import { describe, expect, test } from 'vitest';
import { type Json, openLab } from './lab.ts';

function status(url: string, headers: Record<string, string>): Promise<number | undefined> {
  return new Promise((resolve, reject) => {
    const call = request(url, { headers }, (answer) => resolve(answer.resume().statusCode));
    call.once('error', reject).end();
  });
}

describe('A door', () => {
  test('opens for its own host and pages, and for nobody else', async () => {
    const lab = await openLab();
    const { port } = new URL(lab.url);
    const knock = (headers: Record<string, string>) => status(`${lab.url}/_tenant/clock`, headers);
    expect(await knock({})).toBe(200);
    expect(await knock({ host: `localhost:${port}`, origin: `http://127.0.0.1:${port}` })).toBe(200);
    expect(await knock({ host: `rebound.example:${port}` })).toBe(403);
    expect(await knock({ host: '127.0.0.1:1' })).toBe(403);
    for (const origin of ['https://elsewhere.example', 'null', `http://127.0.0.1:${Number(port) + 1}`])
      expect(await knock({ origin })).toBe(403);
  });

  test.each(['say', 'press', 'clock', 'happen', 'faults'])('%s says what it can’t read', async (name) => {
    const lab = await openLab();
    const headers = { 'content-type': 'application/json' };
    const answer = await fetch(`${lab.url}/_tenant/${name}`, { method: 'POST', headers, body: '{"as":' });
    expect([answer.status, await answer.json()]).toEqual([400, { error: 'The body is not JSON.' }]);
    expect((await lab.ask(`/_tenant/${name}`, 'words')).status).toBe(400);
  });

  test('shows the people with what matters for learning together', async () => {
    const lab = await openLab();
    const people = (await lab.ask('/_tenant/people')).body as unknown as Json[];
    expect(people.find((p) => p.name === 'Anja Vogt')).toMatchObject({
      area: 'People & Culture',
      level: 'senior',
      office: 'Berlin',
      timeZone: 'Europe/Berlin',
      language: 'en-GB',
      supervisor: people.find((p) => p.name === 'Ciara Dunne')?.id,
      groups: ['Peerloop Facilitators', 'Learning at Alderbrook'],
    });
  });

  test.each(['teams', 'channels', 'pages', 'plans', 'mail', 'calendar'])(
    'shows the %s as a list',
    async (name) => {
      const lab = await openLab();
      expect((await lab.ask(`/_tenant/${name}`)).body).toBeInstanceOf(Array);
    },
  );

  test('shows nobody’s messages without a name', async () => {
    const lab = await openLab();
    expect((await lab.ask('/_tenant/messages')).status).toBe(404);
    expect((await lab.ask('/_tenant/messages?of=Nobody')).status).toBe(404);
  });
});
