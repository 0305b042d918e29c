import type { Redis } from 'ioredis';
import { createWake, type Wake } from '../feed/wake.ts';
import { askForLife } from './ask-for-life.ts';

const channel = 'signet:revocations';

export interface RedisWake extends Wake {
  close(): Promise<void>;
}

/**
 * Pokes that reach the feeds of every node on the same Redis. A poke says only "read the log now": losing one
 * costs time until the next poll, and a forged one costs a read.
 * @param heartbeat How often the connection is asked whether it lives, in milliseconds.
 */
export async function createRedisWake(redis: Redis, heartbeat = 5000): Promise<RedisWake> {
  const here = createWake();
  // ioredis would subscribe again by itself, and end the process when that fails.
  const subscriber = redis.duplicate({ lazyConnect: true, autoResubscribe: false });
  // Reported by the connection it was made from, which loses the same server.
  subscriber.on('error', () => undefined);
  subscriber.on('message', () => here.poke());
  await subscriber.connect();
  await subscriber.subscribe(channel);
  subscriber.on('ready', () => void subscribeAgain(subscriber, here));
  askForLife(subscriber, heartbeat);
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

/** After a broken connection, during which pokes may have been missed. A connection that cannot is dropped as well. */
async function subscribeAgain(subscriber: Redis, here: Wake): Promise<void> {
  try {
    await subscriber.subscribe(channel);
    here.poke();
  } catch {
    subscriber.disconnect(true);
  }
}
