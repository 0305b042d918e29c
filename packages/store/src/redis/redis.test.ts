import { inspect } from 'node:util';
import { steadyTime } from '@signet/contracts';
import { describe, expect, it } from 'vitest';
import { limiterContract } from '../testing/contracts/limiter.ts';
import { noon } from '../testing/fixtures.ts';
import { describeWithRedis } from '../testing/servers/describe-with.ts';
import { startRedis } from '../testing/servers/redis.ts';
import { createRedisLimiter } from './limiter.ts';
import { openRedis } from './open.ts';
import { createRedisWake } from './wake.ts';

const hourly = { count: 2, per: 3_600_000 };

describeWithRedis('Redis', (server) => {
  limiterContract('Redis', async () => {
    const redis = await openRedis({ url: server().url });
    await redis.flushall();
    return {
      adapter: createRedisLimiter(redis, { clock: 'caller' }),
      async [Symbol.asyncDispose]() {
        redis.disconnect();
      },
    };
  });

  it('shares one budget between gateways whose clocks are hours apart', async () => {
    const redis = await openRedis({ url: server().url });
    const limiter = createRedisLimiter(redis);
    const clocks = [noon, noon + 10 * hourly.per, noon - 10 * hourly.per];
    const answers = await Promise.all(clocks.map((now) => limiter.take('shared', hourly, steadyTime(now))));
    expect(answers.map(({ admitted }) => admitted)).toEqual([true, true, false]);
    redis.disconnect();
  });

  it('leaves no key behind longer than its debt lasts', async () => {
    const redis = await openRedis({ url: server().url });
    await redis.flushall();
    await createRedisLimiter(redis).take('ada', hourly, steadyTime(noon));
    const [key] = await redis.keys('*');
    const left = await redis.pttl(key ?? '');
    expect(left).toBeGreaterThan(0);
    expect(left).toBeLessThanOrEqual(hourly.per / hourly.count);
    redis.disconnect();
  });

  it('rejects at once while Redis is away, and counts again when it is back', async () => {
    const own = await startRedis();
    const redis = await openRedis({ url: own.url });
    const limiter = createRedisLimiter(redis);
    await limiter.take('ada', hourly, steadyTime(noon));
    const lost = new Promise((resolve) => redis.once('close', resolve));
    await own.stop();
    await lost;
    await expect(limiter.take('ada', hourly, steadyTime(noon))).rejects.toThrow();
    const back = new Promise((resolve) => redis.once('ready', resolve));
    const next = await startRedis(own);
    await back;
    expect(await limiter.take('ada', hourly, steadyTime(noon))).toMatchObject({ admitted: true });
    redis.disconnect();
    await next.stop();
  });

  it('pokes listeners on every node, and no longer those that stopped', async () => {
    const connections = await Promise.all([
      openRedis({ url: server().url }),
      openRedis({ url: server().url }),
    ]);
    const [here, there] = await Promise.all(connections.map((redis) => createRedisWake(redis)));
    const poked = new Promise<void>((resolve) => there?.onPoke(resolve));
    const deaf = there?.onPoke(() => expect.unreachable());
    deaf?.();
    here?.poke();
    await poked;
    await Promise.all([here?.close(), there?.close()]);
    for (const redis of connections) redis.disconnect();
  });

  it('refuses a wrong password without telling it', async () => {
    const url = server().url.replace(/:[0-9a-f]+@/, ':opensesame@');
    const error = await openRedis({ url }).catch((thrown: unknown) => thrown);
    expect(error).toMatchObject({ code: 'redis_unreachable', refusal: { actual: 'WRONGPASS' } });
    expect(inspect(error, { depth: 10 })).not.toContain('opensesame');
  });
});

describe('openRedis', () => {
  it.each([
    ['redis://:opensesame@127.0.0.1:1', 'ECONNREFUSED'],
    ['redis://:opensesame@[', 'not a redis:// address'],
    ['https://:opensesame@127.0.0.1', 'not a redis:// address'],
  ])('refuses an address where no Redis answers, without telling the password: %s', async (url, actual) => {
    const error = await openRedis({ url }).catch((thrown: unknown) => thrown);
    expect(error).toMatchObject({ code: 'redis_unreachable', refusal: { actual } });
    expect(inspect(error, { depth: 10 })).not.toContain('opensesame');
  });
});
