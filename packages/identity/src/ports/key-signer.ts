import type { IssuingAlgorithm } from '@signet/contracts';
import type { Jwk } from '@signet/token/keys';

/** A key that signs where it was made. */
export interface SignerKey {
  /** By which the signer finds it again; no secret, and sealed all the same, so that nobody points it elsewhere. */
  readonly handle: string;
  readonly algorithm: IssuingAlgorithm;
}

/** Where private keys can live that never come here: what it answers is checked before anybody gets it. */
export interface KeySigner {
  /** Makes a key, or a new version of one. Rejects for an algorithm that it has no place for. */
  make(algorithm: IssuingAlgorithm): Promise<SignerKey & { readonly publicJwk: Jwk }>;
  /** The signature of these bytes as JWS has it (RFC 7518 §3.3 to §3.5). @param signal by when an answer counts */
  sign(key: SignerKey, input: Uint8Array<ArrayBuffer>, signal: AbortSignal): Promise<Uint8Array>;
}
