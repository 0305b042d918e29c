import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { decodeBase64url } from './decode-base64url.ts';
import { encodeBase64url } from './encode-base64url.ts';

describe('decodeBase64url', () => {
  it('gives back every sequence of bytes, without a problem', () => {
    fc.assert(
      fc.property(fc.uint8Array(), (bytes) => {
        const reading = decodeBase64url(encodeBase64url(bytes));
        expect(reading.problems).toEqual([]);
        expect([...reading.bytes]).toEqual([...bytes]);
      }),
    );
  });

  it('has one spelling for each sequence of bytes: what it takes without a problem encodes to itself', () => {
    const characters = fc.constantFrom(...'ABQagw019-_+/= ');
    fc.assert(
      fc.property(fc.array(characters, { maxLength: 9 }), (list) => {
        const text = list.join('');
        const { bytes, problems } = decodeBase64url(text);
        expect(problems.length === 0).toBe(encodeBase64url(bytes) === text);
      }),
      { numRuns: 3000 },
    );
  });

  it.each([
    ['QQ==', 'padding', 2],
    ['QR', 'trailing-bits', 1],
    ['QUJDR', 'length', 4],
    ['QU JD', 'white-space', 2],
    ['QU\nJD', 'white-space', 2],
    ['Q+JD', 'base64-alphabet', 1],
    ['QUé', 'alphabet', 2],
  ])('says what is wrong with %j and where', (text, kind, offset) => {
    expect(decodeBase64url(text).problems[0]).toMatchObject({ kind, offset });
  });

  it('still decodes what it can', () => {
    expect(new TextDecoder().decode(decodeBase64url('QU JD').bytes)).toBe('ABC');
  });

  it('bounds the list of problems', () => {
    expect(decodeBase64url('!'.repeat(1000)).problems).toHaveLength(20);
  });
});
