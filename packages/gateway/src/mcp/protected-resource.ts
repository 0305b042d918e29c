import type { ProtectedRoute } from '@signet/contracts';

/** RFC 9728 §3.1: between host and path. */
export const wellKnown: string = '/.well-known/oauth-protected-resource';

/** Of a server of tools, as clients look for who gives tokens for it. */
export interface ProtectedResource {
  /** Its address, which is the audience of its tokens too. */
  readonly url: string;
  /** Where its metadata is. */
  readonly metadata: string;
  /** Scopes without which nothing can be done, separated by blanks; empty where there are none. */
  readonly scope: string;
}

/** Of a route that asks a server of tools. */
export function protectedResource({ auth }: ProtectedRoute): ProtectedResource {
  const url = auth.accepts[0]?.audience[0] ?? '';
  const { origin, pathname } = new URL(url);
  return Object.freeze({
    url,
    metadata: `${origin}${wellKnown}${pathname}`,
    scope: auth.scopes.join(' '),
  });
}

/** The challenge with where to learn more (RFC 9728 §5.1), and with what to ask for where it does not say so itself. */
export function withResource(challenge: string, { metadata, scope }: ProtectedResource): string {
  const asks = scope === '' || / scope="/.test(challenge) ? '' : `, scope="${scope}"`;
  return `${challenge}${asks}, resource_metadata="${metadata}"`;
}
