import type { TokenAnswer, WallClock } from '@signet/contracts';
import type { FastifyReply } from 'fastify';
import type { CsrfTokens } from '../http/csrf-tokens.ts';
import type { HostCookie } from '../http/host-cookie.ts';
import { type SignedIn, toTokenAnswer } from './signed-in.ts';

/** The access token for the body; the refresh token goes in its cookie. */
export function answerSignedIn(
  reply: FastifyReply,
  signedIn: SignedIn,
  parts: { readonly cookie: HostCookie; readonly csrf: CsrfTokens; readonly wall: WallClock },
  moreCookies: readonly string[] = [],
): TokenAnswer {
  const maxAge = Math.max(0, Math.floor((signedIn.secretExpiresAt - parts.wall()) / 1000));
  reply.header('set-cookie', [parts.cookie.write(signedIn.secret, maxAge), ...moreCookies]);
  return { ...toTokenAnswer(signedIn), csrfToken: parts.csrf.of(signedIn.lineage.session.id) };
}
