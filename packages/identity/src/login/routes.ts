import { addresses } from '@signet/contracts';
import type { Handlers } from '@signet/http';
import type { Deny } from '../http/deny.ts';
import type { HostCookie } from '../http/host-cookie.ts';
import { type NativeAppParts, nativeApp } from '../native/native-app.ts';
import type { AnswerSignedInParts } from '../sessions/answer-signed-in.ts';
import { answerLoggedIn } from './answer-logged-in.ts';
import { beginEnrolmentAtLogin } from './begin-enrolment.ts';
import { type LoginParts, login } from './login.ts';
import { type SignInCookies, signInFrom } from './sign-in-from.ts';

export interface LoginRouteParts extends LoginParts, AnswerSignedInParts, SignInCookies, NativeAppParts {
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
      const { client, device } = body;
      const from = signInFrom(call.request, parts);
      if (client === undefined) return answerLoggedIn(await login(body, from, parts), call, parts, deny);
      const app = await nativeApp(client, call.request, addresses.login, parts);
      if (app.kind === 'denied') return deny(call.reply, app);
      const held = device === undefined ? {} : { heldByDevice: device };
      const outcome = await login(body, { ...from, ...held, app: app.value }, parts);
      return answerLoggedIn(outcome, call, parts, deny);
    },
    async beginAuthenticatorAtLogin({ body }, { request, reply }) {
      const outcome = await beginEnrolmentAtLogin(body, signInFrom(request, parts), parts);
      return outcome.kind === 'denied' ? deny(reply, outcome) : outcome.value;
    },
  };
}
