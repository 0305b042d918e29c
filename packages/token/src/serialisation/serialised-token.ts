/** The ways of writing one JWS (RFC 7515 §7) or JWE (RFC 7516 §7). */
export type Serialisation = 'compact' | 'flattened' | 'general';

export const serialisations: readonly Serialisation[] = Object.freeze(['compact', 'flattened', 'general']);

/** A token taken into its members, each as it was written: nothing is decoded, so nothing can change. */
export type SerialisedToken = SerialisedJws | SerialisedJwe;

export interface SerialisedJws {
  readonly kind: 'signed';
  readonly form: Serialisation;
  /** Absent where it is detached (RFC 7515 appendix F). */
  readonly payload?: string;
  /** False with `b64: false` (RFC 7797): the payload stands in the token as it is. */
  readonly isEncoded: boolean;
  readonly signatures: readonly [SerialisedSignature, ...SerialisedSignature[]];
  /** There for an SD-JWT (RFC 9901), whichever way it was written. */
  readonly selective?: SelectiveParts;
}

export interface SerialisedSignature {
  readonly protected?: string;
  /** JSON text, with every digit as it came. */
  readonly header?: string;
  readonly signature: string;
}

/** What stands behind the `~` of an SD-JWT, or in the unprotected header of one in JSON (RFC 9901 §8.1). */
export interface SelectiveParts {
  readonly disclosures: readonly string[];
  readonly keyBinding?: string;
}

export interface SerialisedJwe {
  readonly kind: 'encrypted';
  readonly form: Serialisation;
  readonly protected?: string;
  /** JSON text. */
  readonly unprotected?: string;
  readonly aad?: string;
  readonly iv: string;
  readonly ciphertext: string;
  readonly tag: string;
  readonly recipients: readonly [SerialisedRecipient, ...SerialisedRecipient[]];
}

export interface SerialisedRecipient {
  /** JSON text. */
  readonly header?: string;
  readonly encryptedKey: string;
}
