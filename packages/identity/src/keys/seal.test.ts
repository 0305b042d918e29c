import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { seal, unseal } from './seal.ts';

const random = (bytes: Uint8Array<ArrayBuffer>) => crypto.getRandomValues(bytes);
const key = random(new Uint8Array(32));

describe('a sealed text', () => {
  it('opens with its key and label', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), fc.string(), (plain, label) => {
        expect(unseal(seal(plain, key, label, random), key, label)).toBe(plain);
      }),
    );
  });

  it('does not open with another key, under another label, or cut short', () => {
    const sealed = seal('{"d":"…"}', key, 'key_a', random);
    expect(unseal(sealed, random(new Uint8Array(32)), 'key_a')).toBeUndefined();
    expect(unseal(sealed, key, 'key_b')).toBeUndefined();
    expect(unseal(sealed.slice(0, 30), key, 'key_a')).toBeUndefined();
    expect(unseal('', key, 'key_a')).toBeUndefined();
  });

  it('does not open after any byte was changed', () => {
    const sealed = Buffer.from(seal('{"d":"…"}', key, 'key_a', random), 'base64url');
    for (let index = 0; index < sealed.length; index += 1) {
      const changed = Buffer.from(sealed);
      changed.writeUInt8(changed.readUInt8(index) ^ 1, index);
      expect(unseal(changed.toString('base64url'), key, 'key_a')).toBeUndefined();
    }
  });

  it('never looks the same twice', () => {
    expect(seal('same', key, 'key_a', random)).not.toBe(seal('same', key, 'key_a', random));
  });
});
