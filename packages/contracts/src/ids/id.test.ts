import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type FillRandom, type IdKind, idPrefixes, isId, newId, parseId } from './id.ts';

const kinds = Object.keys(idPrefixes) as IdKind[];
const kind = fc.constantFrom(...kinds);

function filledWith(source: readonly number[]): FillRandom {
  return (bytes) => {
    bytes.forEach((_, index) => {
      bytes[index] = source[index % source.length] ?? 0;
    });
    return bytes;
  };
}

describe('an identifier', () => {
  it('is one of its own kind and of no other, whatever the random bytes', () => {
    fc.assert(
      fc.property(kind, fc.array(fc.nat(255), { minLength: 26, maxLength: 26 }), (one, bytes) => {
        const id = newId(one, filledWith(bytes));
        expect(kinds.filter((other) => isId(other, id))).toEqual([one]);
        expect(parseId(one, id)).toBe(id);
      }),
    );
  });

  it('uses all of the alphabet and at least 128 bits', () => {
    const body = newId('token', filledWith([...Array(26).keys()])).slice('jti_'.length);
    expect(body).toBe('0123456789abcdefghjkmnpqrs');
    expect(body.length * 5).toBeGreaterThanOrEqual(128);
  });

  it('is new each time', () => {
    expect(new Set(Array.from({ length: 1000 }, () => newId('session'))).size).toBe(1000);
  });

  it.each([
    undefined,
    null,
    5,
    {},
    '',
    'usr_',
    'USR_00000000000000000000000000',
    'usr_0000000000000000000000000i',
    'usr_00000000000000000000000000\n',
    'usr_000000000000000000000000000',
    ['usr_00000000000000000000000000'],
  ])('is not %j', (text) => {
    expect(parseId('account', text)).toBeUndefined();
  });

  it('is never found in arbitrary text', () => {
    fc.assert(
      fc.property(kind, fc.string(), (one, text) => {
        expect(parseId(one, `${text} `)).toBeUndefined();
      }),
    );
  });
});
