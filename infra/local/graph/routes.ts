// The Microsoft Graph of the local tenant as a fastify plugin, to be mounted under /v1.0.
import type { FastifyInstance, FastifyPluginAsync, FastifyRequest } from 'fastify';
import type { RequestLog } from '../requests.ts';
import type { Tenant } from '../tenant.ts';
import { answerBatch } from './batch.ts';
import { dispatch } from './dispatch.ts';
import { logCall } from './log.ts';

const headersOf = (headers: Readonly<Record<string, string | string[] | undefined>>) =>
  Object.fromEntries(Object.entries(headers).map(([name, value]) => [name, String(value ?? '')]));

/** Graph docs, throttling of Outlook: four requests of an app at a time, whatever the mailboxes. */
const mostAtOutlook = 4;
const isOutlook = (url: string) => /\/users\/[^/]+\/(calendar|events|sendMail)\b/.test(url);

/** How many are under way: what waits for a slow answer counts. */
function outlookLimit(app: FastifyInstance): void {
  const under = new Set<FastifyRequest>();
  app.addHook('onRequest', async (request, reply) => {
    if (!isOutlook(request.url)) return;
    under.add(request);
    for (const end of ['finish', 'close']) reply.raw.once(end, () => under.delete(request));
    if (under.size <= mostAtOutlook) return;
    const message = 'Application is over its MailboxConcurrency limit.';
    const error = { code: 'ApplicationThrottled', message };
    await reply.code(429).header('retry-after', '1').send({ error });
  });
}

export const graphRoutes =
  (tenant: Tenant, log: RequestLog): FastifyPluginAsync =>
  async (app) => {
    outlookLimit(app);
    // Graph itself says what is wrong with a body, so fastify hands it over unread.
    app.removeAllContentTypeParsers();
    app.addContentTypeParser('*', { parseAs: 'string' }, (_request, text, done) => done(null, text));
    app.addHook('onSend', logCall(tenant, log, app.prefix));
    app.route({
      method: ['GET', 'POST', 'PUT', 'PATCH', 'DELETE'],
      url: '/*',
      exposeHeadRoute: false,
      async handler(request, reply) {
        const asked = {
          method: request.method,
          target: request.url.slice(app.prefix.length),
          headers: headersOf(request.headers),
          text: typeof request.body === 'string' ? request.body : undefined,
        };
        const isBatch = asked.method === 'POST' && asked.target === '/$batch';
        const answer = await (isBatch ? answerBatch : dispatch)(tenant, asked);
        reply.code(answer.status).headers(answer.headers ?? {});
        if (answer.body === undefined) return reply.send();
        return reply.type('application/json; odata.metadata=minimal; charset=utf-8').send(answer.body);
      },
    });
  };
