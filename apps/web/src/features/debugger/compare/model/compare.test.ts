import { describe, expect, it } from 'vitest';
import { dissect } from '../../../../parts/token-view/model/dissect.ts';
import { type Compared, compare } from './compare.ts';
import { conclude } from './conclude.ts';

const base64url = (text: string): string => Buffer.from(text).toString('base64url');
const token = (payload: string, { header = '{"alg":"ES256"}', signature = 'AAAA' } = {}): string =>
  `${base64url(header)}.${base64url(payload)}.${signature}`;

const compareTexts = (first: string, second: string) => compare(dissect(first), dissect(second));

function compared(first: string, second: string): Compared {
  const comparison = compareTexts(first, second);
  if (comparison.kind !== 'compared') throw new Error(`The comparison is ${comparison.kind}.`);
  return comparison;
}

describe('comparing what stands in two fields', () => {
  it.each([
    ['nothing', '', '', { kind: 'empty' }],
    ['only the first', token('{}'), '', { kind: 'one-sided', missing: 'second' }],
    ['only the second', '', token('{}'), { kind: 'one-sided', missing: 'first' }],
    ['a text that is no token', 'hello', token('{}'), { kind: 'unreadable', side: 'first' }],
    ['no token beside nothing', '', '%%%', { kind: 'unreadable', side: 'second' }],
  ])('tells %s', (_name, first, second, expected) => {
    expect(compareTexts(first, second)).toMatchObject(expected);
  });

  it('compares a payload beside a header that cannot be read', () => {
    const { parts } = compared(token('{"a":1}', { header: 'no JSON' }), token('{"a":1}'));
    expect(parts[0]?.rows.map(({ name, role }) => [name, role])).toEqual([
      ['(header)', 'header'],
      ['alg', undefined],
    ]);
    expect(parts[1]?.rows).toMatchObject([{ name: 'a', kind: 'same' }]);
  });

  it('keeps times for their words, and the last digit of numbers', () => {
    const { parts } = compared(
      token('{"exp":1700000000,"n":9007199254740993}'),
      token('{"exp":1700000900,"n":9007199254740992}'),
    );
    expect(parts[1]?.rows).toMatchObject([
      { name: 'exp', kind: 'changed', at: { first: 1_700_000_000_000, second: 1_700_000_900_000 } },
      { name: 'n', kind: 'changed', first: '9007199254740993', second: '9007199254740992' },
    ]);
  });

  it('compares the encrypted parts of an encrypted token as they stand', () => {
    const encrypted = `${base64url('{"alg":"dir","enc":"A256GCM"}')}..aaaa.bbbb.cccc`;
    const { parts, isEncrypted } = compared(encrypted, encrypted.replace('bbbb', 'dddd'));
    expect(isEncrypted).toBe(true);
    expect(parts[2]?.rows).toMatchObject([
      { role: 'initialisation-vector', kind: 'same' },
      { role: 'ciphertext', kind: 'changed', first: 'bbbb', second: 'dddd' },
      { role: 'authentication-tag', kind: 'same' },
    ]);
  });
});

describe('what the differences come to', () => {
  const other = { signature: 'BBBB' };
  it.each([
    ['identical', token('{"a":1}'), token('{"a":1}'), []],
    ['same-content', token('{"a":1}'), token('{"a":1}', other), []],
    ['rewritten', token('{"a":1,"b":2}'), token('{"b":2, "a":1}', other), []],
    ['reissued', token('{"a":1,"exp":1}'), token('{"a":1,"exp":2,"jti":"x"}', other), ['exp', 'jti']],
    ['differ', token('{"exp":1,"a":1}'), token('{"exp":2,"a":2}', other), ['a', 'exp']],
    ['same-signature', token('{"a":1}'), token('{"a":2}'), ['a']],
    ['same-signature', token('{"a":1}'), token('{ "a":1}'), []],
    ['differ', token('{"a":1}', { signature: '' }), token('{"a":2}', { signature: '' }), ['a']],
    ['encrypted', `${base64url('{"alg":"dir"}')}..a.b.c`, `${base64url('{"alg":"dir"}')}..a.b.d`, []],
  ])('is "%s"', (kind, first, second, names) => {
    expect(conclude(compared(first, second))).toEqual({ kind, names });
  });
});
