// The public keys behind an OpenID configuration: fetched once a day, kept while its door is shut, and never asked for in a flood.
import { createLocalJWKSet, createRemoteJWKSet, customFetch, errors, type JWTVerifyGetKey } from 'jose';
import { z } from 'zod';

/** The keys cannot be had and the ones we have don't fit: nobody's fault who is asking. */
export class KeysUnavailable extends Error {}

export interface PublicKeys {
  keyFor: JWTVerifyGetKey;
  /** The channels that may use this key. */
  endorsementsOf(kid: string): readonly string[];
}

const day = 24 * 60 * 60 * 1000;
const patience = 5000;
/** After a failure the door is left alone for so long. */
const rest = 5000;

const Metadata = z.object({ jwks_uri: z.url() });
const Keys = z.object({
  keys: z.array(z.object({ kid: z.string(), endorsements: z.array(z.string()).default([]) })),
});

export function publicKeys(openIdUrl: string): PublicKeys {
  let remote: Promise<ReturnType<typeof createRemoteJWKSet>> | undefined;
  let failedAt = Number.NEGATIVE_INFINITY;

  // jose rests after a success only; a flood of unknown keys while the door is shut would knock each time.
  const carefully: typeof fetch = async (url, init) => {
    if (Date.now() - failedAt < rest) throw new KeysUnavailable();
    try {
      const answer = await fetch(url, { ...init, redirect: 'manual' });
      if (answer.status !== 200) throw new KeysUnavailable();
      return answer;
    } catch (error) {
      failedAt = Date.now();
      throw error;
    }
  };

  const discover = async () => {
    const answer = await carefully(openIdUrl, { signal: AbortSignal.timeout(patience) });
    const { jwks_uri } = Metadata.parse(await answer.json());
    if (new URL(jwks_uri).origin !== new URL(openIdUrl).origin) throw new KeysUnavailable();
    return createRemoteJWKSet(new URL(jwks_uri), { cacheMaxAge: day, [customFetch]: carefully });
  };
  const keySet = () => {
    remote ??= discover().catch((error: unknown) => {
      remote = undefined;
      throw error;
    });
    return remote;
  };

  let known: z.infer<typeof Keys>['keys'] = [];

  return {
    endorsementsOf: (kid) => known.find((key) => key.kid === kid)?.endorsements ?? [],
    async keyFor(header, token) {
      const keys = await keySet().catch(() => {
        throw new KeysUnavailable();
      });
      const key = await keys(header, token).catch((error: unknown) => {
        if (error instanceof errors.JWKSNoMatchingKey || error instanceof errors.JWKSMultipleMatchingKeys) {
          throw error;
        }
        const kept = keys.jwks();
        if (!kept) throw new KeysUnavailable();
        return createLocalJWKSet(kept)(header, token).catch(() => {
          throw new KeysUnavailable();
        });
      });
      known = Keys.parse(keys.jwks()).keys;
      return key;
    },
  };
}
