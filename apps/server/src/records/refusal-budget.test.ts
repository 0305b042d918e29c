import { type DecisionRecord, newId } from '@signet/contracts';
import { describe, expect, it } from 'vitest';
import { withRefusalBudget } from './refusal-budget.ts';

const noon = Date.UTC(2026, 10, 23, 12);

function refusalAt(at: number): DecisionRecord {
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
  it('keeps some of a flood, and begins anew each second', () => {
    const kept: DecisionRecord[] = [];
    const record = withRefusalBudget({ record: (refusal) => void kept.push(refusal) });
    for (let count = 0; count < 1000; count += 1) record(refusalAt(noon + (count % 10)));
    expect(kept).toHaveLength(20);
    record(refusalAt(noon + 1000));
    expect(kept).toHaveLength(21);
  });
});
