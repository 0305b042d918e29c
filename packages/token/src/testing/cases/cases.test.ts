import { describe, expect, it } from 'vitest';
import { cases } from './cases.ts';

const all = Object.values(cases).flat();

describe('the table of cases', () => {
  it('gives each case a name of its own', () => {
    expect(new Set(all.map(({ name }) => name)).size).toBe(all.length);
  });

  it('holds the words of every refusal, not its code alone', () => {
    const silent = all.filter(({ answer, says }) => answer !== 'verified' && says === undefined);
    expect(silent.map(({ name }) => name)).toEqual([]);
  });
});
