import { adminAudience, adminRole, type IdentityConfiguration } from '@signet/contracts';
import { denied, type Outcome, passed } from '../outcome.ts';
import type { Account } from '../ports/index.ts';

/** The audience the token will be for: one of the configured, or the admin API for an administrator. */
export function checkAudience(
  asked: string | undefined,
  account: Account,
  issuer: string,
  configuration: IdentityConfiguration,
): Outcome<string> {
  const own = account.roles.includes(adminRole) ? [adminAudience(issuer)] : [];
  const allowed = [...configuration.audiences, ...own];
  const audience = asked ?? allowed[0];
  if (audience !== undefined && allowed.includes(audience)) return passed(audience);
  return denied({
    code: 'audience_not_allowed',
    sentence: 'Tokens for this audience are not issued to this account.',
    expected: allowed.length === 0 ? 'an audience under identity.audiences' : allowed.join(' or '),
    // Not what was asked: a member of the body may hold something else by mistake, and this is recorded.
    ...(asked === undefined ? {} : { actual: 'another audience' }),
    fix: 'Ask for an audience of the list, or have it added to identity.audiences.',
    member: 'audience',
  });
}
