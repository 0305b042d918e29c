import { adminAudience, type IdentityConfiguration, refusal } from '@signet/contracts';
import { denied, type Outcome, passed } from '../outcome.ts';
import type { Lineage } from '../ports/index.ts';

/**
 * Would the session be given today? A reload that shortens lifetimes or takes an audience away counts for sessions
 * that began before. Asked before the token is used up, so that a mistaken reload ends no session.
 */
export function checkTerms(
  { session, grant }: Lineage,
  now: number,
  parts: { readonly issuer: string; readonly configuration: () => IdentityConfiguration },
): Outcome<undefined> {
  const { audiences, sessionLifetime } = parts.configuration();
  if (session.startedAt + sessionLifetime <= now) {
    return denied(refusal('refresh_token_expired.older_than_sessions'));
  }
  const issued = [...audiences, adminAudience(parts.issuer)];
  if (grant.audiences.every((audience) => issued.includes(audience))) return passed(undefined);
  return denied(refusal('audience_not_allowed.session'));
}
