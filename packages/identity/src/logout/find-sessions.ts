import { adminAudience, type IdentityConfiguration, type SessionId } from '@signet/contracts';
import type { RefreshCookie } from '../http/refresh-cookie.ts';
import { denied, type Outcome, passed } from '../outcome.ts';
import type { SessionStore } from '../ports/index.ts';
import { readRefreshSecret } from '../refresh/read-refresh-secret.ts';
import { hashOf } from '../sessions/refresh-secret.ts';
import type { ReadAccessToken } from '../tokens/verify-access-token.ts';

export interface PresentedCredentials {
  readonly cookieHeader: string | undefined;
  readonly accessToken: string | undefined;
}

export interface FindSessionsParts {
  readonly issuer: string;
  readonly configuration: () => IdentityConfiguration;
  readonly cookie: RefreshCookie;
  readonly sessions: SessionStore;
  readonly readAccessToken: ReadAccessToken;
}

/**
 * The sessions that the caller holds something of, the access token's first. A used refresh token counts: to end
 * a session is the safe thing to let its holder do. Revoked tokens count too, so that logging out twice is one.
 */
export async function findSessions(
  given: PresentedCredentials,
  parts: FindSessionsParts,
): Promise<Outcome<readonly SessionId[]>> {
  const named: SessionId[] = [];
  if (given.accessToken !== undefined) {
    const audiences = [...parts.configuration().audiences, adminAudience(parts.issuer)];
    const verdict = await parts.readAccessToken(given.accessToken, audiences);
    if (verdict.verdict === 'refused') return denied(verdict.refusal);
    named.push(verdict.token.sid);
  }
  const secret = readRefreshSecret(given.cookieHeader, parts.cookie);
  if (secret.kind === 'passed') {
    const found = await parts.sessions.findByRefreshToken(hashOf(secret.value));
    if (found) named.push(found.session.id);
  }
  if (named.length === 0 && secret.kind === 'denied') return secret;
  return passed([...new Set(named)]);
}
