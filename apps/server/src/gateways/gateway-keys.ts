import type { WallTime } from '@signet/contracts';
import { deriveContextKeys } from '@signet/gateway';
import type { ReadContextKeys } from '@signet/gateway/ports';
import type { MasterKey } from '../startup/master-key.ts';

/** What the gateways of this node, and those that it tells, sign context tokens with: theirs for two days, and not what it is made of. */
export function gatewayKeys(
  {
    masterKey,
    previousMasterKey,
  }: { readonly masterKey: MasterKey; readonly previousMasterKey: MasterKey | undefined },
  wall: () => WallTime,
): ReadContextKeys {
  const masterKeys = previousMasterKey === undefined ? [masterKey] : [masterKey, previousMasterKey];
  return async () => deriveContextKeys(masterKeys, wall());
}
