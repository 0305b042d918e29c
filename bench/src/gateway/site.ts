import type { Algorithm } from './tokens.ts';

/** Everything that a stack is told, the same for each of them; the Node stacks read it as `site.json`. */
export interface Site {
  /** A temporary folder for configuration and process ids. */
  readonly folder: string;
  /** Where the stack has to listen, on 127.0.0.1. */
  readonly port: number;
  /** Where the API behind it listens, on 127.0.0.1. */
  readonly upstreamPort: number;
  readonly issuer: string;
  readonly audience: string;
  readonly algorithm: Algorithm;
  /** SPKI PEM of the issuer's one key; of HS256 its secret. */
  readonly verifyingKeyFile: string;
  /** The same key as a JWKS over HTTP, except for a secret. */
  readonly jwksUrl: string;
  /** In CEL, for the stack that asks one; the others have none. */
  readonly condition?: string;
  /** PEM files: clients come by TLS and HTTP/2. */
  readonly tls?: { readonly certificate: string; readonly key: string };
  /** Routes beside the one that is asked for; none unless said. */
  readonly otherRoutes?: number;
  /** Tokens that were revoked, none of them one that is sent. */
  readonly revoked?: number;
  /** Everything at once: condition, limits, context headers, an access log beside records and metrics. */
  readonly full?: boolean;
}

/** The path that every stack forwards and the load asks for. */
export const measuredPath = '/orders/1';
