import {
  accountAudience,
  adminAudience,
  adminRole,
  type IdentityConfiguration,
  refusal,
} from '@signet/contracts';
import { denied, type Outcome, passed } from '../outcome.ts';
import type { Account } from '../ports/index.ts';

/** The audience the token will be for: one of the configured, the person's own account, or the admin API for an administrator. */
export function checkAudience(
  asked: string | undefined,
  account: Account,
  issuer: string,
  configuration: IdentityConfiguration,
): Outcome<string> {
  if (asked === accountAudience(issuer)) return passed(asked);
  const own = account.roles.includes(adminRole) ? [adminAudience(issuer)] : [];
  const allowed = [...configuration.audiences, ...own];
  const audience = asked ?? allowed[0];
  if (audience !== undefined && allowed.includes(audience)) return passed(audience);
  if (allowed.length === 0) return denied(refusal('audience_not_allowed.none'));
  // Not what was asked: a member of the body may hold something else by mistake, and this is recorded.
  return denied(refusal('audience_not_allowed.listed', { allowed: allowed.join(', ') }));
}
