import { expect, it } from 'vitest';
import { withoutPadding } from './without-padding.ts';

it.each([
  ['YQ==', 'YQ'],
  ['YWI=', 'YWI'],
  ['YWJj', 'YWJj'],
  ['====', ''],
  ['=a=b==', '=a=b'],
  ['', ''],
])('takes the padding from %j', (text, plain) => {
  expect(withoutPadding(text)).toBe(plain);
});

// With quadratic work this row takes an hour.
it('takes linear time over a long row that is no padding', () => {
  const text = `${'='.repeat(5_000_000)}a`;
  expect(withoutPadding(text)).toBe(text);
});
