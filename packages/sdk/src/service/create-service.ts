import { systemClocks } from '@signet/contracts';
import { encodeBase64url } from '@signet/token/base64url';
import { isLoopback } from '@signet/token/keys';
import { type AuthorizedFetch, authorizedFetch } from './authorized-fetch.ts';
import { clientProver } from './client-prover.ts';
import { ProofMaker } from './proof-maker.ts';
import { type RequestTokenParts, requestToken } from './request-token.ts';
import type { ServiceOptions, ServiceToken, TokenWish } from './service-options.ts';
import { TokenCache } from './token-cache.ts';

/**
 * Tokens for a service. Each is kept until shortly before it expires, and asked for once by however many need it at a time.
 * Every function rejects with the server's refusal as `RefusedByServer`, whose `code` says why, with `AnswerNotUnderstood`
 * where something else than Signet answered, and with what `fetch` throws where nobody did before the deadline.
 */
export interface Service {
  /** A token for the service itself (client credentials). */
  token(wish?: TokenWish): Promise<ServiceToken>;
  /** A token of the same person for the next service, for one that this service was called with (RFC 8693). */
  exchange(subjectToken: string, wish?: TokenWish): Promise<ServiceToken>;
  /** `fetch` for `origin` alone, as the service itself. */
  caller(origin: string, wish?: TokenWish): AuthorizedFetch;
  /** `fetch` for `origin` alone, for the person whose token this service was called with. */
  callerFor(subjectToken: string, origin: string, wish?: TokenWish): AuthorizedFetch;
}

/** Wishes of a service for itself that are kept at most: as many as there are APIs it calls, and a little more. */
const mostOwn = 100;
const grantTypes = {
  own: 'client_credentials',
  exchange: 'urn:ietf:params:oauth:grant-type:token-exchange',
};
const accessTokenType = 'urn:ietf:params:oauth:token-type:access_token';

/** @throws TypeError for an issuer to which a secret would travel in the clear */
export function createService(options: ServiceOptions): Service {
  refuseInsecure(options);
  const { clocks = systemClocks, fetch = globalThis.fetch, dpop = false, mostExchanged = 1000 } = options;
  const proofs = dpop ? new ProofMaker(clocks.wall) : undefined;
  const parts: RequestTokenParts = { options, clocks, prove: clientProver(options), proofs };
  const own = new TokenCache(clocks.steady, mostOwn);
  const exchanged = new TokenCache(clocks.steady, mostExchanged);
  const token = (wish: TokenWish = {}) =>
    own.get(nameOf(wish), () => requestToken({ grant_type: grantTypes.own, ...formOf(wish) }, parts));
  const exchange = async (subject: string, wish: TokenWish = {}) => {
    const form = {
      grant_type: grantTypes.exchange,
      subject_token: subject,
      subject_token_type: accessTokenType,
      ...formOf(wish),
    };
    return exchanged.get(await nameFor(subject, wish), () => requestToken(form, parts));
  };
  return {
    token,
    exchange,
    caller: (origin, wish = {}) =>
      authorizedFetch({
        origin,
        fetch,
        proofs,
        token: () => token(wish),
        refused: ({ accessToken }) => own.refuse(nameOf(wish), accessToken),
      }),
    callerFor: (subject, origin, wish = {}) => {
      let name = '';
      return authorizedFetch({
        origin,
        fetch,
        proofs,
        async token() {
          name = await nameFor(subject, wish);
          return exchange(subject, wish);
        },
        refused: ({ accessToken }) => exchanged.refuse(name, accessToken),
      });
    },
  };
}

function formOf({ resource, scopes }: TokenWish): Readonly<Record<string, string>> {
  return {
    ...(resource === undefined ? {} : { resource }),
    ...(scopes === undefined ? {} : { scope: scopes.join(' ') }),
  };
}

function nameOf({ resource, scopes }: TokenWish): string {
  return JSON.stringify([resource ?? null, scopes === undefined ? null : [...scopes].sort()]);
}

/** The person's token by its hash, so that it is not kept longer than the request that brought it. */
async function nameFor(subjectToken: string, wish: TokenWish): Promise<string> {
  const bytes = await crypto.subtle.digest('SHA-256', new TextEncoder().encode(subjectToken));
  return `${encodeBase64url(new Uint8Array(bytes))} ${nameOf(wish)}`;
}

function refuseInsecure({ issuer, dangerouslyAllowInsecureIssuer = false }: ServiceOptions): void {
  const url = new URL(issuer);
  if (url.protocol === 'https:' || dangerouslyAllowInsecureIssuer || isLoopback(url)) return;
  throw new TypeError(`Secrets go by https; ${url.origin} would need dangerouslyAllowInsecureIssuer`);
}
