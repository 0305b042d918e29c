import type { SignatureAlgorithm } from '@signet/token/keys';
import type { AudienceClaim } from '@signet/token/verify';
import type { SecretReference } from '../../fields/read-reference.ts';

/** By name. */
export type IssuersConfiguration = Readonly<Record<string, IssuerConfiguration>>;

export type IssuerConfiguration = SelfIssuer | RemoteIssuer;

/** Signet's own identity provider, learnt like any other through its discovery document. */
export interface SelfIssuer {
  readonly kind: 'self';
}

export interface RemoteIssuer {
  readonly kind: 'remote';
  /** Exactly what the token's `iss` must say. */
  readonly issuer: string;
  readonly keys: IssuerKeySource;
  /** Only these, and only with a key made for them: those of shared secrets with `secret` alone, and nothing else with it. */
  readonly algorithms: readonly SignatureAlgorithm[];
  /** Audience for routes that name none of their own. */
  readonly audience?: string;
  /** The claim that stands for the audience where its tokens have no `aud`; one beside it is checked all the same. */
  readonly audienceClaim?: AudienceClaim;
  /** Required `typ`, such as `at+jwt`; absent accepts any type but refuses those known to be no access token. */
  readonly type?: string;
  /** Claims that its tokens must have, beside `iss`, the audience and `exp`. */
  readonly requiredClaims?: readonly string[];
  /** Milliseconds by which its clock may differ; absent where `gateway.clockSkew` holds. */
  readonly clockSkew?: number;
  /** Milliseconds since the `iat` of a token. */
  readonly maxAge?: number;
  /** Milliseconds from the `iat` of a token to its `exp`. */
  readonly maxLifetime?: number;
  /** Allows `http:` beyond loopback for `keys.url`. */
  readonly dangerouslyAllowInsecureKeys: boolean;
}

export type IssuerKeySource =
  /** The address of the issuer's discovery document itself (`…/.well-known/openid-configuration`), or of its JWKS. */
  | { readonly from: 'discovery' | 'jwks'; readonly url: string }
  /** Public keys as they were written: PEM, or a JWK set. */
  | { readonly from: 'text'; readonly text: string }
  | { readonly from: 'reference'; readonly keys: SecretReference }
  | { readonly from: 'secret'; readonly secret: SecretReference };
