import type { QuotaBook, QuotaPage } from '@signet/gateway/ports';
import type { Redis } from 'ioredis';
import { Script } from './script.ts';

/** `quotaGrant` of `@signet/gateway/ports`, in Redis. */
const reserve = new Script(`
  local limit, want, endsAt = tonumber(ARGV[1]), tonumber(ARGV[2]), ARGV[3]
  local used = tonumber(redis.call('GET', KEYS[1]) or '0')
  local left = limit - used
  if left < 1 then return {0, used} end
  local granted = math.min(want, math.max(1, math.floor(left / 4)))
  redis.call('SET', KEYS[1], used + granted, 'PXAT', endsAt)
  return {granted, used + granted}
`);

const giveBack = new Script(`
  local used = tonumber(redis.call('GET', KEYS[1]) or '0')
  if used > 0 then redis.call('SET', KEYS[1], math.max(0, used - tonumber(ARGV[1])), 'KEEPTTL') end
  return 0
`);

/** A gateway whose clock is behind still finds what was counted. */
const keptAfter = 86_400_000;

/** Quotas that every gateway on the same Redis shares; they stay counted as long as that keeps its data. */
export function createRedisQuotaBook(redis: Redis): QuotaBook {
  const nameOf = ({ key, endsAt }: QuotaPage) => `signet:quota:${endsAt}:${key}`;
  return {
    async reserve(page, limit, want) {
      const parameters = [limit, want, page.endsAt + keptAfter];
      const [granted, used] = (await reserve.run(redis, nameOf(page), parameters)) as readonly [
        number,
        number,
      ];
      return { granted, used };
    },
    async giveBack(page, count) {
      await giveBack.run(redis, nameOf(page), [count]);
    },
    // Each page goes by itself.
    forget: async () => 0,
  };
}
