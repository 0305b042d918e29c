import { type BegunAuthenticator, type FinishProviderRequest, refusal } from '@signet/contracts';
import { beginEnrolment } from '../login/begin-enrolment.ts';
import type { Stepped } from '../login/challenge.ts';
import type { SignInFrom } from '../login/check-password.ts';
import { type EnterParts, enter, type LoggedIn } from '../login/enter.ts';
import { type Denied, denied, type Outcome, passed } from '../outcome.ts';
import type { SessionEnder } from '../sessions/end-session.ts';
import { failures, isUsed, useAnswer } from './answered-once.ts';
import { type FindPersonParts, type FoundPerson, findPerson, ofOther } from './find-person.ts';
import { type JoinParts, joinPerson } from './join-person.ts';
import type { Held, ProviderCookie, ProviderPerson } from './provider-cookie.ts';
import type { KnownProvider, ProviderDirectory } from './provider-directory.ts';
import { type RegisterPersonParts, registerPerson } from './register-person.ts';

export interface FinishSignInParts extends EnterParts, FindPersonParts, JoinParts, RegisterPersonParts {
  readonly providers: ProviderDirectory;
  readonly providerCookie: ProviderCookie;
  readonly accounts: RegisterPersonParts['accounts'];
  readonly audit: RegisterPersonParts['audit'];
  readonly random: RegisterPersonParts['random'];
  readonly wall: RegisterPersonParts['wall'];
  readonly endSession: SessionEnder;
}

/**
 * Signs in whom a provider signed in: that is a first factor here, and whatever else the account demands is demanded. An
 * answer that was challenged is asked again with what was missing; one that signed somebody in is used up.
 */
export async function finishSignIn(
  request: FinishProviderRequest,
  { cookieHeader, from }: { readonly cookieHeader: string | undefined; readonly from: SignInFrom },
  parts: FinishSignInParts,
): Promise<Stepped<LoggedIn>> {
  const known = await readAnswered(cookieHeader, parts);
  if (known.kind === 'denied') return known;
  const { held, person, provider, account, joins } = known.value;
  const factors = [{ method: 'fed', at: parts.wall() }] as const;
  const entered = await enter({ account, factors }, { ...request, ...from }, parts);
  if (entered.kind !== 'passed') return entered;
  const isFirst = await useAnswer(held, parts);
  const { language } = request;
  const isJoined =
    !joins ||
    (await joinPerson(account, person, { provider, by: 'address', language }, parts)) === 'added' ||
    (await parts.providerLinks.find(person.issuer, person.subject))?.accountId === account.id;
  if (isFirst && isJoined) return entered;
  await parts.endSession(entered.value.lineage.session.id, 'logout');
  return isFirst ? ofOther : over;
}

/**
 * What an app is told of whom a provider signed in, and who must add one to go in. The answer stays good, for the sign-in that
 * brings the first code.
 */
export async function beginEnrolmentOf(
  cookieHeader: string | undefined,
  parts: FinishSignInParts,
): Promise<Outcome<BegunAuthenticator>> {
  const known = await readAnswered(cookieHeader, parts);
  return known.kind === 'denied' ? known : beginEnrolment(known.value.account, parts);
}

/** Whom the provider signed in, by the answer that this browser holds and nobody used. */
async function readAnswered(
  cookieHeader: string | undefined,
  parts: FinishSignInParts,
): Promise<Outcome<Answered>> {
  const held = parts.providerCookie.read(cookieHeader, 'answered');
  // What was begun for the own page of somebody who is signed in signs nobody in.
  if (held === undefined || held.own !== undefined || (await isUsed(held, parts))) return over;
  if (held.outcome.kind === 'failed') return failures[held.outcome.why];
  const { person } = held.outcome;
  const provider = parts.providers.find(held.provider);
  if (provider?.issuer !== person.issuer) return unknown;
  const found = await findOrRegister(person, provider, parts);
  return found.kind === 'denied' ? found : passed({ held, person, provider, ...found.value });
}

interface Answered extends FoundPerson {
  readonly held: Held<'answered'>;
  readonly person: ProviderPerson;
  readonly provider: KnownProvider;
}

async function findOrRegister(
  person: ProviderPerson,
  provider: KnownProvider,
  parts: FinishSignInParts,
): Promise<Outcome<FoundPerson>> {
  const found = await findPerson(person, provider, parts);
  if (found.kind === 'denied') return found;
  if (found.value !== undefined) return passed(found.value);
  if (!provider.register && parts.configuration().registration !== 'open') return none;
  const account = await registerPerson(person, provider, parts);
  return account.kind === 'denied' ? account : passed({ account: account.value, joins: false });
}

const over: Denied = denied(refusal('provider_sign_in_over'));
const unknown: Denied = denied(refusal('provider_unknown'));
const none: Denied = denied(refusal('provider_account_missing.none'));
