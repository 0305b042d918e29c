import type { KeyRing } from '@signet/trust';
import type { TrustedToken } from '@signet/trust/bearer';
import { LRUCache } from 'lru-cache';
import type { GuardedRoute } from '../snapshot/compiled-route.ts';
import { weighToken } from './weigh-token.ts';

export interface RememberedToken {
  readonly token: TrustedToken;
  /** The keys under which it was verified: under others it must be verified again. */
  readonly ring: KeyRing;
  /** Routes for which type, issuer and audience were found good. These do not change; the time does. */
  readonly acceptedBy: Set<GuardedRoute>;
}

const mostTokens = 50_000;
const mostBytes = 96 * 1024 * 1024;
/** A token that weighs more is verified anew each time: it would push hundreds of others out. */
const mostBytesOfOne = 256 * 1024;

/** Tokens whose signature was checked. Only the signature may be taken from here; all else is asked again each time. */
export class TokenCache {
  readonly #tokens = new LRUCache<string, RememberedToken>({
    max: mostTokens,
    maxSize: mostBytes,
    maxEntrySize: mostBytesOfOne,
    sizeCalculation: ({ token }, compact) => weighToken(compact, token),
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

  forgetAll(): void {
    this.#tokens.clear();
  }

  get size(): number {
    return this.#tokens.size;
  }

  /** Bytes, as `weighToken` counts them. */
  get weight(): number {
    return this.#tokens.calculatedSize;
  }
}
