import { type DecisionRecord, newId } from '@signet/contracts';
import { ManualClocks } from '@signet/contracts/testing';
import { describe, expect, it } from 'vitest';
import { withRefusalBudget } from './refusal-budget.ts';

function refusal(at: number): DecisionRecord {
  return {
    reference: newId('reference'),
    at,
    node: 'identity',
    method: 'POST',
    path: '/auth/login',
    outcome: 'refused',
    status: 401,
    steps: [],
    durationMicros: 1,
  };
}

describe('the budget of recorded refusals', () => {
  it('keeps some of a flood, and begins anew each second that passes, not that the clock is set by', () => {
    const clocks = new ManualClocks();
    const kept: DecisionRecord[] = [];
    const record = withRefusalBudget({ record: (each) => void kept.push(each) }, clocks.steady);
    for (let count = 0; count < 1000; count += 1) record(refusal(clocks.wall()));
    expect(kept).toHaveLength(20);
    clocks.set(-3_600_000);
    record(refusal(clocks.wall()));
    expect(kept).toHaveLength(20);
    clocks.pass(1000);
    record(refusal(clocks.wall()));
    expect(kept).toHaveLength(21);
  });
});
