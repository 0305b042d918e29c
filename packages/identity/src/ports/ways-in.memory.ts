import type { AccountId, PasskeyId } from '@signet/contracts';
import type { RemovableWay } from './way-in.ts';

/** What the memory adapters of ways in know of each other, each of its own. */
export interface MemoryWaysIn {
  hasLink: (account: AccountId, issuer: string) => boolean;
  hasPasskey: (account: AccountId, id: PasskeyId) => boolean;
}

export function createMemoryWaysIn(): MemoryWaysIn {
  return { hasLink: () => false, hasPasskey: () => false };
}

export function hasWay(ways: MemoryWaysIn, account: AccountId, way: RemovableWay): boolean {
  return 'issuer' in way ? ways.hasLink(account, way.issuer) : ways.hasPasskey(account, way.passkey);
}
