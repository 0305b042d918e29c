import type { Redis } from 'ioredis';

/**
 * Pings the connection every so many milliseconds until it ends for good. A silence shows only where an answer is
 * due (`socketTimeout`), and on an idle connection, or one that only listens, none ever is.
 */
export function askForLife(redis: Redis, heartbeat: number): void {
  const timer = setInterval(() => {
    // What a ping without an answer leads to is the connection's to see to.
    if (redis.status === 'ready') redis.ping().catch(() => undefined);
  }, heartbeat).unref();
  redis.once('end', () => clearInterval(timer));
}
