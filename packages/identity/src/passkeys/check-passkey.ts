import { type PasskeyAssertion, refusal, type WallClock } from '@signet/contracts';
import type { Audit } from '../audit/audit.ts';
import { tellFailure } from '../login/check-password.ts';
import { type Denied, denied, type Outcome, passed } from '../outcome.ts';
import type { Account, AccountStore, Factor, PasskeyStore, StoredPasskey } from '../ports/index.ts';
import { type UseOnceParts, useOnce } from '../token-endpoint/use-once.ts';
import type { PasskeyChallenges } from './challenges.ts';
import { readClientData } from './read-client-data.ts';
import { passkeySite } from './site.ts';
import { type ShownPasskey, verifyAssertion } from './verify.ts';

export interface CheckPasskeyParts extends UseOnceParts {
  readonly issuer: string;
  readonly accounts: Pick<AccountStore, 'findById'>;
  readonly passkeys: PasskeyStore;
  readonly passkeyChallenges: PasskeyChallenges;
  readonly wall: WallClock;
  readonly audit: Audit;
}

/** A passkey that somebody shows, and what their browser holds of its challenge. */
export interface PasskeyGiven {
  readonly passkey: PasskeyAssertion;
  readonly heldByBrowser: string | undefined;
}

/** Whose passkey it is, and the factor that it makes: the device checked the person, so it stands for two (decision 37). */
export interface PasskeyShown {
  readonly account: Account;
  readonly factor: Factor;
}

/**
 * The account whose passkey answered the challenge of this browser. The answer is used up by a yes, on all nodes.
 * @param only of this account alone: for who showed its password
 */
export async function checkPasskey(
  given: PasskeyGiven,
  parts: CheckPasskeyParts,
  only?: Account,
): Promise<Outcome<PasskeyShown>> {
  const { passkey: assertion, heldByBrowser } = given;
  const challenge = readClientData(assertion.response.clientDataJSON)?.challenge;
  if (challenge === undefined) return wrong;
  const until = parts.passkeyChallenges.check(challenge, 'sign in', heldByBrowser);
  if (until === undefined) return over;
  const known = await parts.passkeys.findByCredential(assertion.id);
  const account = known && (await parts.accounts.findById(known.accountId));
  if (known === undefined || account === undefined) return unknown;
  if (only !== undefined && account.id !== only.id) return other;
  const outcome = await verifyAndUse(known, { assertion, challenge, until }, parts);
  if (outcome.kind === 'denied') {
    await tellFailure(account, outcome.refusal.code, parts.audit);
    return outcome;
  }
  return passed({ account, factor: outcome.value });
}

async function verifyAndUse(
  known: StoredPasskey,
  given: { readonly assertion: PasskeyAssertion; readonly challenge: string; readonly until: number },
  parts: CheckPasskeyParts,
): Promise<Outcome<Factor>> {
  const { assertion, challenge, until } = given;
  const { userHandle } = assertion.response;
  if (userHandle && userHandle !== userHandleOf(known)) return wrong;
  const shown = await verifyAssertion(assertion, challenge, known, passkeySite(parts.issuer));
  if (shown === undefined || shown.isSynced !== known.isSynced) return wrong;
  if (!(await useOnce(`passkey ${challenge}`, until, parts))) return over;
  return useUp(known, shown, parts);
}

async function useUp(
  known: StoredPasskey,
  { counter, isBackedUp }: ShownPasskey,
  parts: CheckPasskeyParts,
): Promise<Outcome<Factor>> {
  const at = parts.wall();
  if (await parts.passkeys.use(known.id, { counter, isBackedUp, usedAt: at })) {
    return passed({ method: known.isSynced ? 'swk' : 'hwk', at });
  }
  await parts.audit.record('account.passkey_copied', {
    target: { kind: 'account', id: known.accountId },
    details: { passkey: known.id },
  });
  return copied;
}

/** WebAuthn Level 3 §14.6.1: it tells nothing of the person. */
export function userHandleOf({ accountId }: Pick<StoredPasskey, 'accountId'>): string {
  return Buffer.from(accountId, 'utf8').toString('base64url');
}

const over: Denied = denied(refusal('passkey_refused.over'));
const unknown: Denied = denied(refusal('passkey_refused.unknown'));
const wrong: Denied = denied(refusal('passkey_refused.wrong'));
const other: Denied = denied(refusal('passkey_refused.other'));
const copied: Denied = denied(refusal('passkey_refused.copied'));
