import type { Clocks, SignatureAlgorithm } from '@signet/contracts';
import type { Jwk } from '@signet/token/keys';

/** By what a service proves which client it is: a secret, or a key of which only the service has the private half. */
export type ServiceProof =
  /** Travels as `client_secret_basic`; a function is asked before each request, so that a secret may change. */
  | { readonly secret: string | (() => string | Promise<string>) }
  /** Signs an assertion for each request (`private_key_jwt`, RFC 7523): as PEM or JWK. */
  | {
      readonly privateKey: string | Jwk;
      /** What the key signs with; default `alg` of the JWK, or `ES256`. */
      readonly algorithm?: SignatureAlgorithm;
      /** Which key it is, where the client publishes several; default `kid` of the JWK. */
      readonly kid?: string;
    };

/** Which Signet gives the tokens, to which client. */
export type ServiceOptions = ServiceProof & {
  /** The origin of the Signet, such as `https://login.example`. */
  readonly issuer: string;
  readonly clientId: string;
  /** Binds tokens to a key of this process (DPoP, RFC 9449); default false. */
  readonly dpop?: boolean;
  /** Milliseconds until a request for a token is given up; default 10 000. */
  readonly deadline?: number;
  /** Exchanged tokens that are kept at most; default 1000. */
  readonly mostExchanged?: number;
  /** Allows a plain `http:` issuer beyond this machine. */
  readonly dangerouslyAllowInsecureIssuer?: boolean;
  readonly clocks?: Clocks;
  readonly fetch?: (url: URL, init: RequestInit) => Promise<Response>;
};

/** What a token is asked for. */
export interface TokenWish {
  /** The API that it is for; default the first of the client's `audiences`. */
  readonly resource?: string;
  /** Default all that the client may. */
  readonly scopes?: readonly string[];
}

/** A token for a service. It is as good as a password while it lives: keep it out of logs. */
export interface ServiceToken {
  readonly accessToken: string;
  /** `DPoP` where it is bound to a key. */
  readonly tokenType: 'Bearer' | 'DPoP';
  /** What it may do. */
  readonly scopes: readonly string[];
  /** Milliseconds that it lived when the answer came. */
  readonly lifetime: number;
}
