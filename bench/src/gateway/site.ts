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
  /** SPKI PEM of the issuer's one RSA key. */
  readonly publicKeyFile: string;
  /** The same key as a JWKS over HTTP. */
  readonly jwksUrl: string;
  /** In CEL, for the stack that asks one; the others have none. */
  readonly condition?: string;
}

/** The path that every stack forwards and the load asks for. */
export const measuredPath = '/orders/1';
