import { type ClaimPath, contextIssuer, type RouteConfiguration } from '@signet/contracts';

/** What a route says of its context tokens, with what does not change from request to request. */
export interface CompiledContextToken {
  /** In lower case. */
  readonly header: string;
  readonly issuer: string;
  readonly audience: string;
  /** Seconds. */
  readonly lifetime: number;
  readonly claims: readonly ClaimPath[];
}

export function compileContextToken(
  route: RouteConfiguration,
  selfIssuer: string,
): CompiledContextToken | undefined {
  if (route.kind === 'public' || route.context.token === undefined) return undefined;
  const { header, audience, lifetime, claims } = route.context.token;
  const seconds = Math.floor(lifetime / 1000);
  return Object.freeze({ header, audience, lifetime: seconds, claims, issuer: contextIssuer(selfIssuer) });
}
