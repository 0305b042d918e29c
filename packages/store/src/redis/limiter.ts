import { type Budget, type SteadyTime, steadyMilliseconds } from '@signet/contracts';
import { type BudgetLedger, wholeIn } from '@signet/gateway/ports';
import type { Redis } from 'ioredis';
import { Script } from './script.ts';

/**
 * `takeOne` of `@signet/gateway/ports`, in Redis. Numbers travel as text, because Redis cuts a Lua number to an integer.
 * The key lives as long as its debt. Redis has no clock but the wall clock of its machine: where that goes back, what is
 * left of a debt is cut to one whole budget, so that nobody waits longer than for a spent one.
 */
const take = new Script(`
  local each, whole, now = tonumber(ARGV[1]), tonumber(ARGV[2]), tonumber(ARGV[3])
  if not now then
    local time = redis.call('TIME')
    now = time[1] * 1000 + time[2] / 1000
  end
  local function keep(wholeAt)
    redis.call('SET', KEYS[1], string.format('%.17g', wholeAt), 'PX', math.max(1, math.ceil(wholeAt - now)))
  end
  local known = math.max(tonumber(redis.call('GET', KEYS[1]) or '0'), now)
  local owed = math.min(known, now + whole)
  local next = owed + each
  local wait = next - whole - now
  if wait > each * 1e-6 then
    if owed < known then keep(owed) end
    return {0, math.ceil(wait)}
  end
  keep(next)
  return {1, math.floor((each * 1e-3 - wait) / each)}
`);

/**
 * Charges calls that have passed. What they passed the budget by stays owed, up to as much as the whole of it: where the
 * clock goes back, nobody waits longer than for that.
 */
const charge = new Script(`
  local each, whole, now, calls = tonumber(ARGV[1]), tonumber(ARGV[2]), tonumber(ARGV[3]), tonumber(ARGV[4])
  if not now then
    local time = redis.call('TIME')
    now = time[1] * 1000 + time[2] / 1000
  end
  local known = math.max(tonumber(redis.call('GET', KEYS[1]) or '0'), now)
  local wholeAt = math.min(known, now + 2 * whole) + calls * each
  redis.call('SET', KEYS[1], string.format('%.17g', wholeAt), 'PX', math.max(1, math.ceil(wholeAt - now)))
  return string.format('%.17g', wholeAt - now)
`);

export interface RedisLimiterOptions {
  /**
   * `redis` (the default) reads the time where the budgets are, so that gateways whose clocks differ share them
   * fairly. `caller` takes the time that the caller passes, which only callers of one process can share.
   */
  readonly clock?: 'redis' | 'caller';
}

/** Budgets that every gateway on the same Redis shares. Rejects when Redis does not answer: the gateway refuses. */
export function createRedisLimiter(
  redis: Redis,
  { clock = 'redis' }: RedisLimiterOptions = {},
): BudgetLedger {
  const timeOf = (now: SteadyTime) => (clock === 'redis' ? '' : steadyMilliseconds(now));
  return {
    async take(key, budget, now) {
      const answer = await take.run(redis, nameOf(key, budget), [...sizeOf(budget), timeOf(now)]);
      const [admitted, number] = answer as readonly [number, number];
      return admitted === 1
        ? { admitted: true, remaining: number }
        : { admitted: false, retryAfterMs: number };
    },
    async charge(key, budget, calls, now) {
      const parameters = [...sizeOf(budget), timeOf(now), calls];
      return Number(await charge.run(redis, nameOf(key, budget), parameters));
    },
  };
}

function nameOf(key: string, { count, per, burst = count }: Budget): string {
  return `signet:limit:${burst === count ? `${count}/${per}` : `${count}/${per}+${burst}`}:${key}`;
}

function sizeOf(budget: Budget): readonly [each: number, whole: number] {
  return [budget.per / budget.count, wholeIn(budget)];
}
