import { bearerToken, type Handlers } from '@signet/http';
import type { FastifyRequest } from 'fastify';
import { type DeleteAccountParts, deleteAccount } from '../accounts/delete-account.ts';
import { administratorNeeded, isOnlyAdministrator } from '../accounts/only-administrator.ts';
import { type ProofParts, proveFreshly } from '../factors/prove-freshly.ts';
import type { Deny } from '../http/deny.ts';
import type { HostCookie } from '../http/host-cookie.ts';
import { type SignInCookies, signInFrom } from '../login/sign-in-from.ts';
import { languageOf } from '../oidc/page-language.ts';
import { type OwnSessionParts, ownSession } from '../own-sessions/own-session.ts';
import { type ExportParts, exportAccount } from './export-account.ts';

export interface OwnAccountRouteParts
  extends OwnSessionParts,
    ProofParts,
    DeleteAccountParts,
    ExportParts,
    SignInCookies {
  readonly passkeys: ProofParts['passkeys'];
  readonly issuer: string;
  readonly accounts: DeleteAccountParts['accounts'];
  readonly sessions: DeleteAccountParts['sessions'];
  readonly secondFactors: ProofParts['secondFactors'];
  readonly audit: ProofParts['audit'];
  readonly endSession: DeleteAccountParts['endSession'];
  readonly wall: OwnSessionParts['wall'];
  readonly cookie: HostCookie;
}

/** What a person may have of their account, and that they may leave. */
export function ownAccountRoutes(
  parts: OwnAccountRouteParts,
  deny: Deny,
): Handlers<'exportAccount' | 'deleteAccount'> {
  const caller = ({ headers }: FastifyRequest) => ownSession(bearerToken(headers.authorization), parts);
  return {
    async exportAccount(_nothing, { request, reply }) {
      const own = await caller(request);
      if (own.kind === 'denied') return deny(reply, own);
      return exportAccount(own.value, languageOf(request.headers['accept-language']), parts);
    },
    async deleteAccount({ body: proof }, { request, reply }) {
      const own = await caller(request);
      if (own.kind === 'denied') return deny(reply, own);
      const { account } = own.value;
      const from = signInFrom(request, parts);
      const proven = await proveFreshly(account, { proof, from }, parts);
      if (proven.kind === 'denied') return deny(reply, proven);
      if (await isOnlyAdministrator(account, parts.accounts)) return deny(reply, administratorNeeded);
      await deleteAccount(account.id, { kind: 'account', id: account.id }, parts);
      reply.header('set-cookie', [parts.cookie.clear(), parts.deviceCookie.clear()]);
      return { deleted: true };
    },
  };
}
