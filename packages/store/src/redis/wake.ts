import type { Redis } from 'ioredis';
import { createWake, type Wake } from '../feed/wake.ts';

const channel = 'signet:revocations';

export interface RedisWake extends Wake {
  close(): Promise<void>;
}

/**
 * Pokes that reach the feeds of every node on the same Redis. A poke says only "read the log now": losing one
 * costs time until the next poll, and a forged one costs a read.
 */
export async function createRedisWake(redis: Redis): Promise<RedisWake> {
  const here = createWake();
  const subscriber = redis.duplicate({ lazyConnect: true, enableOfflineQueue: true });
  // Reported by the connection it was made from, which loses the same server.
  subscriber.on('error', () => undefined);
  subscriber.on('message', () => here.poke());
  // After a broken connection: pokes may have been missed.
  subscriber.on('ready', () => here.poke());
  await subscriber.connect();
  await subscriber.subscribe(channel);
  return {
    onPoke: (listener) => here.onPoke(listener),
    poke() {
      here.poke();
      // The local feeds are poked already; those of other nodes find the entry at their next poll.
      redis.publish(channel, '').catch(() => undefined);
    },
    async close() {
      subscriber.disconnect();
    },
  };
}
