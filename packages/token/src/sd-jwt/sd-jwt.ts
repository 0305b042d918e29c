import type { JsonValue } from '../json/json-node.ts';
import type { Finding } from '../lint/finding.ts';
import type { ParsedToken } from '../parse/parsed-token.ts';

/** An SD-JWT (RFC 9901) taken apart and put together again. No signature is verified. */
export interface SdJwt {
  /** The token of the issuer, with digests in the place of claims. */
  readonly token: ParsedToken;
  readonly disclosures: readonly Disclosure[];
  /** Digests that no disclosure belongs to: claims that are held back, and decoys, which look the same. */
  readonly undisclosed: number;
  /** The claims as a verifier sees them: what is disclosed stands in its place, digests are gone. */
  readonly claims: JsonValue;
  /** The token by which the holder proves that the SD-JWT is theirs, and whether its `sd_hash` fits. */
  readonly keyBinding?: KeyBinding;
  /** What a careful verifier refuses, rules named `sd-jwt/what`. */
  readonly findings: readonly Finding[];
}

/** A disclosure as it was sent: `[salt, name, value]` for a member, `[salt, value]` for an element of an array. */
export interface Disclosure {
  readonly text: string;
  readonly digest: string;
  readonly name?: string;
  readonly value: JsonValue;
  /** Where its digest stands, such as `address.street`; absent where it stands nowhere. */
  readonly path?: string;
}

export interface KeyBinding {
  readonly token: ParsedToken;
  readonly sdHash: 'right' | 'wrong' | 'missing';
}
