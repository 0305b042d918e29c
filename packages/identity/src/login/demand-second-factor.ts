import {
  type ShownBeside,
  type ShowSecondFactorParts,
  showSecondFactor,
} from '../factors/show-second-factor.ts';
import { passed } from '../outcome.ts';
import { assuranceOf } from '../tokens/authentication-claims.ts';
import type { Stepped } from './challenge.ts';
import type { SignInFrom } from './check-password.ts';
import type { Proven } from './proven.ts';

/** Whoever added a second factor shows it at each sign-in, in the same request as the password. */
export async function demandSecondFactor(
  proven: Proven,
  given: Pick<SignInFrom, 'address' | 'heldByBrowser'> & ShownBeside,
  parts: ShowSecondFactorParts,
): Promise<Stepped<Proven>> {
  const { account, factors } = proven;
  if (assuranceOf(factors) === '2') return passed(proven);
  const shown = await showSecondFactor(account, given, given, parts);
  if (shown.kind !== 'passed') return shown;
  return passed(shown.value === undefined ? proven : { ...proven, factors: [...factors, shown.value] });
}
