import type { FactorProof } from '@signet/contracts';
import type { Handlers } from '@signet/http';
import type { FastifyRequest } from 'fastify';
import type { Deny } from '../http/deny.ts';
import type { KnownDevices } from '../login/known-device.ts';
import { type SignInCookies, signInFrom } from '../login/sign-in-from.ts';
import { createAsPerson } from '../own-sessions/as-person.ts';
import type { OwnSessionParts } from '../own-sessions/own-session.ts';
import { confirmAuthenticator } from './add-authenticator.ts';
import {
  beginAuthenticator,
  listFactors,
  type OwnFactorsParts,
  removeAuthenticator,
  replaceRecoveryCodes,
} from './own-factors.ts';

export interface OwnFactorsRouteParts extends OwnSessionParts, OwnFactorsParts, SignInCookies {
  readonly accounts: OwnFactorsParts['accounts'];
  readonly devices: KnownDevices;
}

type OwnFactorsEndpoint =
  | 'listFactors'
  | 'beginAuthenticator'
  | 'confirmAuthenticator'
  | 'removeAuthenticator'
  | 'replaceRecoveryCodes';

/** What a person may see and change of how they sign in. */
export function ownFactorsRoutes(parts: OwnFactorsRouteParts, deny: Deny): Handlers<OwnFactorsEndpoint> {
  const asPerson = createAsPerson(parts, deny);
  const proving = (proof: FactorProof, request: FastifyRequest) => ({
    proof,
    from: signInFrom(request, parts),
  });
  return {
    listFactors: (_nothing, call) =>
      asPerson(call, async (account) => ({ kind: 'passed', value: await listFactors(account, parts) })),
    beginAuthenticator: ({ body }, call) =>
      asPerson(call, (account) => beginAuthenticator(account, proving(body, call.request), parts)),
    confirmAuthenticator: ({ body }, call) =>
      asPerson(call, (account) => confirmAuthenticator(account, body, parts)),
    removeAuthenticator: ({ body }, call) =>
      asPerson(call, (account) => removeAuthenticator(account, proving(body, call.request), parts)),
    replaceRecoveryCodes: ({ body }, call) =>
      asPerson(call, (account) => replaceRecoveryCodes(account, proving(body, call.request), parts)),
  };
}
