// Serves the tab: its built files, and one page for its three addresses, under a policy that lets in nothing else.
import { existsSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import fastifyStatic from '@fastify/static';
import type { FastifyInstance } from 'fastify';

export interface TabPages {
  /** Where the built tab lies; without it the addresses say so. */
  folder: string;
  frames: { ancestors: readonly string[]; origins: readonly string[] };
  /** What the page has to know of the app: our public origin, the app's id in the manifest, the bot's id. */
  says: { public: string; app: string; bot: string };
}

/** Fluent inserts its rules by script into style elements that are empty: only the hash of nothing is let in. */
const emptyStyle = "'sha256-47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU='";
/** teams-js reads Microsoft's list of hosts there, and does without it when it may not. */
const hostList = 'https://res.cdn.office.net';

const policy = (ancestors: readonly string[]) =>
  [
    "default-src 'self'",
    "script-src 'self'",
    `style-src 'self' ${emptyStyle}`,
    "img-src 'self' data:",
    `connect-src 'self' ${hostList}`,
    "object-src 'none'",
    "base-uri 'none'",
    "form-action 'none'",
    `frame-ancestors 'self' ${ancestors.join(' ')}`,
  ].join('; ');

const escaped = (text: string) =>
  text.replaceAll('&', '&amp;').replaceAll('"', '&quot;').replaceAll('<', '&lt;');

export function tabPages(app: FastifyInstance, { folder, frames, says }: TabPages): void {
  const root = resolve(folder);
  const page = `${root}/index.html`;
  if (!existsSync(page)) return;
  const html = Object.entries({ ...says, origins: frames.origins.join(',') }).reduce(
    (text, [name, value]) =>
      text.replace(
        new RegExp(`(<meta name="peerloop-${name}" content=")[^"]*`),
        (_, start: string) => start + escaped(value),
      ),
    readFileSync(page, 'utf8'),
  );
  app.register(fastifyStatic, {
    root: `${root}/assets`,
    prefix: '/tab/assets/',
    index: false,
    immutable: true,
    maxAge: '1y',
  });
  for (const name of ['personal', 'channel', 'settings']) {
    app.get(`/tab/${name}`, (_request, reply) =>
      reply
        .type('text/html; charset=utf-8')
        .header('content-security-policy', policy(frames.ancestors))
        .send(html),
    );
  }
}
