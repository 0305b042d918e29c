import type { TrustedToken } from '@signet/trust/bearer';

const tokens = new WeakMap<object, TrustedToken>();

/** Keeps a token that passed beside the request that brought it. */
export function keepToken(request: object, token: TrustedToken): void {
  tokens.set(request, token);
}

/**
 * The token that a guard let through, by what the guard was given: the request, in Koa and Hono the context.
 * @throws TypeError where no guard stood before the handler
 */
export function tokenOf(request: object): TrustedToken {
  const token = tokens.get(request);
  if (token === undefined) throw new TypeError('No guard stands before this handler');
  return token;
}
