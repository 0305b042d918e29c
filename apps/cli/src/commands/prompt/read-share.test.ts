import { expect, it } from 'vitest';
import { readShare } from './publish.ts';

it('reads for whom a version is', () => {
  expect(readShare(undefined, undefined)).toBeUndefined();
  expect(readShare('12.5', undefined)).toEqual({ kind: 'percent', percent: 12.5 });
  expect(readShare(undefined, ['team=red', 'team=a=b'])).toEqual({
    kind: 'claim',
    claim: 'team',
    values: ['red', 'a=b'],
  });
});

it.each<[string | undefined, readonly string[] | undefined]>([
  ['ten', undefined],
  ['-1', undefined],
  ['1e2', undefined],
  ['10', ['team=red']],
  [undefined, ['team']],
  [undefined, ['=red']],
  [undefined, ['team=red', 'role=admin']],
])('refuses %s and %s', (percent, claims) => {
  expect(() => readShare(percent, claims)).toThrow('not for whom');
});
