import type { Acceptance, ClaimsPolicy } from '@signet/trust/bearer';

/** An issuer that is asked about its tokens, since they say nothing to anybody else (RFC 7662). */
export interface IntrospectionPolicy extends ClaimsPolicy {
  readonly url: string;
  readonly clientId: string;
  /** By the words of its reference. */
  readonly clientSecret: string;
  readonly authentication: 'basic' | 'post';
  /** Milliseconds. */
  readonly cacheFor: number;
  /** Milliseconds. */
  readonly timeout: number;
  /** It is asked about JWTs that name it too. */
  readonly jwts: boolean;
}

export type IntrospectedAcceptance = Acceptance<IntrospectionPolicy>;
