import { canBeSentAgain } from '../calls/can-be-sent-again.ts';
import type { ProofMaker } from './proof-maker.ts';
import type { ServiceToken } from './service-options.ts';

/** `fetch` for one origin, with a token. */
export type AuthorizedFetch = (target: string | URL, init?: RequestInit) => Promise<Response>;

export interface AuthorizedFetchParts {
  /** The only origin that is called. */
  readonly origin: string;
  readonly fetch: (url: URL, init: RequestInit) => Promise<Response>;
  readonly token: () => Promise<ServiceToken>;
  /** Hears of a token that was answered with 401. */
  readonly refused: (token: ServiceToken) => void;
  readonly proofs: ProofMaker | undefined;
}

/**
 * `fetch` that adds a token, and asks once more with a new one where the answer is 401: the token may have been revoked, or
 * signed by a key that is gone. A body that can be read only once is sent once. Redirects are not followed unless the caller
 * says so. Rejects as asking for a token does, and with TypeError for an address of another origin, which gets no token.
 */
export function authorizedFetch(parts: AuthorizedFetchParts): AuthorizedFetch {
  const base = new URL(parts.origin);
  return async (target, init = {}) => {
    const url = new URL(target, base);
    if (url.origin !== base.origin)
      throw new TypeError(`${url.origin} is not ${base.origin}: it gets no token`);
    const token = await parts.token();
    const response = await call(url, init, token, parts);
    if (response.status !== 401 || !canBeSentAgain(init)) return response;
    await response.body?.cancel();
    // RFC 9449 §9: nothing is wrong with the token.
    if (!wantsNonce(response)) parts.refused(token);
    return call(url, init, await parts.token(), parts);
  };
}

async function call(
  url: URL,
  init: RequestInit,
  { accessToken, tokenType }: ServiceToken,
  { fetch, proofs }: AuthorizedFetchParts,
): Promise<Response> {
  const headers = new Headers(init.headers);
  headers.set('authorization', `${tokenType} ${accessToken}`);
  if (tokenType === 'DPoP' && proofs !== undefined)
    headers.set('dpop', await proofs.prove(init.method?.toUpperCase() ?? 'GET', url, accessToken));
  const response = await fetch(url, { redirect: 'error', ...init, headers });
  proofs?.follow(url, response);
  return response;
}

function wantsNonce({ headers }: Response): boolean {
  return headers.get('www-authenticate')?.includes('error="use_dpop_nonce"') ?? false;
}
