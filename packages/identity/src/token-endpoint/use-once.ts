import { createHash } from 'node:crypto';
import type { WallClock } from '@signet/contracts';
import type { ProtocolStore } from '../ports/index.ts';

export interface UseOnceParts {
  readonly protocol: ProtocolStore;
  readonly wall: WallClock;
}

/**
 * Whether this is the first time that this name comes, on any node: the store lets one of parallel calls use it.
 * @param expiresAt until when it must be remembered, in milliseconds since the epoch
 */
export async function useOnce(
  name: string,
  expiresAt: number,
  { protocol, wall }: UseOnceParts,
): Promise<boolean> {
  const hash = createHash('sha256').update(name).digest('hex');
  await protocol.put({ kind: 'seen', hash, document: '{}', expiresAt });
  return (await protocol.use({ kind: 'seen', hash }, wall()))?.kind === 'used';
}
