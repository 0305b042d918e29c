import type { AskedRequest } from '@signet/conditions';
import {
  newId,
  type ProblemAnswer,
  problemAnswer,
  type SignetRefusal,
  systemClocks,
  type WallTime,
} from '@signet/contracts';
import { fetchKeys, IssuerKeys, type KeyStatus } from '@signet/trust';
import {
  accessCookieNames,
  type BearerPlaces,
  type Belief,
  believeClaims,
  challengeOf,
  disbelief,
  type PageRequest,
  type Requirements,
  refuseLack,
  refusePage,
  type TrustedToken,
  takeCredential,
} from '@signet/trust/bearer';
import { fetchDocument as fetchByDefault } from '@signet/trust/fetch-document';
import { type Requires, requirementsOf } from './requirements.ts';
import { followRevocations, type RevocationStatus } from './revocations/follow-revocations.ts';
import { SignedTokens } from './signed-tokens.ts';
import type { VerifierOptions } from './verifier-options.ts';
import { audiencesOf, verifierPolicy } from './verifier-policy.ts';
import { secretsOf } from './verifier-secrets.ts';

/** Where in a request its token stands. */
export interface RequestPlaces extends BearerPlaces {
  /** Where cookies count: the values of all `Cookie` headers, and what the request says of the page that sent it. */
  readonly cookie?: readonly string[];
  readonly page?: PageRequest;
  /** The thumbprint (`x5t#S256`) of the certificate that the client has shown; an empty text for one that is not good at this time. */
  readonly certificate?: (now: WallTime) => string | undefined;
  /** What conditions ask of the request; undefined where its path can be read in two ways. */
  readonly asked?: () => AskedRequest | undefined;
}

/** Asks of every request what a gateway asks of a route; of revocations it hears where `revocations` says as whom. */
export interface Verifier {
  /** Rejects only when the runtime fails, which a caller must treat as a refusal. */
  readonly verify: (request: RequestPlaces, requires?: Requires) => Promise<Belief<TrustedToken>>;
  /** The refusal as the gateway answers it: status, `WWW-Authenticate`, problem+json (RFC 6750 §3, RFC 9457). */
  readonly answer: (refusal: SignetRefusal, requires?: Requires) => ProblemAnswer;
  /** What is known of the issuer's keys, for a page of health. */
  readonly keyStatus: () => KeyStatus;
  /** What is known of revocations; undefined where they are not followed. */
  readonly revocationStatus: () => RevocationStatus | undefined;
  /** Follows revocations no longer: tokens are then refused with `revocation_stale`. */
  readonly close: () => Promise<void>;
}

/**
 * A verifier of access tokens. The issuer's keys are fetched at once, refreshed beside requests and kept while the issuer
 * cannot be reached, for a day at most; tokens with invented `kid`s lead to one look in ten seconds.
 * @throws TypeError for options that could accept nobody or anybody
 */
export function createVerifier(options: VerifierOptions): Verifier {
  const { issuer, clockSkew = 60, maxTokenBytes = 8192, maxTokenValues: maxValues = 1000 } = options;
  const { clocks = systemClocks, fetchDocument = fetchByDefault } = options;
  const policy = verifierPolicy(options);
  const cookieNames = options.credentials?.includes('cookie') === true ? accessCookieNames([issuer]) : [];
  const accepts = new Map([[issuer, { policy, audience: audiencesOf(options) }]]);
  const shared = secretsOf(options);
  const keys = new IssuerKeys({
    // Where nothing but a secret counts, nothing that is published is asked for.
    fetchKeys: async () =>
      policy.algorithms.length === 0 ? { text: '{"keys":[]}' } : fetchKeys(policy, fetchDocument),
    readSecrets: async () => shared,
    algorithms: policy.algorithms,
    steady: clocks.steady,
  });
  keys.prefetch();
  const tokens = new SignedTokens();
  const revocations =
    options.revocations === undefined ? undefined : followRevocations(issuer, options.revocations, clocks);
  const revokedKey = (of: string, kid: string) => revocations?.revokedKey(of, kid) ?? false;
  return {
    verify: async (request, requires = {}) => {
      const required = requirementsOf(requires);
      const places = { cookie: [], ...request };
      const taken = takeCredential(places, cookieNames, maxTokenBytes);
      if (taken.verdict === 'refused') return taken;
      const trust = { accepts, keysOf: () => keys, now: clocks.steady(), maxValues, revokedKey };
      const signed = await tokens.believe(taken.token.compact, keys.ring(trust.now), trust);
      if (signed.verdict === 'refused') return signed;
      const { token, accepted } = signed.token;
      const time = { now: clocks.wall() / 1000, clockSkew };
      const believed = believeClaims(token, accepted, time, {
        certificate: request.certificate?.(clocks.wall()),
      });
      if (believed.verdict === 'refused') return believed;
      const page = request.page ?? unknownPage;
      const unproven = taken.token.from === 'cookie' ? refusePage(token.claims, page) : undefined;
      const refused = unproven ?? revocations?.refuse(believed.token);
      return refused === undefined ? entitled(believed, required, time, request.asked) : disbelief(refused);
    },
    answer: (refusal, requires = {}) =>
      refusalAnswer(refusal, options.errorsAt ?? issuer, requirementsOf(requires)),
    keyStatus: () => keys.status(clocks.steady()),
    revocationStatus: () => revocations?.status(),
    close: async () => revocations?.close(),
  };
}

function entitled(
  believed: Extract<Belief<TrustedToken>, { verdict: 'verified' }>,
  required: Requirements,
  time: { readonly now: number; readonly clockSkew: number },
  asked: RequestPlaces['asked'] = () => undefined,
): Belief<TrustedToken> {
  const lack = refuseLack(believed.token, required, time, asked);
  return lack === undefined ? believed : disbelief(lack);
}

/** Of which nothing is known, and which proves nothing. */
const unknownPage: PageRequest = {
  method: 'POST',
  host: '',
  origin: undefined,
  site: undefined,
  csrf: [],
  overridesMethod: false,
};

/** What may be known a moment later. */
const comesBack: ReadonlySet<string> = new Set(['keys_unavailable', 'revocation_stale']);

function refusalAnswer(refusal: SignetRefusal, issuer: string, required: Requirements): ProblemAnswer {
  const answer = problemAnswer(refusal, {
    reference: newId('reference'),
    issuer,
    realm: 'signet',
    ...(comesBack.has(refusal.code) ? { retryAfter: 1 } : {}),
    challenge: challengeOf(refusal, required),
  });
  return { ...answer, headers: { ...answer.headers, 'x-content-type-options': 'nosniff' } };
}
