import { refusal } from '@signet/contracts';
import { verified } from '@signet/token/verdict';
import { type ClaimPolicy, checkClaims, notAccessTokenTypes, type TimePolicy } from '@signet/token/verify';
import type { Acceptance } from './acceptance.ts';
import { type Belief, disbelief } from './belief.ts';
import type { TrustedToken } from './trusted-token.ts';

/** Asks whether a token whose signature stands is an access token, for one of the audiences, for now, and for its bearer. */
export function believeClaims(
  token: TrustedToken,
  accepted: Acceptance,
  time: TimePolicy,
): Belief<TrustedToken> {
  const verdict = checkClaims(token.claims, token.header, claimPolicy(accepted, time));
  if (verdict.verdict === 'refused') return verdict;
  // Whatever it says: what cannot be read may bind as well, and a proof of it was not asked for.
  return token.claims['cnf'] === undefined ? verified(token) : disbelief(refusal('token_bound.to_key'));
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
