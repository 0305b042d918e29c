import { bearerToken, type Handlers } from '@signet/http';
import type { FastifyRequest } from 'fastify';
import { hasPassword } from '../accounts/no-password.ts';
import type { Deny } from '../http/deny.ts';
import { type SignInCookies, signInFrom } from '../login/sign-in-from.ts';
import { type OwnSessionParts, ownSession } from '../own-sessions/own-session.ts';
import { type ChangeEmailParts, changeEmail } from './change-email.ts';
import { type ConfirmEmailParts, confirmEmail } from './confirm-email.ts';

export interface AddressRouteParts
  extends OwnSessionParts,
    ChangeEmailParts,
    ConfirmEmailParts,
    SignInCookies {}

/** Where a person is written to. */
export function addressRoutes(
  parts: AddressRouteParts,
  deny: Deny,
): Handlers<'readProfile' | 'changeEmail' | 'confirmEmail'> {
  const caller = ({ headers }: FastifyRequest) => ownSession(bearerToken(headers.authorization), parts);
  return {
    async readProfile(_nothing, { request, reply }) {
      const own = await caller(request);
      if (own.kind === 'denied') return deny(reply, own);
      const { id, username } = own.value.account;
      const about = { username, hasPassword: hasPassword(own.value.account) };
      const email = await parts.emails.of(id);
      if (email === undefined) return about;
      return { ...about, email: { address: email.address, verified: email.verified } };
    },
    async changeEmail({ body }, { request, reply }) {
      const own = await caller(request);
      if (own.kind === 'denied') return deny(reply, own);
      const asked = await changeEmail(body, own.value, signInFrom(request, parts), parts);
      return asked.kind === 'denied' ? deny(reply, asked) : asked.value;
    },
    async confirmEmail({ body }, { reply }) {
      const confirmed = await confirmEmail(body.token, parts);
      return confirmed.kind === 'denied' ? deny(reply, confirmed) : confirmed.value;
    },
  };
}
