import type { Limiter } from '@signet/gateway/ports';
import type { Redis } from 'ioredis';
import { Script } from './script.ts';

/**
 * `takeOne` of `limiter/gcra.ts`, in Redis. Numbers travel as text, because Redis cuts a Lua number to an integer.
 * The key lives as long as its debt.
 */
const take = new Script(`
  local count, per, now = tonumber(ARGV[1]), tonumber(ARGV[2]), tonumber(ARGV[3])
  if not now then
    local time = redis.call('TIME')
    now = time[1] * 1000 + time[2] / 1000
  end
  local each = per / count
  local next = math.max(tonumber(redis.call('GET', KEYS[1]) or '0'), now) + each
  local wait = next - per - now
  if wait > each * 1e-6 then return {0, math.ceil(wait)} end
  redis.call('SET', KEYS[1], string.format('%.17g', next), 'PX', math.max(1, math.ceil(next - now)))
  return {1, math.floor((each * 1e-3 - wait) / each)}
`);

export interface RedisLimiterOptions {
  /**
   * `redis` (the default) reads the time where the budgets are, so that gateways whose clocks differ share them
   * fairly. `caller` takes the time that the caller passes.
   */
  readonly clock?: 'redis' | 'caller';
}

/** Budgets that every gateway on the same Redis shares. Rejects when Redis does not answer: the gateway refuses. */
export function createRedisLimiter(redis: Redis, { clock = 'redis' }: RedisLimiterOptions = {}): Limiter {
  return {
    async take(key, { count, per }, now) {
      const time = clock === 'redis' ? '' : now;
      const answer = await take.run(redis, `signet:limit:${count}/${per}:${key}`, [count, per, time]);
      const [admitted, number] = answer as readonly [number, number];
      return admitted === 1
        ? { admitted: true, remaining: number }
        : { admitted: false, retryAfterMs: number };
    },
  };
}
