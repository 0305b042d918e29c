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
});
