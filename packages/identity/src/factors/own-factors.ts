import {
  type AuditAction,
  type AuditDeed,
  type BegunAuthenticator,
  type FactorProof,
  type FactorsAnswer,
  type RecoveryCodesAnswer,
  refusal,
} from '@signet/contracts';
import type { SignInFrom } from '../login/check-password.ts';
import { type Denied, denied, type Outcome, passed } from '../outcome.ts';
import { toSummary } from '../passkeys/passkey-summary.ts';
import type { Account } from '../ports/index.ts';
import { type AddAuthenticatorParts, exists, tellApp } from './add-authenticator.ts';
import { heldFactors, isProtected } from './held-factors.ts';
import { type ProofParts, proveFreshly } from './prove-freshly.ts';
import { newRecoveryCodes } from './recovery-codes.ts';

export interface OwnFactorsParts extends ProofParts, AddAuthenticatorParts {
  readonly secondFactors: ProofParts['secondFactors'];
  readonly audit: ProofParts['audit'];
}

/** A proof, and where it comes from. */
export interface Proving {
  readonly proof: FactorProof;
  readonly from: SignInFrom;
}

export async function listFactors(
  { id }: Pick<Account, 'id'>,
  parts: Pick<OwnFactorsParts, 'secondFactors' | 'passkeys'>,
): Promise<FactorsAnswer> {
  const held = await heldFactors(id, parts);
  return {
    ...(held.totp === undefined ? {} : { authenticator: { addedAt: held.totp.addedAt } }),
    passkeys: held.passkeys.map(toSummary),
    recoveryCodesLeft: isProtected(held) ? await parts.secondFactors.codesLeft(id) : 0,
  };
}

/** What the app is told. Nothing is changed before it has shown that it understood. */
export async function beginAuthenticator(
  account: Account,
  proving: Proving,
  parts: OwnFactorsParts,
): Promise<Outcome<BegunAuthenticator>> {
  const proven = await proveFreshly(account, proving, parts);
  if (proven.kind === 'denied') return proven;
  if ((await parts.secondFactors.find(account.id)) !== undefined) return exists;
  return passed(tellApp(account, parts));
}

export async function removeAuthenticator(
  account: Account,
  proving: Proving,
  parts: OwnFactorsParts,
): Promise<Outcome<FactorsAnswer>> {
  const proven = await proveFreshly(account, proving, parts);
  if (proven.kind === 'denied') return proven;
  const { passkeys } = await heldFactors(account.id, parts);
  const deed = deedOf('account.factor_removed', account, parts);
  const removed = await parts.secondFactors.remove(account.id, deed, { keepsCodes: passkeys.length > 0 });
  return removed ? passed(await listFactors(account, parts)) : none;
}

/** Ten others; those before are good for nothing from then on. */
export async function replaceRecoveryCodes(
  account: Account,
  proving: Proving,
  parts: OwnFactorsParts,
): Promise<Outcome<RecoveryCodesAnswer>> {
  const proven = await proveFreshly(account, proving, parts);
  if (proven.kind === 'denied') return proven;
  if (!isProtected(await heldFactors(account.id, parts))) return none;
  const { codes, hashes } = newRecoveryCodes(account.id, parts.random);
  const deed = deedOf('account.recovery_codes_replaced', account, parts);
  await parts.secondFactors.replaceCodes(account.id, hashes, deed);
  return passed({ recoveryCodes: codes });
}

function deedOf(action: AuditAction, { id }: Account, { audit }: OwnFactorsParts): AuditDeed {
  const self = { kind: 'account', id } as const;
  return audit.deed(action, { actor: self, target: self });
}

const none: Denied = denied(refusal('factor_unknown'));
