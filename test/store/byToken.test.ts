// A database that knows our identity: where a token stands for the password.
import { expect, test } from 'vitest';
import { byToken } from '../../bot/store/postgres.ts';

test('is spoken to with TLS, and asked with a token of its own for each connection', async () => {
  let asked = 0;
  const token = async () => `token ${++asked}`;
  const address = byToken('postgres://peerloop@db.example/life?sslmode=verify-full', token);
  expect(address).toMatchObject({
    host: 'db.example',
    port: 5432,
    database: 'life',
    user: 'peerloop',
    ssl: true,
  });
  const { password } = address;
  expect(typeof password === 'function' ? [await password(), await password()] : []).toEqual([
    'token 1',
    'token 2',
  ]);
});

test('is found at the port that the address names', () => {
  expect(byToken('postgres://peerloop@db.example:6432/life', async () => '')).toMatchObject({ port: 6432 });
});
