import { type CheckPasswordParts, checkPassword, type SignInFrom } from '../login/check-password.ts';
import { tellChallenge } from '../login/tell-challenge.ts';
import { type Outcome, passed } from '../outcome.ts';
import type { Account } from '../ports/index.ts';
import { type ShownBeside, type ShowSecondFactorParts, showSecondFactor } from './show-second-factor.ts';

export interface ProofParts extends ShowSecondFactorParts, CheckPasswordParts {
  readonly accounts: CheckPasswordParts['accounts'];
}

/** What a person shows once more, although they are signed in, before they change how they sign in. */
export interface Proof extends ShownBeside {
  readonly password: string;
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
  const shown = await showSecondFactor(known.value, proof, from, parts);
  if (shown.kind === 'challenged') return tellChallenge(shown.challenge);
  return shown.kind === 'denied' ? shown : passed(known.value);
}
