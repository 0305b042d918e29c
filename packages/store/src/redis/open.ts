import { refusal, SignetError } from '@signet/contracts';
import { Redis } from 'ioredis';
import { askForLife } from './ask-for-life.ts';

export interface RedisLocation {
  /** `redis://user:password@host:port/number`, or `rediss://` for TLS. */
  readonly url: string;
  /** Hears the system code when the connection is lost; it is opened again by itself. */
  readonly onConnectionLost?: (code: string) => void;
  readonly deadlines?: RedisDeadlines;
}

/** In milliseconds. */
export interface RedisDeadlines {
  /** For the answer to one command. */
  readonly command: number;
  /** For any answer at all while one is due; then the connection is dropped and opened anew. */
  readonly silence: number;
  /** How often a connection that has nothing else to say is asked whether it lives. */
  readonly heartbeat: number;
}

const usualDeadlines: RedisDeadlines = { command: 250, silence: 1000, heartbeat: 5000 };

/**
 * Connects, and from then on answers or rejects quickly: nothing queues while Redis is away, and no command waits
 * longer than a quarter of a second. A connection that has gone silent is replaced, also one that lies idle. Errors
 * never carry the URL, which holds the password.
 *
 * @throws SignetError `redis_unreachable`
 */
export async function openRedis({ url, onConnectionLost, deadlines }: RedisLocation): Promise<Redis> {
  if (!URL.canParse(url) || !/^rediss?:/.test(url)) throw unreachable('not a redis:// address');
  const { command, silence, heartbeat } = deadlines ?? usualDeadlines;
  const redis = new Redis(url, {
    lazyConnect: true,
    enableOfflineQueue: false,
    autoResendUnfulfilledCommands: false,
    maxRetriesPerRequest: 1,
    commandTimeout: command,
    socketTimeout: silence,
    // Of a goodbye to which a silent server never answers.
    disconnectTimeout: silence,
    connectTimeout: 2000,
    keepAlive: 10_000,
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
    askForLife(redis, heartbeat);
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

function unreachable(reason: string): SignetError {
  return new SignetError(refusal('redis_unreachable', { reason }));
}
