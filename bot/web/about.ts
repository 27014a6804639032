// The three pages that the app package points at, open without signing in: help, privacy and terms.
import type { FastifyInstance } from 'fastify';

interface About {
  path: string;
  title: string;
  paragraphs: readonly string[];
}

const pages: readonly About[] = [
  {
    path: '/help',
    title: 'Help',
    paragraphs: [
      'Peerloop brings together five to eight colleagues who want to learn the same thing, and carries them through it: objectives, a course, practice at work, and a look back.',
      'Open a chat with Peerloop in Microsoft Teams and write “topics” to see what colleagues want to learn, “my groups” to see yours, or “help” at any time.',
      'The person named in the chat under “help” answers questions about your programme.',
    ],
  },
  {
    path: '/privacy',
    title: 'Privacy',
    paragraphs: [
      'Peerloop keeps what is needed to run a learning group: who is in it, what its members write to it, and what became of it. It is run by your own organisation, in its own Microsoft 365 tenant, and sends nothing elsewhere.',
      'What you write is read only by those it was meant for: yourself, your group, the programme team, or the company; the chat says which before you write. Your supervisor sees nothing unless you show it. Nobody’s numbers are compared.',
      'Write “delete my data” in the chat to have everything you wrote, and your name, emptied at once. Messages that were already delivered in Teams and what a group has adopted stay; Microsoft 365 keeps its own records.',
    ],
  },
  {
    path: '/terms',
    title: 'Terms of use',
    paragraphs: [
      'Peerloop is open source under the MIT licence and comes without warranty. Your organisation runs it and decides who may use it.',
      'Taking part is voluntary. Treat what colleagues tell you in a group as meant for the group.',
    ],
  },
];

const css = `body{font:16px/1.5 system-ui,sans-serif;max-width:40rem;margin:2rem auto;padding:0 1rem;color:#242424;background:#fff}
a{color:#444791}nav a{margin-right:1rem}
@media (prefers-color-scheme:dark){body{color:#f5f5f5;background:#1f1f1f}a{color:#aab1fa}}`;

const links = pages.map(({ path, title }) => `<a href="${path}">${title}</a>`).join('');

const html = ({ title, paragraphs }: About) => `<!doctype html>
<html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width">
<title>${title} · Peerloop</title><link rel="stylesheet" href="/about.css"></head>
<body><main><h1>${title}</h1>${paragraphs.map((it) => `<p>${it}</p>`).join('')}</main><nav aria-label="About Peerloop">${links}</nav></body></html>`;

export function aboutPages(app: FastifyInstance): void {
  const policy =
    "default-src 'none'; style-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";
  for (const page of pages) {
    app.get(page.path, async (_request, reply) => {
      return reply
        .type('text/html; charset=utf-8')
        .header('content-security-policy', policy)
        .send(html(page));
    });
  }
  app.get('/', async (_request, reply) => reply.redirect('/help'));
  app.get('/about.css', async (_request, reply) => reply.type('text/css; charset=utf-8').send(css));
}
