import { checkSecondFactor, type SecondFactorParts } from '../factors/check-second-factor.ts';
import { passed } from '../outcome.ts';
import { challenged, type Stepped } from './challenge.ts';
import type { SignInFrom } from './check-password.ts';
import type { Proven } from './proven.ts';

/** Whoever added a second factor shows it at each sign-in, in the same request as the password. */
export async function demandSecondFactor(
  proven: Proven,
  given: Pick<SignInFrom, 'address'> & { readonly code?: string },
  parts: SecondFactorParts,
): Promise<Stepped<Proven>> {
  const { account, factors } = proven;
  const totp = await parts.secondFactors.find(account.id);
  if (totp === undefined) return passed(proven);
  if (given.code === undefined) return challenged({ asks: 'second_factor' });
  const shown = await checkSecondFactor(totp, { account, code: given.code, from: given }, parts);
  return shown.kind === 'denied' ? shown : passed({ account, factors: [...factors, shown.value] });
}
