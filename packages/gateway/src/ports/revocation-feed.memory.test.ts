import { aRevocation, openedPlain } from '@signet/contracts/testing';
import { describe, expect, it } from 'vitest';
import { revocationFeedContract } from './revocation-feed.contract.ts';
import { createMemoryFeed } from './revocation-feed.memory.ts';

const entry = (sequence: number) => ({ sequence, ...aRevocation() });

revocationFeedContract(
  'memory',
  openedPlain(() => {
    const feed = createMemoryFeed();
    let sequence = 0;
    return {
      feed,
      append() {
        sequence += 1;
        const appended = entry(sequence);
        feed.publish(appended);
        return appended;
      },
      beat: () => feed.signOfLife(),
    };
  }),
);

describe('createMemoryFeed', () => {
  it('delivers what was published before, then what is published, then signs of life', async () => {
    const feed = createMemoryFeed();
    feed.publish(entry(1));
    feed.publish(entry(2));
    const heard: unknown[] = [];
    const stop = feed.subscribe(1, {
      entries: (entries) => heard.push(...entries.map(({ sequence }) => sequence)),
      upToDate: (sequence) => heard.push(`up to ${sequence}`),
    });
    feed.publish(entry(3));
    feed.signOfLife();
    await stop();
    feed.publish(entry(4));
    expect(heard).toEqual([2, 'up to 2', 3, 'up to 3']);
  });

  it('refuses a sequence that does not rise', () => {
    const feed = createMemoryFeed();
    feed.publish(entry(2));
    expect(() => feed.publish(entry(2))).toThrow(RangeError);
  });
});
