import type { AccountId } from '@signet/contracts';
import type { PasskeyStore, SecondFactorStore, StoredPasskey, StoredTotp } from '../ports/index.ts';

/** What an account shows beside its password. */
export interface HeldFactors {
  readonly totp: StoredTotp | undefined;
  readonly passkeys: readonly StoredPasskey[];
}

export interface HeldFactorsParts {
  readonly secondFactors: Pick<SecondFactorStore, 'find'>;
  readonly passkeys: Pick<PasskeyStore, 'ofAccount'>;
}

export async function heldFactors(
  id: AccountId,
  { secondFactors, passkeys }: HeldFactorsParts,
): Promise<HeldFactors> {
  const [totp, own] = await Promise.all([secondFactors.find(id), passkeys.ofAccount(id)]);
  return { totp, passkeys: own };
}

/** Whether its password alone signs nobody in. */
export function isProtected({ totp, passkeys }: HeldFactors): boolean {
  return totp !== undefined || passkeys.length > 0;
}
