import { aRevocation, openedPlain } from '@signet/contracts/testing';
import { createMemoryFeed } from '@signet/gateway/ports';
import { revocationFeedContract } from '@signet/gateway/ports/contracts';
import { expect, it } from 'vitest';
import { trackedFeed } from './tracked-feed.ts';

revocationFeedContract(
  'tracked',
  openedPlain(() => {
    const memory = createMemoryFeed();
    let sequence = 0;
    return {
      feed: trackedFeed(memory, () => undefined),
      append() {
        sequence += 1;
        const entry = { sequence, ...aRevocation() };
        memory.publish(entry);
        return entry;
      },
      beat: () => memory.signOfLife(),
    };
  }),
);

it('tells of what was said after the subscriber has heard it, and never while it subscribes', async () => {
  const told: string[] = [];
  const memory = createMemoryFeed();
  trackedFeed(memory, () => told.push('heard')).subscribe(0, {
    entries: () => told.push('entries'),
    upToDate: () => told.push('up to date'),
  });
  told.push('subscribed');
  await new Promise(setImmediate);
  memory.publish({ sequence: 1, ...aRevocation() });
  await new Promise(setImmediate);
  expect(told).toEqual(['up to date', 'subscribed', 'heard', 'entries', 'heard']);
});
