import { SignetError } from '@signet/contracts';
import { Redis } from 'ioredis';

export interface RedisLocation {
  /** `redis://user:password@host:port/number`, or `rediss://` for TLS. */
  readonly url: string;
  /** Hears the system code when the connection is lost; it is opened again by itself. */
  readonly onConnectionLost?: (code: string) => void;
}

/**
 * Connects, and from then on answers or rejects quickly: nothing queues while Redis is away, and no command waits
 * longer than a quarter of a second. Errors never carry the URL, which holds the password.
 *
 * @throws SignetError `redis_unreachable`
 */
export async function openRedis({ url, onConnectionLost }: RedisLocation): Promise<Redis> {
  if (!URL.canParse(url) || !/^rediss?:/.test(url)) throw unreachable('not a redis:// address');
  const redis = new Redis(url, {
    lazyConnect: true,
    enableOfflineQueue: false,
    autoResendUnfulfilledCommands: false,
    maxRetriesPerRequest: 1,
    commandTimeout: 250,
    connectTimeout: 2000,
    retryStrategy: (times) => Math.min(50 * 2 ** times, 2000),
  });
  let lastCode = 'no answer';
  redis.on('error', (error) => {
    lastCode = codeOf(error);
    onConnectionLost?.(lastCode);
  });
  try {
    await redis.connect();
    await redis.ping();
    return redis;
  } catch (error) {
    redis.disconnect();
    throw unreachable(codeOf(error, lastCode));
  }
}

/** A system code such as `ECONNREFUSED`, or the first word of a Redis error such as `WRONGPASS`. */
function codeOf(error: unknown, otherwise = 'no answer'): string {
  const { code, message } = error as { code?: unknown; message?: unknown };
  if (typeof code === 'string') return code;
  return /^[A-Z]{4,}\b/.exec(String(message))?.[0] ?? otherwise;
}

function unreachable(actual: string): SignetError {
  return new SignetError({
    code: 'redis_unreachable',
    sentence: `Redis cannot be used (${actual}).`,
    expected: 'a Redis server that answers at the address in REDIS_URL',
    actual,
    fix: 'Check that the server runs, and the host, port and password in REDIS_URL.',
  });
}
