import type { SteadyClock } from '@signet/contracts';
import {
  createMemoryHolds,
  createMemoryLimiter,
  createMemoryUsedTokens,
  type Holds,
  type Limiter,
  LocalShares,
  type QuotaBook,
  QuotaShares,
  type Quotas,
  type UsedTokens,
} from '@signet/gateway/ports';
import {
  createRedisHolds,
  createRedisLimiter,
  createRedisQuotaBook,
  createRedisUsedTokens,
  createRedisWake,
  createWake,
  openRedis,
  type Wake,
} from '@signet/store';
import type { Logger } from '../logging/logger.ts';

/** Budgets, quotas, used tokens, and the bell that says that the revocation log has grown: of this node, or of all nodes on one Redis. */
export interface SharedState {
  readonly limiter: Limiter;
  /** In Redis where there is one, otherwise in the database. */
  readonly quotas: Quotas;
  readonly usedTokens: UsedTokens;
  readonly holds: Holds;
  readonly wake: Wake;
  close(): Promise<void>;
}

/** @throws SignetError `redis_unreachable` */
export async function openSharedState(
  redisUrl: string | undefined,
  stored: QuotaBook,
  steady: SteadyClock,
  log: Logger,
): Promise<SharedState> {
  return redisUrl === undefined ? localState(stored, log) : redisState(redisUrl, steady, log);
}

function localState(stored: QuotaBook, log: Logger): SharedState {
  const quotas = new QuotaShares(stored);
  return {
    limiter: createMemoryLimiter(),
    quotas,
    usedTokens: createMemoryUsedTokens(),
    holds: createMemoryHolds(),
    wake: createWake(),
    close: () => giveBack(quotas, log),
  };
}

async function giveBack(quotas: QuotaShares, log: Logger): Promise<void> {
  try {
    await quotas.close();
  } catch (error) {
    log.warn({ err: error }, 'Quotas that were counted ahead could not be given back, and stay counted');
  }
}

async function redisState(url: string, steady: SteadyClock, log: Logger): Promise<SharedState> {
  const onConnectionLost = (code: string) => log.warn({ code }, 'The connection to Redis was lost');
  const redis = await openRedis({ url, onConnectionLost });
  const wake = await createRedisWake(redis);
  const quotas = new QuotaShares(createRedisQuotaBook(redis));
  const holds = createRedisHolds(redis);
  return {
    limiter: new LocalShares(createRedisLimiter(redis), steady),
    quotas,
    usedTokens: createRedisUsedTokens(redis),
    holds,
    wake,
    async close() {
      await giveBack(quotas, log);
      holds.close();
      await wake.close();
      redis.disconnect();
    },
  };
}
