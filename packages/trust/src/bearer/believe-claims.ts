import { verified } from '@signet/token/verdict';
import { type ClaimPolicy, checkClaims, notAccessTokenTypes, type TimePolicy } from '@signet/token/verify';
import type { Acceptance } from './acceptance.ts';
import { type Belief, disbelief } from './belief.ts';
import { refuseBinding, type ShownKeys } from './refuse-binding.ts';
import type { TrustedToken } from './trusted-token.ts';

/** Asks whether a token whose signature stands is an access token, for one of the audiences, for now, and for its bearer. */
export function believeClaims(
  token: TrustedToken,
  accepted: Acceptance,
  time: TimePolicy,
  shown: ShownKeys,
): Belief<TrustedToken> {
  const verdict = checkClaims(token.claims, token.header, claimPolicy(accepted, time));
  if (verdict.verdict === 'refused') return verdict;
  const bound = refuseBinding(token.claims, shown);
  return bound === undefined ? verified(token) : disbelief(bound);
}

function claimPolicy({ policy, audience }: Acceptance, time: TimePolicy): ClaimPolicy {
  const { issuer, audienceClaim, type } = policy;
  return {
    ...time,
    issuers: [issuer],
    audiences: audience,
    refusedTypes: notAccessTokenTypes,
    ...(audienceClaim === undefined ? {} : { audienceClaim }),
    ...(type === undefined ? {} : { type }),
  };
}
