// What the SDK asks about who may speak and as whom to answer: both are settled elsewhere and handed in.
import type { Activity } from 'botbuilder';
import {
  type AuthenticateRequestResult,
  AuthenticationError,
  BotFrameworkAuthentication,
  ClaimsIdentity,
  ConnectorFactory,
  UserTokenClient,
} from 'botframework-connector';
import { connectorClient } from './connector.ts';

export type Check = (
  authorization: string | undefined,
  activity: unknown,
) => Promise<
  { ok: true; claims: Record<string, unknown> } | { ok: false; status: 401 | 403 | 503; why: string }
>;

const audience = 'https://api.botframework.com';

/** The SDK would take any token of Entra that names our app, and everybody when the app id is empty. */
export class Authentication extends BotFrameworkAuthentication {
  readonly #check: Check;
  readonly #connectors: Connectors;

  constructor(check: Check, connectorToken: () => Promise<string>) {
    super();
    this.#check = check;
    this.#connectors = new Connectors(connectorToken);
  }

  override async authenticateRequest(
    activity: Activity,
    authorization: string,
  ): Promise<AuthenticateRequestResult> {
    const checked = await this.#check(authorization, activity);
    if (!checked.ok) throw new AuthenticationError(checked.why, checked.status);
    const claims = Object.entries(checked.claims).map(([type, value]) => ({ type, value: String(value) }));
    return { audience, claimsIdentity: new ClaimsIdentity(claims, true), connectorFactory: this.#connectors };
  }

  override async authenticateStreamingRequest(): Promise<AuthenticateRequestResult> {
    throw new AuthenticationError('noStreaming', 401);
  }

  override createConnectorFactory(): ConnectorFactory {
    return this.#connectors;
  }

  override async createUserTokenClient(): Promise<UserTokenClient> {
    return new NoUserTokens();
  }
}

class Connectors extends ConnectorFactory {
  readonly #token: () => Promise<string>;

  constructor(token: () => Promise<string>) {
    super();
    this.#token = token;
  }

  override async create(serviceUrl: string) {
    return connectorClient(serviceUrl, this.#token);
  }
}

/** The app acts as itself everywhere; the SDK wants the object all the same. */
class NoUserTokens extends UserTokenClient {
  override getUserToken = nobody;
  override getSignInResource = nobody;
  override signOutUser = nobody;
  override getTokenStatus = nobody;
  override getAadTokens = nobody;
  override exchangeToken = nobody;
}

async function nobody(): Promise<never> {
  throw new Error('The bot has no tokens of people');
}
