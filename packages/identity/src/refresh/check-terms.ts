import { adminAudience, type IdentityConfiguration } from '@signet/contracts';
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
    return denied({
      code: 'refresh_token_expired',
      sentence: 'The session is older than sessions may be now.',
      fix: 'Sign in again.',
    });
  }
  const issued = [...audiences, adminAudience(parts.issuer)];
  if (grant.audiences.every((audience) => issued.includes(audience))) return passed(undefined);
  return denied({
    code: 'audience_not_allowed',
    sentence: 'Tokens for the audience of this session are not issued any more.',
    expected: 'an audience under identity.audiences',
    fix: 'Sign in again for another audience, or have it added to identity.audiences.',
  });
}
