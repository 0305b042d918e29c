import { inspect } from 'node:util';
import { steadyTime } from '@signet/contracts';
import { noon } from '@signet/contracts/testing';
import {
  holdsContract,
  limiterContract,
  quotaBookContract,
  usedTokensContract,
} from '@signet/gateway/ports/contracts';
import { startCurtRedis, startFaultyProxy, startRedis } from '@signet/testing/servers';
import { describeWithRedis } from '@signet/testing/suites';
import { describe, expect, it, vi } from 'vitest';
import { createRedisHolds } from './holds.ts';
import { createRedisLimiter } from './limiter.ts';
import { openRedis, type RedisDeadlines } from './open.ts';
import { createRedisQuotaBook } from './quota-book.ts';
import { createRedisUsedTokens } from './used-tokens.ts';
import { createRedisWake } from './wake.ts';

/** Short ones; whatever they cut off by mistake on a busy machine is tried again. */
const impatient: RedisDeadlines = { command: 200, silence: 400, heartbeat: 100 };

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

  quotaBookContract(
    'Redis',
    async () => {
      const redis = await openRedis({ url: server().url });
      await redis.flushall();
      return {
        adapter: createRedisQuotaBook(redis),
        async [Symbol.asyncDispose]() {
          redis.disconnect();
        },
      };
    },
    { forgetsByItself: true },
  );

  usedTokensContract(
    'Redis',
    async () => {
      const redis = await openRedis({ url: server().url });
      await redis.flushall();
      return {
        adapter: createRedisUsedTokens(redis),
        async [Symbol.asyncDispose]() {
          redis.disconnect();
        },
      };
    },
    { forgetsByItself: true },
  );

  holdsContract('Redis', async () => {
    const redis = await openRedis({ url: server().url });
    await redis.flushall();
    const holds = createRedisHolds(redis);
    return {
      adapter: holds,
      async [Symbol.asyncDispose]() {
        holds.close();
        redis.disconnect();
      },
    };
  });

  it('shares places between gateways, and takes those of one that was killed back by itself', async () => {
    const [one, other] = await Promise.all([
      openRedis({ url: server().url }),
      openRedis({ url: server().url }),
    ]);
    const killed = createRedisHolds(one, { lease: 900 });
    const alive = createRedisHolds(other, { lease: 900 });
    const kept = await alive.take('nodes', 3);
    for (let call = 0; call < 2; call += 1) expect(await killed.take('nodes', 3)).toBeDefined();
    expect(await alive.take('nodes', 3)).toBeUndefined();
    killed.close();
    one.disconnect();
    for (let call = 0; call < 2; call += 1)
      await vi.waitUntil(async () => (await alive.take('nodes', 3)) !== undefined, { timeout: 30_000 });
    // Its own place was renewed all the while.
    expect(await alive.take('nodes', 3)).toBeUndefined();
    kept?.givenBack();
    await vi.waitUntil(async () => (await alive.take('nodes', 3)) !== undefined);
    alive.close();
    other.disconnect();
  });

  it('rejects where Redis is away, and counts again what is held when it is back', async () => {
    const own = await startRedis();
    const redis = await openRedis({ url: own.url });
    const holds = createRedisHolds(redis, { lease: 900 });
    expect(await holds.take('ada', 1)).toBeDefined();
    const lost = new Promise((resolve) => redis.once('close', resolve));
    await own.stop();
    await lost;
    await expect(holds.take('ada', 1)).rejects.toThrow();
    const back = new Promise((resolve) => redis.once('ready', resolve));
    const next = await startRedis(own);
    await back;
    await vi.waitUntil(async () => (await redis.zcard('signet:hold:ada')) === 1, { timeout: 30_000 });
    expect(await holds.take('ada', 1)).toBeUndefined();
    holds.close();
    redis.disconnect();
    await next.stop();
  });

  it('remembers a used token for all who share it, for as long as it was told', async () => {
    const [one, other] = await Promise.all([
      openRedis({ url: server().url }),
      openRedis({ url: server().url }),
    ]);
    const gateways = [one, other].map(createRedisUsedTokens);
    const answers = await Promise.all(
      Array.from({ length: 20 }, (_, call) => gateways[call % 2]?.use('shared', 60_000, steadyTime(noon))),
    );
    expect(answers.filter((first) => first)).toHaveLength(1);
    const left = await one.pttl('signet:used:shared');
    expect(left).toBeGreaterThan(0);
    expect(left).toBeLessThanOrEqual(60_000);
    one.disconnect();
    other.disconnect();
    await expect(gateways[0]?.use('shared', 60_000, steadyTime(noon))).rejects.toThrow();
  });

  it('shares one budget between gateways whose clocks are hours apart', async () => {
    const redis = await openRedis({ url: server().url });
    const limiter = createRedisLimiter(redis);
    const clocks = [noon, noon + 10 * hourly.per, noon - 10 * hourly.per];
    const answers = await Promise.all(clocks.map((now) => limiter.take('shared', hourly, steadyTime(now))));
    expect(answers.map(({ admitted }) => admitted)).toEqual([true, true, false]);
    redis.disconnect();
  });

  it('charges calls that have passed, and lets nobody else pass before they are paid', async () => {
    const redis = await openRedis({ url: server().url });
    const limiter = createRedisLimiter(redis, { clock: 'caller' });
    const at = (time: number) => steadyTime(noon + time);
    expect(await limiter.charge('ahead', hourly, 1, at(0))).toBe(hourly.per / 2);
    expect(await limiter.charge('ahead', hourly, 2, at(0))).toBe((hourly.per / 2) * 3);
    expect(await limiter.take('ahead', hourly, at(0))).toMatchObject({ admitted: false });
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

  it('drops a connection that has gone silent, and counts again on another', async () => {
    await using proxy = await startFaultyProxy(server().url);
    const redis = await openRedis({ url: proxy.url, deadlines: { ...impatient, heartbeat: 3_600_000 } });
    const limiter = createRedisLimiter(redis);
    await redis.flushall();
    proxy.silence();
    await expect(limiter.take('ada', hourly, steadyTime(noon))).rejects.toThrow();
    await proxy.abandoned();
    proxy.restore();
    const take = async () => limiter.take('ada', hourly, steadyTime(noon));
    const admitted = () => take().then(({ admitted }) => admitted, String);
    await expect.poll(admitted, { timeout: 30_000 }).toBe(true);
    redis.disconnect();
  });

  it('notices a silence also on a connection on which nothing is asked', async () => {
    await using proxy = await startFaultyProxy(server().url);
    const redis = await openRedis({ url: proxy.url, deadlines: impatient });
    proxy.silence();
    await proxy.abandoned();
    redis.disconnect();
  });

  it('pokes again after a silence, on another connection', async () => {
    await using proxy = await startFaultyProxy(server().url);
    const redis = await openRedis({ url: proxy.url, deadlines: { ...impatient, heartbeat: 3_600_000 } });
    const there = await openRedis({ url: server().url });
    const wake = await createRedisWake(redis, impatient.heartbeat);
    let pokes = 0;
    wake.onPoke(() => {
      pokes += 1;
    });
    proxy.silence();
    await proxy.abandoned();
    expect(pokes).toBe(0);
    proxy.restore();
    await expect.poll(() => pokes, { timeout: 30_000 }).toBeGreaterThan(0);
    const seen = pokes;
    const poke = async () => {
      await there.publish('signet:revocations', '');
      return pokes;
    };
    await expect.poll(poke, { timeout: 30_000 }).toBeGreaterThan(seen);
    await wake.close();
    for (const each of [redis, there]) each.disconnect();
  });

  it('refuses to start on a server that takes connections and says nothing', async () => {
    await using proxy = await startFaultyProxy(server().url);
    proxy.silence();
    await expect(openRedis({ url: proxy.url, deadlines: impatient })).rejects.toMatchObject({
      code: 'redis_unreachable',
    });
  });

  it('refuses a wrong password without telling it', async () => {
    const url = server().url.replace(/:[0-9a-f]+@/, ':opensesame@');
    const error = await openRedis({ url }).catch((thrown: unknown) => thrown);
    expect(error).toMatchObject({ code: 'redis_unreachable', refusal: { actual: 'WRONGPASS' } });
    expect(inspect(error, { depth: 10 })).not.toContain('opensesame');
  });
});

describe('a wake whose connection ends while it subscribes again', () => {
  it('tries on another, and nothing of it ends the process', async () => {
    await using curt = await startCurtRedis();
    const redis = await openRedis({ url: curt.url });
    const wake = await createRedisWake(redis);
    const poked = new Promise<void>((resolve) => wake.onPoke(resolve));
    await poked;
    expect(curt.subscriptions()).toBe(3);
    await wake.close();
    redis.disconnect();
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
