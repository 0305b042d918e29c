import { steadyTime } from '@signet/contracts';
import { describe, expect, it } from 'vitest';
import { createWaitingTurns } from './waiting-turns.ts';

const at = steadyTime;

describe('the turns of those who wait', () => {
  it('come when they were said to, also where others would now wait longer, and stand open for ten minutes', () => {
    const turns = createWaitingTurns({ networks: 10, perNetwork: 2 });
    expect(turns.waitFor('home', 'ada', 2000, at(0))).toBe(2000);
    expect(turns.waitFor('home', 'ada', 30_000, at(500))).toBe(1500);
    expect(turns.waitFor('home', 'ada', 30_000, at(2000))).toBe(0);
    expect(turns.waitFor('home', 'ada', 30_000, at(601_999))).toBe(0);
    expect(turns.waitFor('home', 'ada', 30_000, at(602_000))).toBe(30_000);
  });

  it('are pushed out by no other network that asks at many accounts', () => {
    const turns = createWaitingTurns({ networks: 10, perNetwork: 2 });
    turns.waitFor('home', 'ada', 2000, at(0));
    for (let account = 0; account < 1000; account += 1) {
      turns.waitFor('elsewhere', `account${account}`, 2000, at(1));
    }
    expect(turns.size).toBe(3);
    expect(turns.waitFor('home', 'ada', 2000, at(2000))).toBe(0);
  });

  it('are bounded', () => {
    const turns = createWaitingTurns({ networks: 10, perNetwork: 2 });
    for (let turn = 0; turn < 1000; turn += 1) turns.waitFor(`network${turn}`, 'ada', 2000, at(0));
    expect(turns.size).toBe(10);
  });
});
