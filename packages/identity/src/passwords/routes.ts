import { bearerToken, type Handlers } from '@signet/http';
import type { Deny } from '../http/deny.ts';
import { type SignInCookies, signInFrom } from '../login/sign-in-from.ts';
import { type OwnSessionParts, ownSession } from '../own-sessions/own-session.ts';
import { type ChangePasswordParts, changePassword } from './change-password.ts';
import { type ForgetPasswordParts, forgetPassword } from './forget-password.ts';
import { type ResetPasswordParts, resetPassword } from './reset-password.ts';

export interface PasswordRouteParts
  extends OwnSessionParts,
    ChangePasswordParts,
    ForgetPasswordParts,
    ResetPasswordParts,
    SignInCookies {
  readonly issuer: string;
  readonly accounts: ResetPasswordParts['accounts'];
}

/** How a person gets another password. */
export function passwordRoutes(
  parts: PasswordRouteParts,
  deny: Deny,
): Handlers<'changePassword' | 'forgetPassword' | 'resetPassword'> {
  return {
    async changePassword({ body }, { request, reply }) {
      const own = await ownSession(bearerToken(request.headers.authorization), parts);
      if (own.kind === 'denied') return deny(reply, own);
      const from = signInFrom(request, parts);
      const changed = await changePassword(body, own.value, from, parts);
      return changed.kind === 'denied' ? deny(reply, changed) : changed.value;
    },
    async forgetPassword({ body }, { request, reply }) {
      const { address } = signInFrom(request, parts);
      const asked = await forgetPassword(body, address, parts);
      return asked.kind === 'denied' ? deny(reply, asked) : asked.value;
    },
    async resetPassword({ body }, { reply }) {
      const reset = await resetPassword(body, parts);
      return reset.kind === 'denied' ? deny(reply, reset) : reset.value;
    },
  };
}
