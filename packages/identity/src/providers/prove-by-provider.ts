import { refusal } from '@signet/contracts';
import { type Denied, denied, type Outcome, passed } from '../outcome.ts';
import type { Account, ProviderLinkStore } from '../ports/index.ts';
import type { UseOnceParts } from '../token-endpoint/use-once.ts';
import { failures, isUsed, useAnswer } from './answered-once.ts';
import type { ProviderCookie } from './provider-cookie.ts';

export interface ProveByProviderParts extends UseOnceParts {
  readonly providerCookie: ProviderCookie;
  readonly providerLinks: ProviderLinkStore;
}

/** That the person of this account has just signed in at a provider that is joined to it, because this page asked for it. */
export async function proveByProvider(
  account: Account,
  cookieHeader: string | undefined,
  parts: ProveByProviderParts,
): Promise<Outcome<{ readonly use: () => Promise<boolean> }>> {
  const held = parts.providerCookie.read(cookieHeader, 'answered');
  const isForThis = held?.own?.to === 'prove' && held.own.account === account.id;
  if (held === undefined || !isForThis || (await isUsed(held, parts))) return proofOver;
  if (held.outcome.kind === 'failed') return failures[held.outcome.why];
  const { issuer, subject } = held.outcome.person;
  const link = await parts.providerLinks.find(issuer, subject);
  if (link?.accountId !== account.id) return stranger;
  return passed({ use: () => useAnswer(held, parts) });
}

export const proofOver: Denied = denied(refusal('proof_over.provider'));
const stranger: Denied = denied(refusal('proof_over.stranger'));
