import type { Handlers } from '@signet/http';
import type { Deny } from '../http/deny.ts';
import { answerLoggedIn } from '../login/answer-logged-in.ts';
import type { LoginRouteParts } from '../login/routes.ts';
import { signInFrom } from '../login/sign-in-from.ts';
import { type BeginEmailSignInParts, beginEmailSignIn } from './begin-email-sign-in.ts';
import {
  beginEnrolmentByEmail,
  type FinishEmailSignInParts,
  finishEmailSignIn,
} from './finish-email-sign-in.ts';

export interface EmailSignInRouteParts
  extends BeginEmailSignInParts,
    FinishEmailSignInParts,
    LoginRouteParts {
  readonly configuration: LoginRouteParts['configuration'];
  readonly emailSignInCookie: FinishEmailSignInParts['emailSignInCookie'];
  readonly wall: LoginRouteParts['wall'];
}

type EmailSignInEndpoint = 'beginEmailSignIn' | 'beginAuthenticatorOfEmail' | 'finishEmailSignIn';

/** How a person signs in by a mail to their confirmed address, where that is allowed. */
export function emailSignInRoutes(parts: EmailSignInRouteParts, deny: Deny): Handlers<EmailSignInEndpoint> {
  return {
    async beginEmailSignIn({ body }, { request, reply }) {
      const begun = await beginEmailSignIn(body, signInFrom(request, parts).address, parts);
      if (begun.kind === 'denied') return deny(reply, begun);
      reply.header('set-cookie', begun.value.cookie);
      return { asked: true };
    },
    async beginAuthenticatorOfEmail({ body }, { request, reply }) {
      const { outcome, cookie } = await beginEnrolmentByEmail(body, request.headers.cookie, parts);
      if (cookie !== undefined) reply.header('set-cookie', cookie);
      return outcome.kind === 'denied' ? deny(reply, outcome) : outcome.value;
    },
    async finishEmailSignIn({ body }, call) {
      const { request, reply } = call;
      const came = { cookieHeader: request.headers.cookie, from: signInFrom(request, parts) };
      const { outcome, cookie } = await finishEmailSignIn(body, came, parts);
      if (cookie !== undefined) reply.header('set-cookie', cookie);
      return answerLoggedIn(outcome, call, parts, deny);
    },
  };
}
