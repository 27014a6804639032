// What of each request becomes a line in the log: one for its answer, and one now and then for what is refused.
import { type FastifyBaseLogger, type FastifyReply, type FastifyRequest, LogController } from 'fastify';
import { seldom } from '../limits/seldom.ts';

/** A flood of what is refused would otherwise be a flood of lines. */
export class Lines extends LogController {
  readonly #refused = seldom((what, ids) => this.log?.info(ids, what), Date.now);
  log: FastifyBaseLogger | undefined;

  override incomingRequest(): void {}

  override routeNotFound(): void {}

  override requestCompleted(error: Error | null, request: FastifyRequest, reply: FastifyReply): void {
    const { statusCode } = reply;
    if (error || statusCode < 400 || statusCode >= 500) {
      request.log.info({ req: request, res: reply, ms: Math.round(reply.elapsedTime) }, 'answered');
      return;
    }
    // The route as we named it: an address could hold what somebody wrote.
    const { url = 'nowhere' } = request.routeOptions;
    this.#refused('refused', { why: `${request.method} ${url} ${statusCode}` });
  }
}
