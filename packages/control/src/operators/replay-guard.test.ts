import { ManualClocks } from '@signet/contracts/testing';
import { describe, expect, it } from 'vitest';
import { createReplayGuard } from './replay-guard.ts';

function guardOf(capacity: number) {
  const clocks = new ManualClocks(0);
  const guard = createReplayGuard(capacity);
  return {
    clocks,
    take: (id: string, until: number) =>
      guard.take(id, until, { wall: clocks.wall(), steady: clocks.steady() }),
  };
}

describe('the replay guard', () => {
  it('takes an identifier once', () => {
    const { take } = guardOf(10);
    expect(take('a', 100)).toBe('fresh');
    expect(take('a', 100)).toBe('replayed');
    expect(take('b', 100)).toBe('fresh');
  });

  it('believes nothing new when it is full of what still counts, and makes room of what does not', () => {
    const { take, clocks } = guardOf(2);
    take('a', 100);
    take('b', 200);
    clocks.pass(100);
    expect(take('c', 300)).toBe('full');
    clocks.pass(1);
    expect(take('c', 300)).toBe('fresh');
    expect(take('b', 200)).toBe('replayed');
  });

  it('makes no room of what only seems to be over while the clock is ahead', () => {
    const { take, clocks } = guardOf(1);
    take('a', 100);
    clocks.set(3_600_000);
    expect(take('b', 3_600_100)).toBe('full');
    clocks.set(-3_600_000);
    expect(take('a', 100)).toBe('replayed');
  });
});
