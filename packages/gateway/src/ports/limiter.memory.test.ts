import { steadyTime } from '@signet/contracts';
import { openedPlain } from '@signet/contracts/testing';
import { describe, expect, it } from 'vitest';
import { limiterContract } from './limiter.contract.ts';
import { createMemoryLimiter } from './limiter.memory.ts';

limiterContract('memory', openedPlain(createMemoryLimiter));

describe('createMemoryLimiter', () => {
  const limit = { count: 3, per: 60_000 };
  const now = steadyTime(60_000);

  it('does not give a spent budget back to a key that a flood of others pushed out', () => {
    const limiter = createMemoryLimiter({ keysPerBudget: 10 });
    for (let count = 0; count < 3; count += 1) limiter.take('attacker', limit, now);
    for (let other = 0; other < 50; other += 1) limiter.take(`flood ${other}`, limit, now);
    expect(limiter.take('attacker', limit, now)).toMatchObject({ admitted: false });
  });

  it('still admits strangers after the flood', () => {
    const limiter = createMemoryLimiter({ keysPerBudget: 10 });
    for (let other = 0; other < 50; other += 1) limiter.take(`flood ${other}`, limit, now);
    expect(limiter.take('stranger', limit, now)).toMatchObject({ admitted: true });
  });

  it('holds no more keys than it may, of one budget and of all', () => {
    const limiter = createMemoryLimiter({ keysPerBudget: 15, keys: 20 });
    for (let other = 0; other < 50; other += 1) limiter.take(`flood ${other}`, limit, now);
    expect(limiter.size).toBe(15);
    for (let other = 0; other < 50; other += 1) {
      limiter.take(`flood ${other}`, { count: 1, per: 1000 + other }, now);
      expect(limiter.size).toBeLessThanOrEqual(20);
    }
  });

  it('lets the key go that was unused for longest, however often others come and go', () => {
    const limiter = createMemoryLimiter({ keysPerBudget: 3 });
    for (let round = 0; round < 20; round += 1) {
      for (const key of ['a', `stranger ${round}`, 'b']) limiter.take(key, { count: 100, per: 1000 }, now);
    }
    expect(limiter.take('a', { count: 100, per: 1000 }, now)).toMatchObject({ remaining: 79 });
  });
});
