// A bare echo bot, in a process of its own: the same server, token check and SDK as ours, and nothing else.
import type { AddressInfo } from 'node:net';
import { type Activity, CloudAdapter, type TurnContext } from 'botbuilder';
import { readConfig } from '../../bot/config.ts';
import { incomingBotTokens } from '../../bot/identity/incomingBot.ts';
import { Authentication } from '../../bot/teams/authentication.ts';
import { webServer } from '../../bot/web/server.ts';
import { measured } from '../bench/measured.ts';

class Echo extends CloudAdapter {
  async take(authorization: string, activity: Activity) {
    await this.processActivity(authorization, activity, async (context: TurnContext) => {
      await context.sendActivity(`You wrote: ${context.activity.text}`);
    });
  }
}

const config = readConfig(process.env);
if ('refused' in config) throw new Error(`${config.refused} ${config.why}`);
const echo = new Echo(new Authentication(incomingBotTokens(config).check, async () => 'token'));
const web = webServer({
  config,
  async receive({ headers, body }) {
    await echo.take(String(headers.authorization), body as Activity);
    return { status: 200 };
  },
  health: {
    ready: () => true,
    work: async () => ({ now: '', due: 0, running: 0, failed: 0, unknown: 0, next: null }),
  },
  log: { level: 'info' },
});
await web.listen({ host: config.host, port: 0 });
measured((web.server.address() as AddressInfo).port, async () => web.close());
