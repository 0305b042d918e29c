import type { UsedTokens } from '@signet/gateway/ports';
import type { Redis } from 'ioredis';

/**
 * Used tokens that every gateway on the same Redis shares. Rejects when Redis does not answer, or has no room: the gateway
 * refuses. One that throws keys away to make room (`maxmemory-policy` other than `noeviction`) would let a token pass again.
 */
export function createRedisUsedTokens(redis: Redis): UsedTokens {
  return {
    async use(name, milliseconds) {
      const kept = Math.max(1, Math.ceil(milliseconds));
      return (await redis.set(`signet:used:${name}`, '', 'PX', kept, 'NX')) === 'OK';
    },
  };
}
