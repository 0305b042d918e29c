import { steadyTime } from '@signet/contracts';
import { describe, expect, it } from 'vitest';
import { createFailureTable } from './failure-table.ts';

const at = steadyTime;

describe('a table of failures', () => {
  it('holds a bounded number of names', () => {
    const table = createFailureTable({ forgottenAfter: 1000, names: 100 });
    for (let name = 0; name < 10_000; name += 1) table.add(`name${name}`, at(0));
    expect(table.size).toBe(100);
  });

  it('cannot be made to forget who failed often by names that failed less', () => {
    const table = createFailureTable({ forgottenAfter: 1000, names: 100 });
    for (let turn = 0; turn < 10; turn += 1) table.add('guesser', at(0));
    for (let name = 0; name < 5000; name += 1) {
      for (let turn = 0; turn < 9; turn += 1) table.add(`name${name}`, at(1));
    }
    expect(table.count('guesser', at(1))).toBe(10);
  });

  it('gives the room of the forgotten to others before it forgets anybody', () => {
    const table = createFailureTable({ forgottenAfter: 1000, names: 3 });
    for (let turn = 0; turn < 5; turn += 1) table.add('old', at(0));
    for (const name of ['one', 'two', 'three']) table.add(name, at(1000));
    const known = ['old', 'one', 'two', 'three'].map((name) => table.count(name, at(1000)));
    expect(known).toEqual([0, 1, 1, 1]);
  });

  it('counts again after something was taken back, and not below nothing', () => {
    const table = createFailureTable({ forgottenAfter: 1000, names: 3 });
    for (let turn = 0; turn < 3; turn += 1) table.add('ada', at(0));
    table.takeBack('ada', 2, at(10));
    expect([table.count('ada', at(10)), table.sinceLast('ada', at(10))]).toEqual([1, 10]);
    table.takeBack('ada', 2, at(10));
    table.takeBack('nobody', 1, at(10));
    expect([table.count('ada', at(10)), table.size]).toEqual([0, 0]);
  });
});
