// The SDK's client of the Bot connector, made to send each request exactly once.
import { ConnectorClient } from 'botframework-connector';

/**
 * Its options noRetryPolicy and retryOptions change nothing: the policies themselves must go,
 * or a message is posted up to four times after a 5xx or a dropped socket. A redirect would carry our token along.
 */
const repeats = /retry|redirect/i;

export function connectorClient(serviceUrl: string, token: () => Promise<string>): ConnectorClient {
  const client = new ConnectorClient(
    {
      async signRequest(request) {
        request.headers.set('authorization', `Bearer ${await token()}`);
        return request;
      },
    },
    { baseUri: serviceUrl },
  );
  // The SDK keeps it private; the tests of this room count requests, so a change of it is noticed.
  const { pipeline }: Inner = Reflect.get(client, 'client');
  for (const { name } of pipeline.getOrderedPolicies()) {
    if (repeats.test(name)) pipeline.removePolicy({ name });
  }
  return client;
}

interface Inner {
  pipeline: { getOrderedPolicies(): { name: string }[]; removePolicy(named: { name: string }): unknown };
}
