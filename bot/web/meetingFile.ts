// A meeting for a calendar of the reader's own, opened from a card in a browser that is not signed in.
import type { FastifyInstance } from 'fastify';
import { z } from 'zod';

const Asked = z.object({ key: z.string().regex(/^[\w-]{43}$/) });

/** `file`: undefined where the link is not, or no longer, a good one. */
export function meetingFiles(app: FastifyInstance, file: (key: string) => Promise<string | undefined>): void {
  app.get('/meetings/meeting.ics', async (request, reply) => {
    const asked = Asked.safeParse(request.query);
    const text = asked.success ? await file(asked.data.key) : undefined;
    if (text === undefined) {
      return reply
        .code(404)
        .type('text/plain; charset=utf-8')
        .send('This link has run out, or the meeting has changed. Open its card in Teams for a new one.');
    }
    return reply
      .header('content-disposition', 'attachment; filename="meeting.ics"')
      .type('text/calendar; charset=utf-8')
      .send(text);
  });
}
