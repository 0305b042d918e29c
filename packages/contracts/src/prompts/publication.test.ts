import { describe, expect, it } from 'vitest';
import type { Publication } from './prompt.ts';
import { beforeThat, versionFor } from './publication.ts';

const at = (number: number, more: Partial<Publication> = {}): Publication => ({
  ...{ name: 'sum', number, at: 1, by: { kind: 'operator' }, stable: { major: 1, minor: number } },
  ...more,
});
const canary = { major: 2, minor: 0 };
const nobody = { lot: 99.99, claim: () => undefined };

describe('who is given which version', () => {
  it('all, where there is but one', () => {
    expect(versionFor(at(1), nobody)).toEqual({ major: 1, minor: 1 });
  });

  it('so many of a hundred', () => {
    const some = at(1, { canary: { version: canary, to: { kind: 'percent', percent: 10 } } });
    expect(versionFor(some, { ...nobody, lot: 9.99 })).toEqual(canary);
    expect(versionFor(some, { ...nobody, lot: 10 })).toEqual({ major: 1, minor: 1 });
  });

  it('those whose claim says so, and nobody who says something like it', () => {
    const to = { kind: 'claim', claim: 'team', values: ['red', '7'] } as const;
    const some = at(1, { canary: { version: canary, to } });
    const given = (team: unknown) =>
      versionFor(some, { lot: 0, claim: (name) => (name === 'team' ? team : 'red') });
    for (const team of ['red', ['blue', 'red']]) expect(given(team)).toEqual(canary);
    for (const team of ['Red', 'redder', undefined, 7, { red: true }, [['red']], null])
      expect(given(team)).toEqual({ major: 1, minor: 1 });
  });
});

describe('a rollback', () => {
  it('goes back by one, and each further one by one more', () => {
    expect(beforeThat([])).toBeUndefined();
    expect(beforeThat([at(1)])).toBeUndefined();
    expect(beforeThat([at(2), at(1)])?.number).toBe(1);
    expect(beforeThat([at(4, { restores: 2 }), at(3), at(2), at(1)])?.number).toBe(1);
    expect(beforeThat([at(5, { restores: 1 }), at(4, { restores: 2 }), at(3), at(2), at(1)])).toBeUndefined();
  });

  it('takes up what a rollback before it took up', () => {
    const history = [at(4), at(3, { restores: 1 }), at(2), at(1)];
    expect(beforeThat(history)?.number).toBe(1);
  });
});
