import type { RevocationEntry } from '@signet/contracts';
import { aRevocation, noon, openedPlain } from '@signet/contracts/testing';
import { revocationFeedContract } from '@signet/gateway/ports/contracts';
import { createMemoryRevocations } from '@signet/identity/ports';
import { describe, expect, it } from 'vitest';
import { ManualTimer } from '../testing/manual-timer.ts';
import { createLogFeed, type LogFeedOptions } from './log-feed.ts';
import { createWake } from './wake.ts';

type Heard = readonly ['entries', ...number[]] | readonly ['upToDate', number];

function listen() {
  const heard: Heard[] = [];
  return {
    heard,
    entries: (entries: readonly RevocationEntry[]) =>
      void heard.push(['entries', ...entries.map(({ sequence }) => sequence)]),
    upToDate: (sequence: number) => void heard.push(['upToDate', sequence]),
  };
}

function logOf(count: number) {
  const log = createMemoryRevocations();
  for (let appended = 0; appended < count; appended += 1) log.appendNow(aRevocation());
  return log;
}

function follow(log: ReturnType<typeof logOf>, after: number, options: Partial<LogFeedOptions> = {}) {
  const timer = new ManualTimer();
  const listener = listen();
  const feed = createLogFeed(log, { pollEveryMs: 100, startTimer: timer.start, ...options });
  return { timer, heard: listener.heard, stop: feed.subscribe(after, listener) };
}

revocationFeedContract(
  'log',
  openedPlain(() => {
    const log = createMemoryRevocations();
    const wake = createWake();
    return {
      feed: createLogFeed(log, { pollEveryMs: 100, wake, startTimer: () => () => undefined }),
      append: () => log.appendNow(aRevocation()),
      beat: () => wake.poke(),
    };
  }),
);

describe('createLogFeed', () => {
  it('delivers what lies after, then says that it is up to date', async () => {
    const { timer, heard, stop } = follow(logOf(3), 1);
    expect(await timer.armed()).toBe(100);
    expect(heard).toEqual([
      ['entries', 2, 3],
      ['upToDate', 3],
    ]);
    await stop();
  });

  it('delivers a long log in order, in bounded batches', async () => {
    const { timer, heard, stop } = follow(logOf(1234), 0);
    await timer.armed();
    const batches = heard.filter(([kind]) => kind === 'entries').map(([, ...sequences]) => sequences);
    expect(batches.map(({ length }) => length)).toEqual([500, 500, 234]);
    expect(batches.flat()).toEqual(Array.from({ length: 1234 }, (_, index) => index + 1));
    await stop();
  });

  it('gives a sign of life at every poll, and delivers what has come since', async () => {
    const log = logOf(0);
    const { timer, heard, stop } = follow(log, 0);
    await timer.elapse();
    log.appendNow(aRevocation());
    await timer.elapse();
    expect(heard).toEqual([
      ['upToDate', 0],
      ['upToDate', 0],
      ['entries', 1],
      ['upToDate', 1],
    ]);
    await stop();
  });

  it('reads at once when poked, also when the poke comes while it is reading', async () => {
    const log = logOf(0);
    const wake = createWake();
    const { timer, heard, stop } = follow(log, 0, { wake });
    wake.poke();
    await timer.armed();
    expect(heard).toHaveLength(2);
    log.appendNow(aRevocation());
    wake.poke();
    await new Promise(setImmediate);
    expect(heard.slice(2)).toEqual([
      ['entries', 1],
      ['upToDate', 1],
    ]);
    await stop();
  });

  it('counts what has been forgotten as delivered', async () => {
    const log = logOf(2);
    log.appendNow(aRevocation({ forgetAfter: noon - 1 }));
    await log.forget(noon);
    const { timer, heard, stop } = follow(log, 0);
    await timer.armed();
    expect(heard).toEqual([
      ['entries', 1, 2],
      ['upToDate', 3],
    ]);
    await stop();
  });

  it('says nothing while the log cannot be read, waits longer each time, and catches up afterwards', async () => {
    const log = logOf(1);
    let broken = true;
    const errors: unknown[] = [];
    const flaky = {
      ...log,
      read: (after: number, limit: number) =>
        broken ? Promise.reject(new Error('The log is away.')) : log.read(after, limit),
    };
    const { timer, heard, stop } = follow(flaky, 0, { onError: (error) => errors.push(error) });
    const pauses = [await timer.armed()];
    for (let tries = 0; tries < 7; tries += 1) pauses.push(await timer.elapse());
    expect(pauses).toEqual([200, 400, 800, 1600, 3200, 5000, 5000, 5000]);
    expect(errors).toHaveLength(8);
    expect(heard).toEqual([]);
    broken = false;
    expect(await timer.elapse()).toBe(100);
    expect(heard).toEqual([
      ['entries', 1],
      ['upToDate', 1],
    ]);
    await stop();
  });

  it('delivers nothing once it is stopped, and says when the last read is over', async () => {
    const log = logOf(1);
    const [begun, reading] = [Promise.withResolvers<void>(), Promise.withResolvers<void>()];
    const slow = {
      ...log,
      read: async (after: number, limit: number) => {
        begun.resolve();
        await reading.promise;
        return log.read(after, limit);
      },
    };
    const { heard, stop } = follow(slow, 0);
    await begun.promise;
    let idle = false;
    const stopped = stop().then(() => {
      idle = true;
    });
    await new Promise(setImmediate);
    expect(idle).toBe(false);
    reading.resolve();
    await stopped;
    expect(heard).toEqual([]);
  });
});
