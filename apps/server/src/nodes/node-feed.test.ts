import { type RevocationEntry, steadyTime, WatchedClocks, wallTime } from '@signet/contracts';
import { aRevocation, noon, openedPlain } from '@signet/contracts/testing';
import { createMemoryFeed } from '@signet/gateway/ports';
import { revocationFeedContract } from '@signet/gateway/ports/contracts';
import { describe, expect, it } from 'vitest';
import { NodeFeed } from './node-feed.ts';

const entry = (sequence: number): RevocationEntry => ({ sequence, ...aRevocation() });

function opened() {
  const now = { wall: noon, steady: 1_000_000 };
  const clocks = new WatchedClocks({
    wall: () => wallTime(now.wall),
    steady: () => steadyTime(now.steady),
  });
  const feed = new NodeFeed(clocks);
  const asked: (readonly [subscription: number, after: number])[] = [];
  const heard: (readonly ['entries' | 'upToDate', ...number[]])[] = [];
  const listener = {
    entries: (entries: readonly RevocationEntry[]) =>
      void heard.push(['entries', ...entries.map(({ sequence }) => sequence)]),
    upToDate: (sequence: number, age = 0) => void heard.push(['upToDate', sequence, age]),
  };
  const pass = (milliseconds: number) => {
    now.wall += milliseconds;
    now.steady += milliseconds;
  };
  const connect = () => feed.connected((...question) => asked.push(question));
  return { feed, clocks, now, asked, heard, listener, pass, connect };
}

revocationFeedContract(
  'NodeFeed',
  openedPlain(() => {
    const { feed, now } = opened();
    const control = createMemoryFeed();
    let stop: (() => Promise<void>) | undefined;
    feed.connected((subscription, after) => {
      void stop?.();
      stop = control.subscribe(after, {
        entries: (entries) => feed.entries(subscription, entries),
        upToDate: (sequence) => feed.upToDate(subscription, sequence, steadyTime(now.steady)),
      });
    });
    let sequence = 0;
    return {
      feed,
      append() {
        sequence += 1;
        const next = entry(sequence);
        control.publish(next);
        return next;
      },
      beat: () => control.signOfLife(),
    };
  }),
);

describe('the revocations that a node knows', () => {
  it('are as old as the question was that they answered, however late the answer came', () => {
    const { feed, connect, heard, listener, now, pass } = opened();
    connect();
    const askedAt = steadyTime(now.steady);
    pass(4000);
    feed.subscribe(0, listener);
    feed.upToDate(1, 0, askedAt);
    expect(heard).toEqual([['upToDate', 0, 4000]]);
    expect(feed.age()).toBe(4000);
  });

  it('are not said to be new while nobody is there, also to whoever comes then', () => {
    const { feed, connect, heard, listener, now, pass } = opened();
    connect();
    feed.entries(1, [entry(1)]);
    feed.upToDate(1, 1, steadyTime(now.steady));
    feed.lost();
    pass(7000);
    feed.subscribe(0, listener);
    expect(heard).toEqual([
      ['entries', 1],
      ['upToDate', 1, 7000],
    ]);
  });

  it('are asked for again from where they end, and from the start where the log goes less far', () => {
    const { feed, connect, asked, now } = opened();
    connect();
    feed.entries(1, [entry(1), entry(2)]);
    feed.upToDate(1, 2, steadyTime(now.steady));
    feed.lost();
    connect();
    expect(asked).toEqual([
      [1, 0],
      [2, 2],
    ]);
    feed.upToDate(2, 1, steadyTime(now.steady));
    expect(asked.at(-1)).toEqual([3, 0]);
    expect([feed.age(), feed.known()]).toEqual([undefined, undefined]);
  });

  it('are asked for again where one is missing, and nothing is said meanwhile', () => {
    const { feed, connect, asked, heard, listener, now } = opened();
    connect();
    feed.upToDate(1, 0, steadyTime(now.steady));
    feed.subscribe(0, listener);
    heard.length = 0;
    feed.entries(1, [entry(2)]);
    expect(asked.at(-1)).toEqual([2, 0]);
    // What is still on its way for the old question is no news.
    feed.entries(1, [entry(3)]);
    feed.upToDate(1, 3, steadyTime(now.steady));
    expect(heard).toEqual([]);
    feed.entries(2, [entry(1), entry(2), entry(3)]);
    feed.upToDate(2, 3, steadyTime(now.steady));
    expect(heard.at(-1)).toEqual(['upToDate', 3, 0]);
  });

  it('are of no age that is known where the clocks jump apart, until all was asked for again', () => {
    const { feed, connect, clocks, now, asked } = opened();
    connect();
    feed.upToDate(1, 0, steadyTime(now.steady));
    now.wall += 3_600_000;
    clocks.now();
    expect([feed.age(), asked.at(-1)]).toEqual([undefined, [2, 0]]);
  });

  it('begin with what was kept, by its age; with nothing where that lies ahead', () => {
    const { feed, heard, listener } = opened();
    feed.restore({ sequence: 5, heardAt: noon - 3000, entries: [entry(4)] });
    feed.subscribe(0, listener);
    expect(heard).toEqual([
      ['entries', 4],
      ['upToDate', 5, 3000],
    ]);
    expect(feed.known()).toMatchObject({ sequence: 5, heardAt: noon - 3000 });

    const ahead = opened();
    ahead.feed.restore({ sequence: 5, heardAt: noon + 3000, entries: [entry(4)] });
    ahead.feed.subscribe(0, ahead.listener);
    expect(ahead.heard).toEqual([['entries', 4]]);
  });
});
