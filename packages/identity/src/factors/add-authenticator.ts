import {
  type BegunAuthenticator,
  type FillRandom,
  type RecoveryCodesAnswer,
  refusal,
  type WallClock,
} from '@signet/contracts';
import type { Audit } from '../audit/audit.ts';
import { type Denied, denied, type Outcome, passed } from '../outcome.ts';
import type { Account, SecondFactorStore } from '../ports/index.ts';
import type { Enrolments } from './enrolment.ts';
import type { FactorSealer } from './factor-sealer.ts';
import { newRecoveryCodes } from './recovery-codes.ts';
import { findStep, keyUri, readCode, toBase32 } from './totp.ts';

export interface AddAuthenticatorParts {
  readonly issuer: string;
  readonly enrolments: Enrolments;
  readonly secondFactors: SecondFactorStore;
  readonly factorSealer: FactorSealer;
  readonly random: FillRandom;
  readonly wall: WallClock;
  readonly audit: Audit;
}

/** A new secret, as an app is told it. Nothing is kept of it here. */
export function tellApp(
  { id, username }: Pick<Account, 'id' | 'username'>,
  { issuer, enrolments }: Pick<AddAuthenticatorParts, 'issuer' | 'enrolments'>,
): BegunAuthenticator {
  const { secret, ticket } = enrolments.begin(id);
  return { enrolment: ticket, secret: toBase32(secret), uri: keyUri({ issuer, username, secret }) };
}

/** Adds the app that shows a code of the secret it was told; that code is used up by it. */
export async function confirmAuthenticator(
  account: Account,
  given: { readonly enrolment: string; readonly code: string },
  parts: AddAuthenticatorParts,
): Promise<Outcome<RecoveryCodesAnswer>> {
  const enrolment = parts.enrolments.read(given.enrolment, account.id);
  if (enrolment === undefined) return over;
  const addedAt = parts.wall();
  const code = readCode(given.code);
  const step = code === undefined ? undefined : findStep(enrolment.secret, code, addedAt);
  if (step === undefined) return wrong;
  const { codes, hashes } = newRecoveryCodes(account.id, parts.random);
  const secret = Buffer.from(enrolment.secret).toString('base64url');
  const totp = {
    accountId: account.id,
    sealedSecret: parts.factorSealer.seal(secret, account.id),
    addedAt,
    lastStep: step,
    failures: 0,
    failedAt: 0,
  };
  const self = { kind: 'account', id: account.id } as const;
  const deed = parts.audit.deed('account.factor_added', { actor: self, target: self });
  const added = await parts.secondFactors.add(totp, hashes, deed);
  return added === 'exists' ? exists : passed({ recoveryCodes: codes });
}

export const exists: Denied = denied(refusal('factor_exists'));
const over: Denied = denied(refusal('factor_enrolment_over'));
const wrong: Denied = denied(refusal('second_factor_wrong.enrolment'));
