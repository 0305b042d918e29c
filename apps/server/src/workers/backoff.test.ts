import { ManualClocks } from '@signet/contracts/testing';
import { describe, expect, it } from 'vitest';
import { createBackoff } from './backoff.ts';

describe('the pause before a process is started again', () => {
  it('doubles while it keeps ending, up to ten seconds', () => {
    const backoff = createBackoff(new ManualClocks().steady);
    expect(Array.from({ length: 9 }, () => backoff.next())).toEqual([
      100, 200, 400, 800, 1600, 3200, 6400, 10_000, 10_000,
    ]);
  });

  it('is short again once the process has run for a while', () => {
    const clocks = new ManualClocks();
    const backoff = createBackoff(clocks.steady);
    for (let count = 0; count < 5; count += 1) backoff.next();
    clocks.set(60_000);
    expect(backoff.next()).toBe(3200);
    clocks.pass(60_000);
    expect(backoff.next()).toBe(100);
  });
});
