import { describe, expect, it } from 'vitest';
import { createReplayGuard } from './replay-guard.ts';

describe('the replay guard', () => {
  it('takes an identifier once', () => {
    const guard = createReplayGuard(10);
    expect(guard.take('a', 100, 0)).toBe('fresh');
    expect(guard.take('a', 100, 0)).toBe('replayed');
    expect(guard.take('b', 100, 0)).toBe('fresh');
  });

  it('believes nothing new when it is full of what still counts, and makes room of what does not', () => {
    const guard = createReplayGuard(2);
    guard.take('a', 100, 0);
    guard.take('b', 200, 0);
    expect(guard.take('c', 300, 100)).toBe('full');
    expect(guard.take('c', 300, 101)).toBe('fresh');
    expect(guard.take('b', 200, 101)).toBe('replayed');
  });
});
