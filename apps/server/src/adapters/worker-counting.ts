import type { SteadyClock } from '@signet/contracts';
import {
  type Holds,
  type Limiter,
  LocalShares,
  QuotaShares,
  type Quotas,
  type UsedTokens,
} from '@signet/gateway/ports';
import {
  createRedisHolds,
  createRedisLimiter,
  createRedisQuotaBook,
  createRedisUsedTokens,
  openRedis,
} from '@signet/store';

/** Where a gateway process counts. */
export interface WorkerCounting {
  readonly limiter: Limiter;
  readonly quotas: Quotas;
  readonly usedTokens: UsedTokens;
  readonly holds: Holds;
  /** Gives back what was counted ahead; never rejects. */
  close(): Promise<void>;
}

/**
 * Straight in Redis where there is one, otherwise by asking the primary.
 * @throws SignetError `redis_unreachable`
 */
export async function openWorkerCounting(
  redisUrl: string | undefined,
  primary: Omit<WorkerCounting, 'close'>,
  steady: SteadyClock,
): Promise<WorkerCounting> {
  if (redisUrl === undefined) return { ...primary, close: async () => undefined };
  const redis = await openRedis({ url: redisUrl });
  const quotas = new QuotaShares(createRedisQuotaBook(redis));
  const holds = createRedisHolds(redis);
  return {
    limiter: new LocalShares(createRedisLimiter(redis), steady),
    quotas,
    usedTokens: createRedisUsedTokens(redis),
    holds,
    // What cannot be given back stays counted.
    close: () => quotas.close().catch(() => undefined),
  };
}
