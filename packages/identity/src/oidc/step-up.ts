import type { AccountId } from '@signet/contracts';
import { type HeldFactorsParts, heldFactors, isProtected } from '../factors/held-factors.ts';
import type { Assurance } from '../tokens/authentication-claims.ts';

/** What `acr_values` may name, in the document of discovery. */
export const assurances: readonly Assurance[] = ['1', '2'];

export type StepUpParts = HeldFactorsParts;

/** Whether an app asks for two factors: its values are in the order of what it likes best (OpenID Connect Core 1.0 §3.1.2.1). */
export function wantsSecondFactor(acrValues: unknown): boolean {
  const values = typeof acrValues === 'string' ? acrValues.split(' ') : [];
  return values.find((value) => assurances.some((one) => one === value)) === '2';
}

/**
 * Whether this sign-in is not enough for the app, and a new one would be: the person has a second factor, and did not
 * show it. Of who has none the app is told `acr` `1`, as the value is a wish (§5.5.1.1), and nobody is asked in vain.
 */
export async function canStepUp(
  signedIn: { readonly acr: string | undefined; readonly accountId: AccountId },
  parts: StepUpParts,
): Promise<boolean> {
  return signedIn.acr !== '2' && isProtected(await heldFactors(signedIn.accountId, parts));
}
