import { type IdentityConfiguration, refusal } from '@signet/contracts';
import { type Denied, denied, type Outcome, passed } from '../outcome.ts';
import type { Lineage } from '../ports/index.ts';
import type { GivenFor } from './given-for.ts';

/**
 * Would the session be given today? A reload that shortens lifetimes or takes an audience away counts for sessions
 * that began before. Asked before the token is used up, so that a mistaken reload ends no session.
 */
export function checkTerms(
  { session, grant }: Lineage,
  now: number,
  { audiences, otherwise }: GivenFor,
  parts: { readonly configuration: () => IdentityConfiguration },
): Outcome<undefined> {
  if (session.startedAt + parts.configuration().sessionLifetime <= now) return olderThanSessions;
  return grant.audiences.every((audience) => audiences.includes(audience)) ? passed(undefined) : otherwise;
}

const olderThanSessions: Denied = denied(refusal('refresh_token_expired.older_than_sessions'));
