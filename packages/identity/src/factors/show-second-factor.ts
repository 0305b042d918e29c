import type { PasskeyAssertion } from '@signet/contracts';
import { challenged, type SecondFactorAsked, type Stepped } from '../login/challenge.ts';
import type { SignInFrom } from '../login/check-password.ts';
import { passed } from '../outcome.ts';
import { type CheckPasskeyParts, checkPasskey } from '../passkeys/check-passkey.ts';
import type { Account, Factor } from '../ports/index.ts';
import { checkSecondFactor, type SecondFactorParts } from './check-second-factor.ts';
import { type HeldFactors, heldFactors, isProtected } from './held-factors.ts';

export interface ShowSecondFactorParts extends SecondFactorParts, CheckPasskeyParts {}

/** What somebody who knows the password shows beside it: a passkey counts before a code. */
export interface ShownBeside {
  readonly code?: string;
  readonly passkey?: PasskeyAssertion;
}

/** The second factor that was shown; nothing of who has none; and a challenge of who has one and did not show it. */
export async function showSecondFactor(
  account: Account,
  shown: ShownBeside,
  from: Pick<SignInFrom, 'address' | 'heldByBrowser'>,
  parts: ShowSecondFactorParts,
): Promise<Stepped<Factor | undefined>> {
  const held = await heldFactors(account.id, parts);
  if (!isProtected(held)) return passed(undefined);
  const { code, passkey } = shown;
  if (passkey !== undefined) {
    const outcome = await checkPasskey({ passkey, heldByBrowser: from.heldByBrowser }, parts, account);
    return outcome.kind === 'denied' ? outcome : passed(outcome.value.factor);
  }
  if (code === undefined) return challenged({ asks: 'second_factor', by: waysOf(held) });
  return checkSecondFactor(held.totp, { account, code, from }, parts);
}

function waysOf({ totp, passkeys }: HeldFactors): SecondFactorAsked {
  if (totp === undefined) return 'passkey';
  return passkeys.length > 0 ? 'either' : 'code';
}
