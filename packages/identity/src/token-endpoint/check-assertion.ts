import { refusal, type SignetRefusal } from '@signet/contracts';
import type { Verdict } from '@signet/token/verdict';
import { type Claims, notAccessTokenTypes, type VerifiedToken, verifyToken } from '@signet/token/verify';
import type { ClientKeys } from '../clients/client-keys.ts';
import type { RegisteredClient } from '../clients/registered-client.ts';
import { toSeconds } from '../seconds.ts';
import { accessTokenType } from '../tokens/token-signer.ts';
import type { ClientAssertion } from './read-assertion.ts';
import { type UseOnceParts, useOnce } from './use-once.ts';

export interface CheckAssertionParts extends UseOnceParts {
  readonly clientKeys: ClientKeys;
}

/** Seconds. Whoever sees an assertion may be the client for as long as it lives. */
export const assertionRules = { longestLife: 600, clockSkew: 30, longestId: 256 } as const;

/** Types of tokens that mean something else (RFC 8725 §3.11); an assertion may say that it is one, or nothing. */
const otherTypes = [...notAccessTokenTypes, accessTokenType].filter(
  (type) => type !== 'client-authentication+jwt',
);

/** What is not so of an assertion; `unproven` before its signature stands, when nobody knows who sent it. */
export type AssertionFault = 'unproven' | SignetRefusal;

/**
 * RFC 7523 §3: whether a key of the client signed it, for this issuer, for now and for the first time.
 * @param audiences by which this issuer is meant
 */
export async function checkAssertion(
  { assertion, kid }: ClientAssertion,
  client: RegisteredClient,
  audiences: readonly string[],
  parts: CheckAssertionParts,
): Promise<AssertionFault | undefined> {
  const now = toSeconds(parts.wall());
  const verdict = await verifyToken(assertion, {
    keys: await parts.clientKeys.of(client, kid),
    issuers: [client.id],
    audiences,
    refusedTypes: otherTypes,
    requiredClaims: ['sub', 'jti'],
    now,
    clockSkew: assertionRules.clockSkew,
  });
  if (verdict.verdict === 'refused') return faultOf(verdict);
  const { claims } = verdict.token;
  const fault = faultIn(claims, client, now);
  if (fault !== undefined) return fault;
  const until = Number(claims['exp']) + assertionRules.clockSkew + 1;
  const isFirst = await useOnce(`assertion ${client.id} ${claims['jti']}`, until * 1000, parts);
  return isFirst ? undefined : refusal('client_invalid.assertion_used');
}

function faultOf(verdict: Extract<Verdict<VerifiedToken>, { verdict: 'refused' }>): AssertionFault {
  switch (verdict.refusal.code) {
    case 'audience_unexpected':
      return refusal('client_invalid.assertion_audience');
    case 'token_expired':
    case 'token_not_yet_valid':
      return lifetime;
    default:
      return 'unproven';
  }
}

function faultIn(claims: Claims, { id }: RegisteredClient, now: number): AssertionFault | undefined {
  const { sub, jti, exp, aud } = claims;
  if (sub !== id || typeof jti !== 'string' || jti === '' || jti.length > assertionRules.longestId)
    return 'unproven';
  // One that others are meant by as well could be sent here by them.
  if ([aud].flat().length !== 1) return refusal('client_invalid.assertion_audience');
  const ends = Number(exp) - now;
  return ends > assertionRules.longestLife + assertionRules.clockSkew ? lifetime : undefined;
}

const lifetime = refusal('client_invalid.assertion_lifetime', { seconds: assertionRules.longestLife });
