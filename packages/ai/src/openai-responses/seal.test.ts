import { expect, it } from 'vitest';
import { readSeal, writeSeal } from './seal.ts';

it.each([
  ['openai', false],
  ['anthropic', false],
  ['anthropic', true],
  ['google', false],
] as const)('keeps what %s has sealed, letter by letter (redacted: %s)', (maker, redacted) => {
  const seal = { sealed: { maker, value: 'gAAAA-_=ErUB+/x' }, redacted };
  expect(readSeal(writeSeal(seal))).toEqual(seal);
});

it('leaves what OpenAI has sealed as it came', () => {
  expect(writeSeal({ sealed: { maker: 'openai', value: 'gAAAA' }, redacted: false })).toBe('gAAAA');
});
