import type { PasskeyChallengeAnswer } from '@signet/contracts';
import type { Handlers } from '@signet/http';
import type { FastifyReply } from 'fastify';
import type { OwnFactorsRouteParts } from '../factors/routes.ts';
import type { Deny } from '../http/deny.ts';
import { answerLoggedIn } from '../login/answer-logged-in.ts';
import { loginByPasskey } from '../login/login-by-passkey.ts';
import type { LoginRouteParts } from '../login/routes.ts';
import { signInFrom } from '../login/sign-in-from.ts';
import { createAsPerson } from '../own-sessions/as-person.ts';
import { challengeLifetime } from './challenges.ts';
import {
  beginPasskey,
  confirmPasskey,
  type RemovePasskeyParts,
  removePasskey,
  renamePasskey,
} from './own-passkeys.ts';
import { passkeySite } from './site.ts';

export interface PasskeyRouteParts extends LoginRouteParts, OwnFactorsRouteParts, RemovePasskeyParts {
  readonly audit: LoginRouteParts['audit'];
  readonly devices: LoginRouteParts['devices'];
  readonly accounts: LoginRouteParts['accounts'];
  readonly configuration: LoginRouteParts['configuration'];
  readonly passkeys: OwnFactorsRouteParts['passkeys'];
  readonly emails: OwnFactorsRouteParts['emails'];
  readonly providerLinks: OwnFactorsRouteParts['providerLinks'];
}

type PasskeyEndpoint =
  | 'beginPasskeyLogin'
  | 'loginByPasskey'
  | 'beginPasskey'
  | 'confirmPasskey'
  | 'renamePasskey'
  | 'removePasskey';

/** Seconds for which a browser holds what binds its challenges to it: longer than any of them is good. */
const heldFor = (2 * challengeLifetime) / 1000;

export function passkeyRoutes(parts: PasskeyRouteParts, deny: Deny): Handlers<PasskeyEndpoint> {
  const asPerson = createAsPerson(parts, deny);
  const hold = (reply: FastifyReply, held: string) =>
    reply.header('set-cookie', parts.passkeyCookie.write(held, heldFor));
  return {
    async beginPasskeyLogin(_nothing, { request, reply }): Promise<PasskeyChallengeAnswer> {
      const { heldByBrowser } = signInFrom(request, parts);
      const { challenge, held } = parts.passkeyChallenges.begin('sign in', heldByBrowser);
      hold(reply, held);
      const { rpId } = passkeySite(parts.issuer);
      return { challenge, rpId, timeout: challengeLifetime, userVerification: 'required' };
    },
    async loginByPasskey({ body }, call) {
      const outcome = await loginByPasskey(body, signInFrom(call.request, parts), parts);
      return answerLoggedIn(outcome, call, parts, deny);
    },
    beginPasskey: ({ body: proof }, call) =>
      asPerson(call, async (account) => {
        const outcome = await beginPasskey(account, { proof, from: signInFrom(call.request, parts) }, parts);
        if (outcome.kind === 'denied') return outcome;
        hold(call.reply, outcome.value.held);
        return { kind: 'passed', value: outcome.value.begun };
      }),
    confirmPasskey: ({ body }, call) =>
      asPerson(call, (account) => {
        const { heldByBrowser } = signInFrom(call.request, parts);
        return confirmPasskey(account, { ...body, heldByBrowser }, parts);
      }),
    renamePasskey: ({ parameters, body }, call) =>
      asPerson(call, (account) => renamePasskey(account, { ...parameters, ...body }, parts)),
    removePasskey: ({ parameters, body: proof }, call) =>
      asPerson(call, (account) =>
        removePasskey(account, { ...parameters, proof, from: signInFrom(call.request, parts) }, parts),
      ),
  };
}
