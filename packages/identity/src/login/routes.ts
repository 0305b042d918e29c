import type { Handlers } from '@signet/http';
import type { Deny } from '../http/deny.ts';
import type { HostCookie } from '../http/host-cookie.ts';
import type { AnswerSignedInParts } from '../sessions/answer-signed-in.ts';
import { answerLoggedIn } from './answer-logged-in.ts';
import { beginEnrolmentAtLogin } from './begin-enrolment.ts';
import { type LoginParts, login } from './login.ts';
import { type SignInCookies, signInFrom } from './sign-in-from.ts';

export interface LoginRouteParts extends LoginParts, AnswerSignedInParts, SignInCookies {
  readonly issuer: string;
  readonly cookie: HostCookie;
  readonly wall: LoginParts['wall'];
}

export function loginRoutes(
  parts: LoginRouteParts,
  deny: Deny,
): Handlers<'login' | 'beginAuthenticatorAtLogin'> {
  return {
    async login({ body }, call) {
      const outcome = await login(body, signInFrom(call.request, parts), parts);
      return answerLoggedIn(outcome, call, parts, deny);
    },
    async beginAuthenticatorAtLogin({ body }, { request, reply }) {
      const outcome = await beginEnrolmentAtLogin(body, signInFrom(request, parts), parts);
      return outcome.kind === 'denied' ? deny(reply, outcome) : outcome.value;
    },
  };
}
