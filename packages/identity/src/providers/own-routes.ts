import type { Handlers } from '@signet/http';
import { type AskForProofMailParts, askForProofMail } from '../email-sign-in/prove-by-mail.ts';
import type { Deny } from '../http/deny.ts';
import { type SignInCookies, signInFrom } from '../login/sign-in-from.ts';
import { type Outcome, passed } from '../outcome.ts';
import { createAsPerson, type OwnCall } from '../own-sessions/as-person.ts';
import type { OwnSessionParts } from '../own-sessions/own-session.ts';
import type { Account } from '../ports/index.ts';
import type { BegunSignIn } from './begin-sign-in.ts';
import {
  beginJoining,
  beginProving,
  joinProvider,
  listProviders,
  type OwnProvidersParts,
  partProvider,
} from './own-providers.ts';

export interface OwnProviderRouteParts
  extends OwnSessionParts,
    OwnProvidersParts,
    AskForProofMailParts,
    SignInCookies {
  readonly issuer: string;
  readonly accounts: OwnProvidersParts['accounts'];
  readonly configuration: OwnProvidersParts['configuration'];
  readonly mailroom: OwnProvidersParts['mailroom'];
  readonly random: OwnProvidersParts['random'];
  readonly wall: OwnProvidersParts['wall'];
}

type OwnProviderEndpoint =
  | 'askForProofMail'
  | 'listOwnProviders'
  | 'beginJoiningProvider'
  | 'beginProvingByProvider'
  | 'joinProvider'
  | 'partProvider';

/** Which providers sign a person in, as they see and change it themselves. */
export function ownProviderRoutes(parts: OwnProviderRouteParts, deny: Deny): Handlers<OwnProviderEndpoint> {
  const asPerson = createAsPerson(parts, deny);
  const goesOn = (call: OwnCall, work: (account: Account) => Promise<Outcome<BegunSignIn>>) =>
    asPerson(call, async (account) => {
      const begun = await work(account);
      if (begun.kind === 'denied') return begun;
      call.reply.header('set-cookie', begun.value.cookie);
      return passed({ redirectTo: begun.value.redirectTo });
    });
  return {
    askForProofMail: ({ body }, call) =>
      asPerson(call, (account) => {
        const { address } = signInFrom(call.request, parts);
        return askForProofMail(account, { ...body, address }, parts);
      }),
    listOwnProviders: (_nothing, call) =>
      asPerson(call, async (account) => passed(await listProviders(account, parts))),
    beginJoiningProvider: ({ parameters, body: proof }, call) =>
      goesOn(call, (account) =>
        beginJoining(account, { ...parameters, proof, from: signInFrom(call.request, parts) }, parts),
      ),
    beginProvingByProvider: ({ parameters: { provider } }, call) =>
      goesOn(call, (account) => beginProving(account, provider, parts)),
    joinProvider: ({ body }, call) =>
      asPerson(call, async (account) => {
        const cookieHeader = call.request.headers.cookie;
        const joined = await joinProvider(account, { ...body, cookieHeader }, parts);
        if (joined.kind === 'passed') call.reply.header('set-cookie', parts.providerCookie.clear());
        return joined;
      }),
    partProvider: ({ body }, call) =>
      asPerson(call, (account) => partProvider(account, body, signInFrom(call.request, parts), parts)),
  };
}
