import { generateKeyPairSync } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { readDroppedKey } from '../../keys/read-dropped.ts';
import { giveKey } from './give-key.ts';

const { publicKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' });
const pem = publicKey.export({ format: 'pem', type: 'spki' }).toString();

/** What the page verifies with, once the file lies in the key field. */
async function given(bytes: Uint8Array) {
  const { key, encoding = 'utf8' } = readDroppedKey(bytes);
  const { keys } = await giveKey({ key, encoding, password: '' });
  const [only] = keys?.keys ?? [];
  return only?.kind === 'secret' ? Buffer.from(only.bytes) : only?.kind;
}

describe('a key file that is dropped', () => {
  it.each([0x80, 0x90])('is a secret of its bytes where they are no text: %i', async (byte) => {
    const bytes = Buffer.alloc(40, byte);
    expect(await given(bytes)).toEqual(bytes);
    expect(readDroppedKey(bytes)).toEqual({ key: bytes.toString('base64url'), encoding: 'base64url' });
  });

  it('is a secret without the last line end of its text, as on the command line', async () => {
    expect(await given(Buffer.from('a secret\n'))).toEqual(Buffer.from('a secret'));
    expect(await given(Buffer.from('\ufeffa secret', 'utf16le'))).toEqual(Buffer.from('a secret'));
  });

  it('is a key in DER, in UTF-16 or as it is', async () => {
    const der = publicKey.export({ format: 'der', type: 'spki' });
    expect(await given(der)).toBe('der');
    expect(readDroppedKey(der)).toEqual({ key: pem });
    expect(readDroppedKey(Buffer.from(pem, 'utf16le'))).toEqual({ key: pem });
    expect(readDroppedKey(Buffer.from(pem))).toEqual({ key: pem });
  });
});
