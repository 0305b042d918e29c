import type { Limiter } from '@signet/gateway/ports';
import { createRedisLimiter, openRedis } from '@signet/store';

/**
 * The limiter of a gateway process: straight to Redis where there is one, otherwise the one that asks the primary.
 * @throws SignetError `redis_unreachable`
 */
export async function openWorkerLimiter(redisUrl: string | undefined, primary: Limiter): Promise<Limiter> {
  return redisUrl === undefined ? primary : createRedisLimiter(await openRedis({ url: redisUrl }));
}
