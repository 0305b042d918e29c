import type { TokenAnswer, WallClock } from '@signet/contracts';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { CsrfTokens } from '../http/csrf-tokens.ts';
import { type HiddenTokenParts, hidesToken } from '../http/hidden-token.ts';
import type { HostCookie } from '../http/host-cookie.ts';
import { type SignedIn, toTokenAnswer } from './signed-in.ts';

export interface AnswerSignedInParts extends HiddenTokenParts {
  /** That of the refresh token. */
  readonly cookie: HostCookie;
  readonly accessCookie: HostCookie;
  readonly csrf: CsrfTokens;
  readonly wall: WallClock;
}

/** The access token for the body, or for its cookie where pages are to have none; the refresh token goes in its cookie. */
export async function answerSignedIn(
  { request, reply }: { readonly request: FastifyRequest; readonly reply: FastifyReply },
  signedIn: SignedIn,
  parts: AnswerSignedInParts,
  moreCookies: readonly string[] = [],
): Promise<TokenAnswer> {
  const { accessToken, lineage, secret, secretExpiresAt } = signedIn;
  const maxAge = Math.max(0, Math.floor((secretExpiresAt - parts.wall()) / 1000));
  const isHidden = await hidesToken(request.headers, lineage, parts);
  const hidden = isHidden ? [parts.accessCookie.write(accessToken.token, accessToken.expiresIn)] : [];
  reply.header('set-cookie', [parts.cookie.write(secret, maxAge), ...hidden, ...moreCookies]);
  const told = { ...toTokenAnswer(signedIn), csrfToken: parts.csrf.of(lineage.session.id) };
  return isHidden ? { ...told, accessToken: '', tokenType: 'Cookie' } : told;
}
