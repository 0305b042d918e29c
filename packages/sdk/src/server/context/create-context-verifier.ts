import { type Clocks, contextIssuer, contextToken, refusal } from '@signet/contracts';
import type { FetchDocument } from '@signet/trust';
import { disbelief } from '@signet/trust/bearer';
import { createVerifier, type Verifier } from '../create-verifier.ts';
import { refuseOtherRequest } from './refuse-other-request.ts';

/** Whose context tokens are taken, and for what. */
export interface ContextVerifierOptions {
  /** The Signet whose gateways sign, such as `https://login.example`. */
  readonly issuer: string;
  /** What `context.token` of the route says; `aud` must name one of these. */
  readonly audience: string | readonly string[];
  /** Where the gateway publishes its keys, such as `http://127.0.0.1:8080/.well-known/signet-context/jwks.json`. */
  readonly jwks: string;
  /** The header that the token comes in; default `signet-context`. */
  readonly header?: string;
  /** Seconds by which clocks may differ: up to 60; default 5, as a context token lives for seconds. */
  readonly clockSkew?: number;
  /** Allows keys by plain `http:` beyond this machine. */
  readonly dangerouslyAllowInsecureKeys?: boolean;
  /** The Signet whose `/errors` describes the codes; default `issuer`. */
  readonly errorsAt?: string;
  readonly clocks?: Clocks;
  readonly fetchDocument?: FetchDocument;
}

/**
 * A verifier of what a gateway says of the caller, for a service behind it: the guards take it as they take one of access tokens, and
 * let a request through only with a context token that the gateway signed for this service and this method, path and query. Where the
 * gateway lets callers without a token pass, the token has no subject.
 * @throws TypeError for options that could accept nobody or anybody
 */
export function createContextVerifier(options: ContextVerifierOptions): Verifier {
  const { issuer, jwks, clockSkew = 5, errorsAt = issuer } = options;
  if (typeof issuer !== 'string' || issuer === '') throw new TypeError('issuer is empty');
  if (typeof jwks !== 'string' || jwks === '') throw new TypeError('jwks is empty');
  if (!(clockSkew >= 0 && clockSkew <= contextToken.mostSkew))
    throw new TypeError(`clockSkew is not between 0 and ${contextToken.mostSkew} seconds`);
  const header = (options.header ?? contextToken.header).toLowerCase();
  if (!/^[a-z0-9-]{1,64}$/.test(header))
    throw new TypeError('header is no name of letters, digits and hyphens');
  const { audience, clocks, fetchDocument, dangerouslyAllowInsecureKeys } = options;
  const verifier = createVerifier({
    issuer: contextIssuer(issuer.replace(/\/$/, '')),
    audience,
    jwks,
    algorithms: [contextToken.algorithm],
    type: contextToken.type,
    clockSkew,
    errorsAt,
    ...(clocks === undefined ? {} : { clocks }),
    ...(fetchDocument === undefined ? {} : { fetchDocument }),
    ...(dangerouslyAllowInsecureKeys === undefined ? {} : { dangerouslyAllowInsecureKeys }),
  });
  return {
    ...verifier,
    verify: async (request, requires = {}) => {
      const asked = request.asked?.();
      // A path that can be read in two ways is none that a gateway sends.
      if (asked === undefined) return disbelief(refusal('credential_mismatch.context_target'));
      const [value, second] = valuesOf(header, asked.headers);
      if (value === undefined) return disbelief(refusal('token_missing.context', { header }));
      if (second !== undefined) return disbelief(refusal('token_ambiguous.several_contexts', { header }));
      const authorization = [`Bearer ${value}`];
      const believed = await verifier.verify({ authorization, query: '', asked: () => asked }, requires);
      if (believed.verdict === 'refused') return believed;
      const refused = refuseOtherRequest(believed.token.claims, asked);
      return refused === undefined ? believed : disbelief(refused);
    },
  };
}

/** @param headers name, value, name, value … */
function valuesOf(name: string, headers: readonly string[]): readonly string[] {
  return headers.filter((_, index) => index % 2 === 1 && headers[index - 1]?.toLowerCase() === name);
}
