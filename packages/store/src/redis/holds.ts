import { randomUUID } from 'node:crypto';
import type { Holds } from '@signet/gateway/ports';
import type { Redis } from 'ioredis';
import { Script } from './script.ts';

/** By the clock of Redis alone, so that gateways whose clocks differ share places fairly. Members are leases, scores their ends. */
const now = `local time = redis.call('TIME')
  local now = time[1] * 1000 + math.floor(time[2] / 1000)`;

const take = new Script(`
  ${now}
  redis.call('ZREMRANGEBYSCORE', KEYS[1], '-inf', now)
  if redis.call('ZCARD', KEYS[1]) >= tonumber(ARGV[1]) then return 0 end
  redis.call('ZADD', KEYS[1], now + ARGV[2], ARGV[3])
  redis.call('PEXPIRE', KEYS[1], ARGV[2])
  return 1
`);

/** What is held counts again even where its lease has ended meanwhile: the request is still in progress. */
const renew = new Script(`
  ${now}
  for at = 2, #ARGV do redis.call('ZADD', KEYS[1], now + ARGV[1], ARGV[at]) end
  redis.call('PEXPIRE', KEYS[1], ARGV[1])
  return 0
`);

export interface RedisHoldsOptions {
  /** Milliseconds after which a place ends that nobody renews: of a gateway that was killed, or cannot reach Redis. */
  readonly lease?: number;
}

export interface RedisHolds extends Holds {
  /** Renews no more. What is still held ends with its lease. */
  close(): void;
}

const usualLease = 30_000;
/** So many are renewed by one command, which holds Redis up for less than a millisecond. */
const renewedAtOnce = 500;

/**
 * Places that every gateway on the same Redis shares. Each is a lease, renewed three times in its time. Rejects when Redis
 * does not answer: the gateway refuses.
 */
export function createRedisHolds(redis: Redis, { lease = usualLease }: RedisHoldsOptions = {}): RedisHolds {
  const held = new Map<string, Set<string>>();
  const process = randomUUID();
  let last = 0;

  /** Redis does what it is told in order, so that nothing is renewed behind its end. Where it does not hear it, the lease ends. */
  const give = (key: string, member: string) => void redis.zrem(key, member).catch(() => undefined);

  function release(key: string, member: string): void {
    const members = held.get(key);
    if (members?.delete(member) !== true) return;
    if (members.size === 0) held.delete(key);
    give(key, member);
  }

  function renewAll(): void {
    for (const [key, members] of held) {
      const all = [...members];
      for (let from = 0; from < all.length; from += renewedAtOnce)
        // What was not renewed now is renewed next time, before its lease ends.
        renew.run(redis, key, [lease, ...all.slice(from, from + renewedAtOnce)]).catch(() => undefined);
    }
  }

  const timer = setInterval(renewAll, lease / 3).unref();

  return {
    async take(name, most) {
      last += 1;
      const key = `signet:hold:${name}`;
      const member = `${process}:${last}`;
      try {
        if ((await take.run(redis, key, [most, lease, member])) !== 1) return undefined;
      } catch (error) {
        // It may have been done all the same.
        give(key, member);
        throw error;
      }
      const members = held.get(key) ?? new Set();
      held.set(key, members.add(member));
      return { givenBack: () => release(key, member) };
    },
    close: () => clearInterval(timer),
  };
}
