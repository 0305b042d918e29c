import {
  type AccountId,
  type AuditAction,
  type AuditDeed,
  type BegunPasskey,
  type ConfirmedPasskey,
  type ConfirmPasskeyRequest,
  type FactorsAnswer,
  newId,
  type PasskeyId,
  refusal,
} from '@signet/contracts';
import { heldFactors, isProtected } from '../factors/held-factors.ts';
import { listFactors, type OwnFactorsParts, type Proving } from '../factors/own-factors.ts';
import { proveFreshly } from '../factors/prove-freshly.ts';
import { newRecoveryCodes } from '../factors/recovery-codes.ts';
import { otherWayIn, removeWayIn, type WaysInParts } from '../login/ways-in.ts';
import { type Denied, denied, type Outcome, passed } from '../outcome.ts';
import type { Account, StoredPasskey } from '../ports/index.ts';
import { useOnce } from '../token-endpoint/use-once.ts';
import { challengeLifetime } from './challenges.ts';
import { userHandleOf } from './check-passkey.ts';
import { toSummary } from './passkey-summary.ts';
import { readClientData } from './read-client-data.ts';
import { passkeySite } from './site.ts';
import { passkeyAlgorithms, verifyCreation } from './verify.ts';

/** One for each device that a person has, and some. */
export const mostPasskeys = 20;

/** What the browser is told to make, and what it is to hold. Nothing is changed before it has made it. */
export async function beginPasskey(
  account: Account,
  proving: Proving,
  parts: OwnFactorsParts,
): Promise<Outcome<{ readonly begun: BegunPasskey; readonly held: string }>> {
  const proven = await proveFreshly(account, proving, parts);
  if (proven.kind === 'denied') return proven;
  const existing = await parts.passkeys.ofAccount(account.id);
  if (existing.length >= mostPasskeys) return full;
  const { heldByBrowser } = proving.from;
  const { challenge, held } = parts.passkeyChallenges.begin(`add to ${account.id}`, heldByBrowser);
  return passed({ begun: creationOptions(account, challenge, existing, parts.issuer), held });
}

function creationOptions(
  { id, username }: Account,
  challenge: string,
  existing: readonly StoredPasskey[],
  issuer: string,
): BegunPasskey {
  const { rpId } = passkeySite(issuer);
  return {
    rp: { id: rpId, name: rpId },
    user: { id: userHandleOf({ accountId: id }), name: username, displayName: username },
    challenge,
    pubKeyCredParams: passkeyAlgorithms.map((alg) => ({ type: 'public-key', alg })),
    timeout: challengeLifetime,
    excludeCredentials: existing.map(({ credentialId, transports }) => ({
      type: 'public-key',
      id: credentialId,
      transports,
    })),
    authenticatorSelection: {
      residentKey: 'required',
      requireResidentKey: true,
      userVerification: 'required',
    },
    attestation: 'none',
  };
}

/** Adds the passkey that the browser made for the challenge; the challenge is used up by it. */
export async function confirmPasskey(
  account: Account,
  given: ConfirmPasskeyRequest & { readonly heldByBrowser: string | undefined },
  parts: OwnFactorsParts,
): Promise<Outcome<ConfirmedPasskey>> {
  const { credential, heldByBrowser } = given;
  const challenge = readClientData(credential.response.clientDataJSON)?.challenge;
  if (challenge === undefined) return wrong;
  const until = parts.passkeyChallenges.check(challenge, `add to ${account.id}`, heldByBrowser);
  if (until === undefined) return over;
  const made = await verifyCreation(credential, challenge, passkeySite(parts.issuer));
  if (made === undefined) return wrong;
  if (!(await useOnce(`passkey ${challenge}`, until, parts))) return over;
  const passkey: StoredPasskey = {
    ...made,
    id: newId('passkey', parts.random),
    accountId: account.id,
    name: given.name,
    addedAt: parts.wall(),
  };
  return keep(passkey, parts);
}

/**
 * Recovery codes go with the first factor, for when it is lost. They are written first: where they come to nothing, they
 * belong to no factor and open nothing.
 */
async function keep(passkey: StoredPasskey, parts: OwnFactorsParts): Promise<Outcome<ConfirmedPasskey>> {
  const { accountId } = passkey;
  const isFirst = !isProtected(await heldFactors(accountId, parts));
  const { codes, hashes } = newRecoveryCodes(accountId, parts.random);
  if (isFirst) await parts.secondFactors.replaceCodes(accountId, hashes);
  const deed = deedOf('account.factor_added', accountId, passkey.id, parts);
  const added = await parts.passkeys.add(passkey, mostPasskeys, deed);
  if (added !== 'added') return added === 'full' ? full : exists;
  return passed({ passkey: toSummary(passkey), recoveryCodes: isFirst ? codes : [] });
}

export interface RemovePasskeyParts extends OwnFactorsParts, WaysInParts {
  readonly passkeys: OwnFactorsParts['passkeys'];
  readonly emails: OwnFactorsParts['emails'];
  readonly providerLinks: OwnFactorsParts['providerLinks'];
}

export async function renamePasskey(
  { id: account }: Account,
  { id, name }: { readonly id: PasskeyId; readonly name: string },
  parts: OwnFactorsParts,
): Promise<Outcome<FactorsAnswer>> {
  if (!(await parts.passkeys.rename(account, id, name))) return unknown;
  return passed(await listFactors({ id: account }, parts));
}

/** Not where nothing else signs the person in. */
export async function removePasskey(
  account: Account,
  { id, ...proving }: Proving & { readonly id: PasskeyId },
  parts: RemovePasskeyParts,
): Promise<Outcome<FactorsAnswer>> {
  if ((await otherWayIn(account, { passkey: id }, parts)) === undefined) return lastWay;
  const proven = await proveFreshly(account, proving, parts);
  if (proven.kind === 'denied') return proven;
  const deed = deedOf('account.factor_removed', account.id, id, parts);
  const answer = await removeWayIn(account, { passkey: id }, parts, async (other) => {
    if (other !== 'kept') return parts.passkeys.removeBeside(account.id, id, other, deed);
    return (await parts.passkeys.remove(account.id, id, deed)) ? 'removed' : 'unknown';
  });
  if (answer === 'alone') return lastWay;
  return answer === 'removed' ? passed(await listFactors(account, parts)) : unknown;
}

function deedOf(
  action: AuditAction,
  id: AccountId,
  passkey: PasskeyId,
  { audit }: OwnFactorsParts,
): AuditDeed {
  const self = { kind: 'account', id } as const;
  return audit.deed(action, { actor: self, target: self, details: { passkey } });
}

const over: Denied = denied(refusal('passkey_not_added.over'));
const wrong: Denied = denied(refusal('passkey_not_added.wrong'));
const exists: Denied = denied(refusal('passkey_not_added.exists'));
const full: Denied = denied(refusal('passkey_not_added.full', { most: mostPasskeys }));
const lastWay: Denied = denied(refusal('passkey_not_removed'));
const unknown: Denied = denied(refusal('passkey_unknown'));
