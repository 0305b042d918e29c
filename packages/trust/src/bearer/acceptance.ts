import type { SignatureAlgorithm } from '@signet/contracts';
import type { AudienceClaim } from '@signet/token/verify';
import type { KeySource } from '../keys/key-source.ts';

/** How old a token may be, and how long it may live; in seconds. */
export interface AgeLimits {
  /** Since its `iat`. */
  readonly maxAge?: number;
  /** From its `iat` to its `exp`. */
  readonly maxLifetime?: number;
}

/** What the claims of a token of an issuer must be. */
export interface ClaimsPolicy extends AgeLimits {
  /** Its name in the configuration. */
  readonly name: string;
  /** Exactly what `iss` must say. */
  readonly issuer: string;
  /** The claim that stands for the audience where a token has no `aud`. */
  readonly audienceClaim?: AudienceClaim;
  /** Required `typ`; absent accepts any but those known to be no access token. */
  readonly type?: string;
  /** Claims that must be there, beside `iss`, the audience and `exp`. */
  readonly requiredClaims?: readonly string[];
  /** Seconds by which its clock may differ from ours; absent where what holds for all issuers holds for it. */
  readonly clockSkew?: number;
}

/** What a token of an issuer must be, and where the issuer's keys come from. */
export interface IssuerPolicy extends ClaimsPolicy {
  readonly keys: KeySource;
  readonly algorithms: readonly SignatureAlgorithm[];
  /** Of this Signet itself: what it shares with APIs is learnt in this process. */
  readonly sharesSecrets?: true;
}

/** An issuer whose tokens are taken, with what they must be made for. */
export interface Acceptance<Policy extends ClaimsPolicy = IssuerPolicy> {
  readonly policy: Policy;
  readonly audience: readonly string[];
}

/** Those whose tokens are taken, by `iss`. */
export type Acceptances = ReadonlyMap<string, Acceptance>;
