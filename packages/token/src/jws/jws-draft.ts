import type { GivenKey } from '../keys/given-key.ts';
import type { WrittenHeaders } from './draft-header.ts';

export interface JwsSigner extends WrittenHeaders {
  /** The private half, or the secret. */
  readonly key: GivenKey;
}

/** A JWS that is to be made: what to sign, who signs, and how it is written down. */
export interface JwsDraft {
  readonly payload: Uint8Array<ArrayBuffer>;
  /** One; in the general form up to 16. */
  readonly signers: readonly JwsSigner[];
  readonly form: 'compact' | 'flattened' | 'general';
  /** Leaves the payload out of the token (RFC 7515 appendix F). */
  readonly isDetached?: boolean;
}
