import { describe, expect, it } from 'vitest';
import { cases } from './cases.ts';

describe('the table of cases', () => {
  it('gives each case a name of its own', () => {
    expect(new Set(cases.map(({ name }) => name)).size).toBe(cases.length);
  });

  it('holds the words of every refusal, not its code alone', () => {
    const silent = cases.filter(({ answer, says }) => answer !== 'verified' && says === undefined);
    expect(silent.map(({ name }) => name)).toEqual([]);
  });
});
