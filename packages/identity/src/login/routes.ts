import type { Handlers } from '@signet/http';
import type { Deny } from '../http/deny.ts';
import type { HostCookie } from '../http/host-cookie.ts';
import { type AnswerSignedInParts, answerSignedIn } from '../sessions/answer-signed-in.ts';
import { type LoginParts, login } from './login.ts';
import { signInFrom } from './sign-in-from.ts';
import { tellChallenge } from './tell-challenge.ts';

export interface LoginRouteParts extends LoginParts, AnswerSignedInParts {
  readonly deviceCookie: HostCookie;
}

export function loginRoutes(parts: LoginRouteParts, deny: Deny): Handlers<'login'> {
  return {
    async login({ body }, { request, reply }) {
      const outcome = await login(body, signInFrom(request, parts.deviceCookie), parts);
      if (outcome.kind === 'challenged') return deny(reply, tellChallenge(outcome.challenge));
      if (outcome.kind === 'denied') return deny(reply, outcome);
      const { value, maxAge } = outcome.value.device;
      const cookies = [parts.deviceCookie.write(value, maxAge)];
      return answerSignedIn({ request, reply }, outcome.value, parts, cookies);
    },
  };
}
