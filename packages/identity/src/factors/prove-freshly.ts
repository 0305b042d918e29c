import { refusal } from '@signet/contracts';
import { type CheckPasswordParts, checkPassword, type SignInFrom } from '../login/check-password.ts';
import { type Denied, denied, type Outcome, passed } from '../outcome.ts';
import type { Account } from '../ports/index.ts';
import { checkSecondFactor, type SecondFactorParts } from './check-second-factor.ts';

export interface ProofParts extends SecondFactorParts, CheckPasswordParts {}

/** What a person shows once more, although they are signed in, before they change how they sign in. */
export interface Proof {
  readonly password: string;
  /** From whoever has a second factor. */
  readonly code?: string;
}

/**
 * That it is the person, and not who found the browser open or holds a token: all that a sign-in asks, guarded in the
 * same way.
 */
export async function proveFreshly(
  account: Account,
  { proof, from }: { readonly proof: Proof; readonly from: SignInFrom },
  parts: ProofParts,
): Promise<Outcome<Account>> {
  const { username } = account;
  const known = await checkPassword({ ...from, username, password: proof.password }, parts);
  if (known.kind === 'denied') return known;
  const totp = await parts.secondFactors.find(account.id);
  if (totp === undefined) return known;
  if (proof.code === undefined) return needed;
  const shown = await checkSecondFactor(totp, { account, code: proof.code, from }, parts);
  return shown.kind === 'denied' ? shown : passed(known.value);
}

const needed: Denied = denied(refusal('second_factor_required'));
