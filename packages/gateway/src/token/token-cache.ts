import { LRUCache } from 'lru-cache';
import type { KeyRing } from '../keys/issuer-keys.ts';
import type { GuardedRoute } from '../snapshot/snapshot.ts';
import type { TrustedToken } from './trusted-token.ts';

export interface RememberedToken {
  readonly token: TrustedToken;
  /** The keys under which it was verified: under others it must be verified again. */
  readonly ring: KeyRing;
  /** Routes for which type, issuer and audience were found good. These do not change; the time does. */
  readonly acceptedBy: Set<GuardedRoute>;
}

const mostTokens = 50_000;
const mostBytes = 64 * 1024 * 1024;
/** Claims as objects weigh about this much more than as text. */
const weightOfClaims = 3;

/** Tokens whose signature was checked. Only the signature may be taken from here; all else is asked again each time. */
export class TokenCache {
  readonly #tokens = new LRUCache<string, RememberedToken>({
    max: mostTokens,
    maxSize: mostBytes,
    sizeCalculation: (_, compact) => compact.length * weightOfClaims,
  });

  get(compact: string): RememberedToken | undefined {
    return this.#tokens.get(compact);
  }

  remember(compact: string, remembered: RememberedToken): void {
    this.#tokens.set(compact, remembered);
  }

  forget(compact: string): void {
    this.#tokens.delete(compact);
  }

  get size(): number {
    return this.#tokens.size;
  }
}
