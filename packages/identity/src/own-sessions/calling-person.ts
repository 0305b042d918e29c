import { refusal } from '@signet/contracts';
import { bearerToken } from '@signet/http';
import type { FastifyRequest } from 'fastify';
import type { CsrfTokens } from '../http/csrf-tokens.ts';
import type { HostCookie } from '../http/host-cookie.ts';
import { denied, type Outcome } from '../outcome.ts';
import type { LivePerson } from '../sessions/find-live.ts';
import { type OwnSessionParts, ownSession } from './own-session.ts';

export interface CallingPersonParts extends OwnSessionParts {
  readonly accessCookie: HostCookie;
  readonly csrf: CsrfTokens;
}

/**
 * Whose session it is that speaks: by the access token in `Authorization`, or else by the cookie in which it is hidden from
 * pages. What changes something needs the proof of the page then, as everywhere where a cookie counts.
 */
export async function callingPerson(
  { method, headers }: FastifyRequest,
  parts: CallingPersonParts,
): Promise<Outcome<LivePerson>> {
  const hidden = headers.authorization === undefined ? parts.accessCookie.read(headers.cookie) : undefined;
  if (hidden === undefined) return ownSession(bearerToken(headers.authorization), parts);
  if (hidden === 'several') return denied(refusal('token_ambiguous.several_cookies'));
  const own = await ownSession(hidden, parts);
  if (own.kind === 'denied' || method === 'GET') return own;
  const proven = parts.csrf.check(headers, own.value.session.id, 'everyone');
  return proven.kind === 'denied' ? proven : own;
}
