// The SDK's activity handler, brought down to the four kinds of activity that can be a turn.
import { type InvokeResponse, TeamsActivityHandler } from 'botbuilder';
import type { Answer } from '../run/turn.ts';

type Heard = () => Promise<Answer | null>;

/** Made for one turn. The handlers don't call `next`: what the SDK would do after them is not for us. */
export class Ears extends TeamsActivityHandler {
  readonly #hear: Heard;

  constructor(hear: Heard) {
    super();
    this.#hear = hear;
    const listen = async () => {
      await hear();
    };
    this.onMessage(listen);
    this.onConversationUpdate(listen);
    this.onInstallationUpdate(listen);
  }

  protected override async onInvokeActivity(): Promise<InvokeResponse> {
    return { status: 200, body: cardAnswer(await this.#hear()) };
  }
}

function cardAnswer(answer: Answer | null) {
  if (answer && 'card' in answer) {
    return { statusCode: 200, type: 'application/vnd.microsoft.card.adaptive', value: answer.card };
  }
  const value = answer?.notice ?? '';
  return { statusCode: 200, type: 'application/vnd.microsoft.activity.message', value };
}
