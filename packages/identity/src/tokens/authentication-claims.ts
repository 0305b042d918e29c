import type { Factor, Session } from '../ports/index.ts';
import { toSeconds } from '../seconds.ts';

/** How and when a person proved who they are (OpenID Connect Core 1.0 §2), in ID tokens and access tokens (RFC 9068 §2.2.1). */
export interface AuthenticationClaims {
  /** Seconds since the epoch. */
  readonly auth_time: number;
  readonly acr: Assurance;
  /** RFC 8176 §2. */
  readonly amr: readonly string[];
}

/** `1`: one factor was shown, `2`: two of different kinds. */
export type Assurance = '1' | '2';

export function authenticationClaims({ factors }: Pick<Session, 'factors'>): AuthenticationClaims {
  const acr = assuranceOf(factors);
  const methods: readonly string[] = [...new Set(factors.map(({ method }) => method))];
  const checked = factors.some(isPasskey) ? [...methods, 'user'] : methods;
  return {
    auth_time: toSeconds(authenticatedAt({ factors })),
    acr,
    amr: acr === '2' ? [...checked, 'mfa'] : checked,
  };
}

/**
 * Two are two only where they are of different kinds: something known, and something held. A passkey is both: it is held,
 * and its device asked for what the person knows or is.
 */
export function assuranceOf(factors: readonly Factor[]): Assurance {
  if (factors.some(isPasskey)) return '2';
  const isKnown = factors.some(isFirst);
  const isHeld = factors.some((factor) => !isFirst(factor));
  return isKnown && isHeld ? '2' : '1';
}

/**
 * What another provider vouches for, and who reads a mailbox, counts as a password does: how the person signed in there,
 * nobody here has seen.
 */
function isFirst({ method }: Factor): boolean {
  return method === 'pwd' || method === 'fed' || method === 'email';
}

function isPasskey({ method }: Factor): boolean {
  return method === 'hwk' || method === 'swk';
}

/** When the person last proved who they are, in milliseconds since the epoch. */
export function authenticatedAt({ factors }: Pick<Session, 'factors'>): number {
  return Math.max(...factors.map(({ at }) => at));
}
