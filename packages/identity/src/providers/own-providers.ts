import {
  type AuditActor,
  type AuditDeed,
  type FactorProof,
  type IdentityConfiguration,
  type JoinProviderRequest,
  type OwnProvider,
  type OwnProvidersAnswer,
  type PartProviderRequest,
  refusal,
} from '@signet/contracts';
import { hasPassword, showPassword } from '../accounts/no-password.ts';
import { type ProofParts, proveFreshly } from '../factors/prove-freshly.ts';
import type { SignInFrom } from '../login/check-password.ts';
import { otherWayIn, removeWayIn } from '../login/ways-in.ts';
import { type Denied, denied, type Outcome, passed } from '../outcome.ts';
import type { Account, ProviderLink } from '../ports/index.ts';
import { failures, isUsed, useAnswer } from './answered-once.ts';
import { type BeginSignInParts, type BegunSignIn, beginSignIn } from './begin-sign-in.ts';
import { type JoinParts, joinPerson } from './join-person.ts';
import type { ProviderDirectory } from './provider-directory.ts';

export interface OwnProvidersParts extends ProofParts, JoinParts, BeginSignInParts {
  readonly configuration: () => IdentityConfiguration;
  readonly providers: ProviderDirectory;
  readonly providerCookie: ProofParts['providerCookie'];
  readonly providerLinks: ProofParts['providerLinks'];
  readonly emails: ProofParts['emails'];
  readonly audit: ProofParts['audit'];
  readonly wall: ProofParts['wall'];
}

type Shown = Pick<OwnProvidersParts, 'providers' | 'providerLinks'>;

/** Those that are configured, and those that sign the person in although they are configured no more. */
export async function listProviders(
  { id }: Pick<Account, 'id'>,
  { providers, providerLinks }: Shown,
): Promise<OwnProvidersAnswer> {
  const links = await providerLinks.of(id);
  const known = providers.list();
  const configured = known.map(({ id: provider, name, issuer }): OwnProvider => {
    const link = links.find((each) => each.issuer === issuer);
    return { provider, name, issuer, ...joinedBy(link) };
  });
  const gone = links
    .filter(({ issuer }) => known.every((each) => each.issuer !== issuer))
    .map((link): OwnProvider => ({ name: hostOf(link.issuer), issuer: link.issuer, ...joinedBy(link) }));
  return { providers: [...configured, ...gone] };
}

function joinedBy(link: ProviderLink | undefined): Pick<OwnProvider, 'joined'> {
  if (link === undefined) return {};
  const { email, linkedAt } = link;
  return { joined: { joinedAt: linkedAt, ...(email === undefined ? {} : { email }) } };
}

function hostOf(issuer: string): string {
  return URL.parse(issuer)?.host ?? issuer;
}

/** Whoever adds a way into the account proves anew that it is theirs. */
export async function beginJoining(
  account: Account,
  asked: { readonly provider: string; readonly proof: FactorProof; readonly from: SignInFrom },
  parts: OwnProvidersParts,
): Promise<Outcome<BegunSignIn>> {
  const { provider, proof, from } = asked;
  const proven = await proveFreshly(account, { proof, from }, parts);
  if (proven.kind === 'denied') return proven;
  return beginSignIn({ provider, own: { to: 'join', account: account.id } }, parts);
}

/** Whoever has no password shows once more who they are, where they sign in: the provider asks anew (`max_age=0`). */
export async function beginProving(
  account: Account,
  provider: string,
  parts: OwnProvidersParts,
): Promise<Outcome<BegunSignIn>> {
  if (hasPassword(account)) return showPassword;
  return beginSignIn({ provider, own: { to: 'prove', account: account.id } }, parts);
}

/** Whom the provider signed in is the person from now on: in the browser, and for the account, that asked for it. */
export async function joinProvider(
  account: Account,
  { language, cookieHeader }: JoinProviderRequest & { readonly cookieHeader: string | undefined },
  parts: OwnProvidersParts,
): Promise<Outcome<OwnProvidersAnswer>> {
  const held = parts.providerCookie.read(cookieHeader, 'answered');
  const isForThis = held?.own?.to === 'join' && held.own.account === account.id;
  if (held === undefined || !isForThis || (await isUsed(held, parts))) return over;
  if (held.outcome.kind === 'failed') return failures[held.outcome.why];
  const { person } = held.outcome;
  const provider = parts.providers.find(held.provider);
  if (provider?.issuer !== person.issuer) return unknown;
  if (!(await useAnswer(held, parts))) return over;
  if ((await joinPerson(account, person, { provider, by: 'person', language }, parts)) === 'taken') {
    const owner = (await parts.providerLinks.find(person.issuer, person.subject))?.accountId;
    if (owner !== account.id) return owner === undefined ? already : elsewhere;
  }
  return passed(await listProviders(account, parts));
}

/** Not where nothing else signs the person in. */
export async function partProvider(
  account: Account,
  { issuer, ...proof }: PartProviderRequest,
  from: SignInFrom,
  parts: OwnProvidersParts,
): Promise<Outcome<OwnProvidersAnswer>> {
  if ((await otherWayIn(account, { issuer }, parts)) === undefined) return lastWay;
  const proven = await proveFreshly(account, { proof, from }, parts);
  if (proven.kind === 'denied') return proven;
  const { id } = account;
  const deed = partedDeed(id, issuer, { kind: 'account', id }, parts);
  const answer = await removeWayIn(account, { issuer }, parts, async (other) => {
    if (other !== 'kept') return parts.providerLinks.removeBeside(id, issuer, other, deed);
    return (await parts.providerLinks.remove(id, issuer, deed)) ? 'removed' : 'unknown';
  });
  if (answer === 'alone') return lastWay;
  return answer === 'removed' ? passed(await listProviders(account, parts)) : unknown;
}

/** @param actor absent: whoever the request has proved to be */
export function part(
  { id }: Pick<Account, 'id'>,
  issuer: string,
  actor: AuditActor | undefined,
  parts: Pick<OwnProvidersParts, 'providerLinks' | 'audit'>,
): Promise<boolean> {
  return parts.providerLinks.remove(id, issuer, partedDeed(id, issuer, actor, parts));
}

function partedDeed(
  id: Account['id'],
  issuer: string,
  actor: AuditActor | undefined,
  { audit }: Pick<OwnProvidersParts, 'audit'>,
): AuditDeed {
  const target = { kind: 'account', id } as const;
  return audit.deed('account.provider_parted', { actor, target, details: { issuer } });
}

const over: Denied = denied(refusal('provider_sign_in_over'));
const unknown: Denied = denied(refusal('provider_unknown'));
const lastWay: Denied = denied(refusal('provider_link_refused.last_way'));
const elsewhere: Denied = denied(refusal('provider_link_refused.elsewhere'));
const already: Denied = denied(refusal('provider_link_refused.already'));
