import type { IdentityConfiguration, RevocationTarget } from '@signet/contracts';

/** Verifiers with a slow clock go on accepting a token for a while after its `exp`. */
export const clockMargin: number = 10 * 60_000;

/**
 * Of a key, whoever has it writes what it likes for `exp`, and a copy of the key set may lie about somewhere: what it signs is
 * refused for so long that nobody has to know when that ends.
 */
const keyLifetime = 10 * 365 * 24 * 3_600_000;

/** Milliseconds since the epoch, likewise, of everything that a key signed. */
export function forgetKeyAfter(at: number): number {
  return at + keyLifetime;
}

/** Tokens of other issuers live as long as those please; longer than this is not an access token any more. */
const foreignLifetime = 30 * 24 * 3_600_000;

/**
 * Milliseconds since the epoch after which nothing that the target names can still be accepted anywhere.
 * @param latestExpiry Of any access token issued so far, under whatever configuration.
 */
export function forgetAfter(
  target: RevocationTarget,
  at: number,
  issuer: string,
  lifetimes: Pick<IdentityConfiguration, 'accessTokenLifetime' | 'sessionLifetime'>,
  latestExpiry: number,
): number {
  if (target.kind === 'key') return forgetKeyAfter(at);
  if (target.issuer !== issuer) return at + foreignLifetime;
  // These also stop older sessions from refreshing, for as long as they could.
  const lifetime =
    'issuedUpTo' in target
      ? Math.max(lifetimes.sessionLifetime, lifetimes.accessTokenLifetime)
      : lifetimes.accessTokenLifetime;
  // The lifetime of now is for a token that a racing refresh is about to sign.
  return Math.max(at + lifetime, latestExpiry) + clockMargin;
}
