import { refusal, type SignetRefusal, type SteadyTime } from '@signet/contracts';
import { type RevocableToken, type RevocationReplica, refuseRevoked } from '@signet/trust';
import { Denial } from '../denial.ts';
import type { Trace } from '../trace.ts';
import type { Active, Verified } from './passage.ts';

/** Asks this process's replica of the revocation log. A replica that may be out of date refuses. */
export function checkRevocation(
  verified: Verified,
  replica: RevocationReplica,
  staleness: number,
  now: SteadyTime,
  trace: Trace,
): Active | Denial {
  const refused = refuseRevoked(namesOf(verified), replica, staleness, now);
  if (refused !== undefined) {
    const again = refused.code === 'revocation_stale' ? { headers: ['retry-after', '1'] } : {};
    const told = isKeyRevoked(verified, refused) ? refusal('api_key_revoked') : refused;
    return new Denial('check-revocation', told, again);
  }
  trace.tell({ step: 'check-revocation', newsAgeMs: replica.age(now) });
  return verified as Active;
}

function isKeyRevoked({ keyHash }: Verified, { code }: SignetRefusal): boolean {
  return keyHash !== undefined && code === 'token_revoked';
}

/**
 * An API key is revoked by its id alone: that its owner’s sessions ended is no matter of a key that has no session. A machine has nothing
 * to be revoked by but its place in the configuration.
 */
function namesOf({ token, keyHash, machine }: Verified): RevocableToken {
  if (keyHash === undefined && machine === undefined) return token;
  const { issuer, jti } = token;
  return { ...nameless, issuer, jti };
}

const nameless = Object.freeze({
  sid: undefined,
  family: undefined,
  subject: undefined,
  clientId: undefined,
  organization: undefined,
  kid: undefined,
  issuedAt: undefined,
});
