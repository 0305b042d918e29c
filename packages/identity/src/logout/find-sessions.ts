import type { IncomingHttpHeaders } from 'node:http';
import type { IdentityConfiguration, SessionId } from '@signet/contracts';
import type { CsrfTokens } from '../http/csrf-tokens.ts';
import type { HostCookie } from '../http/host-cookie.ts';
import { isNativeSession } from '../native/native-session.ts';
import { denied, type Outcome, passed } from '../outcome.ts';
import type { FamilyStore } from '../ports/index.ts';
import { readRefreshSecret } from '../refresh/read-refresh-secret.ts';
import { hashOf, isRefreshSecret } from '../sessions/refresh-secret.ts';
import { ownAudiences } from '../tokens/own-audiences.ts';
import type { ReadAccessToken } from '../tokens/verify-access-token.ts';

export interface PresentedCredentials {
  readonly headers: IncomingHttpHeaders;
  readonly accessToken: string | undefined;
}

export interface FindSessionsParts {
  readonly issuer: string;
  readonly configuration: () => IdentityConfiguration;
  readonly cookie: HostCookie;
  readonly csrf: CsrfTokens;
  readonly families: FamilyStore;
  readonly readAccessToken: ReadAccessToken;
}

/**
 * The sessions that the caller holds something of, the access token's first. A used refresh token counts: to end
 * a session is the safe thing to let its holder do. Revoked tokens count too, so that logging out twice is one.
 * A good access token proves the page as `X-CSRF-Token` does: no other site's can send one.
 */
export async function findSessions(
  given: PresentedCredentials,
  parts: FindSessionsParts,
): Promise<Outcome<readonly SessionId[]>> {
  const byToken = await namedByToken(given.accessToken, parts);
  const byCookie = await namedByCookie(given.headers, byToken?.kind === 'passed', parts);
  const named = [byToken, byCookie].flatMap((one) => (one?.kind === 'passed' ? one.value : []));
  if (named.length > 0) return passed([...new Set(named)]);
  return byToken ?? byCookie;
}

/** Of a program that comes after its access token has expired, the cookie still names the session. */
async function namedByToken(
  token: string | undefined,
  parts: FindSessionsParts,
): Promise<Outcome<readonly SessionId[]> | undefined> {
  if (token === undefined) return undefined;
  const audiences = ownAudiences(parts.issuer, parts.configuration());
  const verdict = await parts.readAccessToken(token, audiences);
  return verdict.verdict === 'refused' ? denied(verdict.refusal) : passed([verdict.token.sid]);
}

async function namedByCookie(
  headers: IncomingHttpHeaders,
  isProven: boolean,
  parts: FindSessionsParts,
): Promise<Outcome<readonly SessionId[]>> {
  const secret = readRefreshSecret(headers.cookie, parts.cookie);
  if (secret.kind === 'denied') return secret;
  const found = await parts.families.findByRefreshToken(hashOf(secret.value));
  if (found === undefined) return passed([]);
  const admitted = isProven ? passed(undefined) : parts.csrf.check(headers, found.session.id);
  return admitted.kind === 'denied' ? admitted : passed([found.session.id]);
}

/** That of an app on a device; none where the token is not its own, or not known any more. A used one counts here as well. */
export async function namedInBody(
  refreshToken: string,
  clientId: string,
  { families }: Pick<FindSessionsParts, 'families'>,
): Promise<readonly SessionId[]> {
  if (!isRefreshSecret(refreshToken)) return [];
  const found = await families.findByRefreshToken(hashOf(refreshToken));
  const isIts = found !== undefined && (await isNativeSession(found, clientId, { families }));
  return isIts ? [found.session.id] : [];
}
