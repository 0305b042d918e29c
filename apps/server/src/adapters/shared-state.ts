import { createMemoryLimiter, type Limiter } from '@signet/gateway/ports';
import { createRedisLimiter, createRedisWake, createWake, openRedis, type Wake } from '@signet/store';
import type { Logger } from '../logging/logger.ts';

/** Budgets, and the bell that says that the revocation log has grown: of this node, or of all nodes on one Redis. */
export interface SharedState {
  readonly limiter: Limiter;
  readonly wake: Wake;
  close(): Promise<void>;
}

/** @throws SignetError `redis_unreachable` */
export async function openSharedState(redisUrl: string | undefined, log: Logger): Promise<SharedState> {
  return redisUrl === undefined ? localState() : redisState(redisUrl, log);
}

function localState(): SharedState {
  return { limiter: createMemoryLimiter(), wake: createWake(), close: async () => undefined };
}

async function redisState(url: string, log: Logger): Promise<SharedState> {
  const onConnectionLost = (code: string) => log.warn({ code }, 'The connection to Redis was lost');
  const redis = await openRedis({ url, onConnectionLost });
  const wake = await createRedisWake(redis);
  return {
    limiter: createRedisLimiter(redis),
    wake,
    async close() {
      await wake.close();
      redis.disconnect();
    },
  };
}
