import type { SteadyTime } from '@signet/contracts';
import { Denial } from '../denial.ts';
import type { RevocationReplica } from '../revocation/replica.ts';
import type { Active, Verified } from './passage.ts';

/** Asks this process's replica of the revocation log. A replica that may be out of date refuses. */
export function checkRevocation(
  verified: Verified,
  replica: RevocationReplica,
  staleness: number,
  now: SteadyTime,
): Active | Denial {
  const age = replica.age(now);
  if (age > staleness) return stale(age, staleness);
  const named = replica.revoked.names(verified.token);
  return named === undefined ? (verified as Active) : revoked(named);
}

const revokedWhat = {
  token: 'the token itself was revoked',
  session: 'its session has ended',
  subject: 'all tokens of its account up to a time were revoked',
};

function revoked(named: keyof typeof revokedWhat): Denial {
  return new Denial('check-revocation', {
    code: 'token_revoked',
    sentence: 'The token was good once and has been revoked.',
    expected: 'a token that nobody has revoked',
    actual: revokedWhat[named],
    fix: 'Sign in again.',
    rule: 'RFC 7009 §2.1',
  });
}

function stale(age: number, staleness: number): Denial {
  const refusal = {
    code: 'revocation_stale' as const,
    sentence: 'The gateway cannot tell at the moment which tokens are revoked, so it accepts none.',
    expected: `news of revocations within ${staleness / 1000} s`,
    actual: Number.isFinite(age)
      ? `none for ${Math.round(age / 1000)} s`
      : 'none since this process started or the clock of its machine jumped',
    fix: 'Try again in a moment; if it lasts, check that the gateway reaches its database.',
    rule: 'gateway.revocationStaleness',
  };
  return new Denial('check-revocation', refusal, { headers: ['retry-after', '1'] });
}
