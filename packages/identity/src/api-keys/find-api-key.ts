import type { ApiKey, WallClock } from '@signet/contracts';
import type { ApiKeyStore } from '../ports/index.ts';

/** A key by its hash, whether it is good or over; undefined where there is none. Rejects with the store. */
export type FindApiKey = (hash: string) => Promise<ApiKey | undefined>;

/** Milliseconds between two notes of a use: more often it would be written for nobody’s sake. */
const noteEvery = 10 * 60_000;

/**
 * Finds keys for gateways, which ask again about each that is used every minute or so: by that it is known, roughly, when one
 * was used last. No answer waits for that to be kept.
 */
export function createFindApiKey({
  apiKeys,
  wall,
  reportFault,
}: {
  readonly apiKeys: ApiKeyStore;
  readonly wall: WallClock;
  readonly reportFault: (error: unknown) => void;
}): FindApiKey {
  return async (hash) => {
    const found = await apiKeys.findByHash(hash);
    if (found === undefined) return undefined;
    const { hash: _hash, lastUsedAt, ...key } = found;
    const now = wall();
    const isOver = key.revokedAt !== undefined || (key.expiresAt !== undefined && key.expiresAt <= now);
    if (!isOver && (lastUsedAt === undefined || lastUsedAt + noteEvery <= now)) {
      apiKeys.used(key.id, now).catch(reportFault);
    }
    return key;
  };
}
