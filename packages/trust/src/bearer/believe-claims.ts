import { verified } from '@signet/token/verdict';
import {
  type ClaimPolicy,
  checkClaims,
  checkTimes,
  notAccessTokenTypes,
  type TimePolicy,
} from '@signet/token/verify';
import type { Acceptance, ClaimsPolicy } from './acceptance.ts';
import { type Belief, disbelief } from './belief.ts';
import { refuseAge } from './refuse-age.ts';
import { refuseBinding, type ShownKeys } from './refuse-binding.ts';
import type { TrustedToken } from './trusted-token.ts';

/** Asks whether a token whose signature stands is an access token, for one of the audiences, for now, and for its bearer. */
export function believeClaims(
  token: TrustedToken,
  accepted: Acceptance<ClaimsPolicy>,
  time: TimePolicy,
  shown: ShownKeys,
): Belief<TrustedToken> {
  const ofIssuer = timeFor(accepted.policy, time);
  const verdict = checkClaims(token.claims, token.header, claimPolicy(accepted, ofIssuer));
  if (verdict.verdict === 'refused') return verdict;
  const refused = refuseAge(token.claims, accepted.policy, ofIssuer) ?? refuseBinding(token.claims, shown);
  return refused === undefined ? verified(token) : disbelief(refused);
}

/** Asks again of a token that was believed what only the time decides. */
export function believeTimes(
  token: TrustedToken,
  { policy }: Acceptance<ClaimsPolicy>,
  time: TimePolicy,
): Belief<TrustedToken> {
  const ofIssuer = timeFor(policy, time);
  const verdict = checkTimes(token.claims, ofIssuer);
  if (verdict.verdict === 'refused') return verdict;
  const tooOld = refuseAge(token.claims, policy, ofIssuer);
  return tooOld === undefined ? verified(token) : disbelief(tooOld);
}

function timeFor({ clockSkew }: ClaimsPolicy, time: TimePolicy): TimePolicy {
  return clockSkew === undefined ? time : { now: time.now, clockSkew };
}

function claimPolicy({ policy, audience }: Acceptance<ClaimsPolicy>, time: TimePolicy): ClaimPolicy {
  const { issuer, audienceClaim, type, requiredClaims } = policy;
  return {
    ...time,
    issuers: [issuer],
    audiences: audience,
    refusedTypes: notAccessTokenTypes,
    ...(audienceClaim === undefined ? {} : { audienceClaim }),
    ...(type === undefined ? {} : { type }),
    ...(requiredClaims === undefined ? {} : { requiredClaims }),
  };
}
