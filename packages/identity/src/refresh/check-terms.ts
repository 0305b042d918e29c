import { type IdentityConfiguration, refusal } from '@signet/contracts';
import { denied, type Outcome, passed } from '../outcome.ts';
import type { Lineage } from '../ports/index.ts';
import { ownAudiences } from '../tokens/own-audiences.ts';

/**
 * Would the session be given today? A reload that shortens lifetimes or takes an audience away counts for sessions
 * that began before. Asked before the token is used up, so that a mistaken reload ends no session.
 */
export function checkTerms(
  { session, grant }: Lineage,
  now: number,
  parts: { readonly issuer: string; readonly configuration: () => IdentityConfiguration },
): Outcome<undefined> {
  const configuration = parts.configuration();
  if (session.startedAt + configuration.sessionLifetime <= now) {
    return denied(refusal('refresh_token_expired.older_than_sessions'));
  }
  const issued = ownAudiences(parts.issuer, configuration);
  if (grant.audiences.every((audience) => issued.includes(audience))) return passed(undefined);
  return denied(refusal('audience_not_allowed.session'));
}
