import type { SignatureAlgorithm } from '@signet/token/keys';
import type { AudienceClaim } from '@signet/token/verify';
import type { SecretReference } from '../../fields/read-reference.ts';

/** By name. */
export type IssuersConfiguration = Readonly<Record<string, IssuerConfiguration>>;

export type IssuerConfiguration = SelfIssuer | RemoteIssuer | IntrospectedIssuer;

/** Signet's own identity provider, learnt like any other through its discovery document. */
export interface SelfIssuer {
  readonly kind: 'self';
}

/** What the tokens of an issuer must be, whoever vouches for them. */
interface TokenRules {
  /** Exactly what the token's `iss` must say. */
  readonly issuer: string;
  /** Audience for routes that name none of their own. */
  readonly audience?: string;
  /** The claim that stands for the audience where its tokens have no `aud`; one beside it is checked all the same. */
  readonly audienceClaim?: AudienceClaim;
  /** Claims that its tokens must have, beside `iss`, the audience and `exp`. */
  readonly requiredClaims?: readonly string[];
  /** Milliseconds by which its clock may differ; absent where `gateway.clockSkew` holds. */
  readonly clockSkew?: number;
  /** Milliseconds since the `iat` of a token. */
  readonly maxAge?: number;
  /** Milliseconds from the `iat` of a token to its `exp`. */
  readonly maxLifetime?: number;
}

export interface RemoteIssuer extends TokenRules {
  readonly kind: 'remote';
  readonly keys: IssuerKeySource;
  /** Only these, and only with a key made for them: those of shared secrets with `secret` alone, and nothing else with it. */
  readonly algorithms: readonly SignatureAlgorithm[];
  /** Required `typ`, such as `at+jwt`; absent accepts any type but refuses those known to be no access token. */
  readonly type?: string;
  /** Allows `http:` beyond loopback for `keys.url`. */
  readonly dangerouslyAllowInsecureKeys: boolean;
}

/** One whose tokens say nothing to anybody but itself: it is asked about each (RFC 7662). */
export interface IntrospectedIssuer extends TokenRules {
  readonly kind: 'introspected';
  readonly introspection: IntrospectionConfiguration;
}

export interface IntrospectionConfiguration {
  readonly url: string;
  readonly clientId: string;
  readonly clientSecret: SecretReference;
  readonly authentication: 'basic' | 'post';
  /** Milliseconds; nothing is kept where it is 0. */
  readonly cacheFor: number;
  /** Milliseconds. */
  readonly timeout: number;
  /** Asks about JWTs of this issuer too. */
  readonly jwts: boolean;
}

export type IssuerKeySource =
  /** The address of the issuer's discovery document itself (`…/.well-known/openid-configuration`), or of its JWKS. */
  | { readonly from: 'discovery' | 'jwks'; readonly url: string }
  /** Public keys as they were written: PEM, or a JWK set. */
  | { readonly from: 'text'; readonly text: string }
  | { readonly from: 'reference'; readonly keys: SecretReference }
  | { readonly from: 'secret'; readonly secret: SecretReference };
