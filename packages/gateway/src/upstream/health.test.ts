import { expect, it } from 'vitest';
import { Health } from './health.ts';

const rules = { healthyAfter: 2, unhealthyAfter: 3 };

function after(results: string): boolean {
  const health = new Health(rules);
  for (const result of results) health.checked(result === '+');
  return health.isWell;
}

it.each([
  ['', true],
  ['+', true],
  ['-', false],
  ['-+', false],
  ['-++', true],
  ['+--', true],
  ['+---', false],
  ['+---+', false],
  ['+---++', true],
])('after %j counts as well: %j', (results, isWell) => {
  expect(after(results)).toBe(isWell);
});

it('is not changed by a target that flaps', () => {
  expect(after(`+${'-+'.repeat(50)}`)).toBe(true);
  expect(after(`+${'--+'.repeat(50)}`)).toBe(true);
  expect(after(`---${'+-'.repeat(50)}`)).toBe(false);
});
