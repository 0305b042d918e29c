/**
 * A context token tells one upstream who calls, for the one request that it comes with: the gateways sign it by keys of their own,
 * which they publish at `keysPath` of every address they listen at.
 */
export const contextToken: {
  readonly type: 'signet-context+jwt';
  readonly algorithm: 'ES256';
  /** In which it goes to the upstream, unless the route names another. */
  readonly header: 'signet-context';
  /** No route takes it. */
  readonly keysPath: '/.well-known/signet-context/jwks.json';
  /** Seconds. */
  readonly longestLifetime: number;
  /** Seconds by which the clocks of who signs and who verifies may differ. */
  readonly mostSkew: number;
} = Object.freeze({
  type: 'signet-context+jwt',
  algorithm: 'ES256',
  header: 'signet-context',
  keysPath: '/.well-known/signet-context/jwks.json',
  longestLifetime: 60,
  mostSkew: 60,
});

/** What a context token says. The claims that its route names stand beside these, as they stood in the caller's token. */
export interface ContextClaims {
  readonly iss: string;
  readonly aud: string;
  /** Absent of a caller without a token, where the route takes such. */
  readonly sub?: string;
  /** Who knows the caller by `sub`: the `iss` of their token. */
  readonly sub_iss?: string;
  /** Seconds since the epoch (RFC 7519 §2). */
  readonly iat: number;
  readonly exp: number;
  readonly jti: string;
  /** The method, under the name it has in RFC 9449 §4.2. */
  readonly htm: string;
  /** The request target as the upstream gets it: path and query (RFC 9112 §3.2.1). */
  readonly target: string;
  /** The name of the upstream in the configuration. */
  readonly upstream: string;
  /** Of the request, by which `signet explain` finds it. */
  readonly reference: string;
}

const ownClaims: ReadonlySet<string> = new Set([
  'iss',
  'aud',
  'sub_iss',
  'iat',
  'nbf',
  'exp',
  'jti',
  'htm',
  'target',
  'upstream',
  'reference',
  // Of a proof that its upstream could not ask for.
  'cnf',
]);

/** Whether a claim of this name is the gateway's own to say. */
export function isOwnContextClaim(name: string): boolean {
  return ownClaims.has(name);
}

/** The `iss` of context tokens: none that any other token of that Signet has. */
export function contextIssuer(issuer: string): string {
  return `${issuer}/gateway`;
}
