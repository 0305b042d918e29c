import { createHmac, generateKeyPairSync, type KeyObject, sign } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { diagnoseSignature } from './diagnose-signature.ts';
import type { DiagnosisFinding } from './diagnosis.ts';

// Signed by OpenSSL, as Node carries it; what programs then do to a signature is done to it here.
const ec = generateKeyPairSync('ec', { namedCurve: 'P-256' });
const p521 = generateKeyPairSync('ec', { namedCurve: 'P-521' });
const secp256k1 = generateKeyPairSync('ec', { namedCurve: 'secp256k1' });
const rsa = generateKeyPairSync('rsa', { modulusLength: 2048 });
const secret = 'correct horse battery staple';
const pem = ({ publicKey }: { readonly publicKey: KeyObject }) =>
  publicKey.export({ type: 'spki', format: 'pem' }).toString();

interface Signed {
  readonly input: string;
  readonly signature: Buffer;
}
type Make = (input: Buffer) => Buffer;

const byEc =
  (key: KeyObject, hash = 'sha256', dsaEncoding: 'der' | 'ieee-p1363' = 'ieee-p1363'): Make =>
  (input) =>
    sign(hash, input, { key, dsaEncoding });
const byRsa: Make = (input) => sign('sha256', input, rsa.privateKey);
const byHmac: Make = (input) => createHmac('sha256', secret).update(input).digest();

/** The first of many signatures that has the property, of which one in some hundreds does. */
function signed(alg: string, make: Make, has: (signature: Buffer) => boolean = () => true): Signed {
  for (let round = 0; round < 20_000; round += 1) {
    const parts = [{ alg }, { jti: round }].map((part) =>
      Buffer.from(JSON.stringify(part)).toString('base64url'),
    );
    const input = parts.join('.');
    const signature = make(Buffer.from(input));
    if (has(signature)) return { input, signature };
  }
  throw new Error('No such signature.');
}

function tokenOf({ input, signature }: Signed, change: (signature: Buffer) => Buffer): string {
  return `${input}.${change(signature).toString('base64url')}`;
}

async function causeOf(token: string, key: string): Promise<DiagnosisFinding | undefined> {
  const { verifies, findings } = await diagnoseSignature(token, key);
  expect(verifies).toBe(false);
  return findings.at(-1);
}

const proven = (words: string) => ({
  code: 'signature-length',
  certainty: 'proven',
  sentence: expect.stringContaining(words),
});

describe('zeros in front of a number, which libraries for big numbers leave out', () => {
  it('of r, of s, and of both', async () => {
    const r = signed('ES256', byEc(ec.privateKey), (signature) => signature[0] === 0);
    expect(
      await causeOf(
        tokenOf(r, (bytes) => bytes.subarray(1)),
        pem(ec),
      ),
    ).toMatchObject(proven('in front of r are as many as they must be: it has 63 bytes in place of 64'));
    const s = signed('ES256', byEc(ec.privateKey), (signature) => signature[32] === 0);
    const withoutS = (bytes: Buffer): Buffer => Buffer.concat([bytes.subarray(0, 32), bytes.subarray(33)]);
    expect(await causeOf(tokenOf(s, withoutS), pem(ec))).toMatchObject(proven('in front of s '));
    const of521 = signed(
      'ES512',
      byEc(p521.privateKey, 'sha512'),
      (signature) => signature[0] === 0 && signature[66] === 0,
    );
    const bare = (bytes: Buffer): Buffer => Buffer.concat([bytes.subarray(1, 66), bytes.subarray(67)]);
    expect(await causeOf(tokenOf(of521, bare), pem(p521))).toMatchObject(
      proven('in front of r and s are as many as they must be: it has 130 bytes in place of 132'),
    );
  });

  it('or put there for the sign, as Java’s BigInteger does', async () => {
    const token = tokenOf(signed('ES256', byEc(ec.privateKey)), (bytes) =>
      Buffer.concat([Buffer.of(0), bytes.subarray(0, 32), Buffer.of(0), bytes.subarray(32)]),
    );
    expect(await causeOf(token, pem(ec))).toMatchObject(proven('it has 66 bytes in place of 64'));
  });

  it('of one half lost and of the other doubled, so that the length is right', async () => {
    const short = signed('ES256', byEc(ec.privateKey), (signature) => signature[0] === 0);
    const token = tokenOf(short, (bytes) =>
      Buffer.concat([bytes.subarray(1, 32), Buffer.of(0), bytes.subarray(32)]),
    );
    expect(await causeOf(token, pem(ec))).toMatchObject(proven('in front of r and s'));
  });

  it('on secp256k1 too', async () => {
    const r = signed('ES256K', byEc(secp256k1.privateKey), (signature) => signature[0] === 0);
    expect(
      await causeOf(
        tokenOf(r, (bytes) => bytes.subarray(1)),
        pem(secp256k1),
      ),
    ).toMatchObject(proven('in front of r '));
  });

  it('of an RSA signature', async () => {
    const short = signed('RS256', byRsa, (signature) => signature[0] === 0);
    expect(
      await causeOf(
        tokenOf(short, (bytes) => bytes.subarray(1)),
        pem(rsa),
      ),
    ).toMatchObject(
      proven('in front of the number are as many as they must be: it has 255 bytes in place of 256'),
    );
    const token = tokenOf(signed('RS256', byRsa), (bytes) => Buffer.concat([Buffer.of(0), bytes]));
    expect(await causeOf(token, pem(rsa))).toMatchObject(proven('it has 257 bytes in place of 256'));
  });
});

describe('a signature that was written in another way', () => {
  it('DER, on secp256k1 too', async () => {
    const token = tokenOf(signed('ES256K', byEc(secp256k1.privateKey, 'sha256', 'der')), (bytes) => bytes);
    expect(await causeOf(token, pem(secp256k1))).toMatchObject({
      code: 'signature-is-der',
      certainty: 'proven',
    });
  });

  it.each(['hex', 'base64'] as const)('as the text of its %s', async (encoding) => {
    const how = encoding === 'hex' ? 'hexadecimal' : 'base64';
    const asText = (bytes: Buffer): Buffer => Buffer.from(bytes.toString(encoding));
    expect(await causeOf(tokenOf(signed('HS256', byHmac), asText), secret)).toMatchObject(
      proven(`text of its ${how}`),
    );
    expect(await causeOf(tokenOf(signed('RS256', byRsa), asText), pem(rsa))).toMatchObject(
      proven(`text of its ${how}`),
    );
  });
});

describe('a signature with too much or too little at its end', () => {
  it('is right in its first bytes', async () => {
    for (const [alg, make, key, bytes] of [
      ['ES256', byEc(ec.privateKey), pem(ec), 64],
      ['RS256', byRsa, pem(rsa), 256],
      ['HS256', byHmac, secret, 32],
    ] as const) {
      const token = tokenOf(signed(alg, make), (signature) =>
        Buffer.concat([signature, Buffer.from('more')]),
      );
      expect(await causeOf(token, key)).toMatchObject(
        proven(`in its first ${bytes} bytes; 4 more stand behind it`),
      );
    }
  });

  it('is right as far as it goes, by the one byte that fits', async () => {
    const cut = (bytes: Buffer): Buffer => bytes.subarray(0, -1);
    expect(await causeOf(tokenOf(signed('ES256', byEc(ec.privateKey)), cut), pem(ec))).toMatchObject(
      proven('its end is missing: 1 of 64 bytes, 2 characters'),
    );
    expect(await causeOf(tokenOf(signed('RS256', byRsa), cut), pem(rsa))).toMatchObject(
      proven('its end is missing: 1 of 256 bytes, 2 characters'),
    );
  });

  it('is right as far as it goes, where the secret gives the rest', async () => {
    const token = tokenOf(signed('HS256', byHmac), (bytes) => bytes.subarray(0, 20));
    expect(await causeOf(token, secret)).toMatchObject(proven('its end is missing: 12 of 32 bytes'));
  });

  it('is not called right for a few bytes that fit by chance, nor when other bytes came', async () => {
    const few = tokenOf(signed('HS256', byHmac), (bytes) => bytes.subarray(0, 7));
    expect(await causeOf(few, secret)).toMatchObject({ code: 'signature-length', certainty: 'hint' });
    const other = tokenOf(signed('HS256', byHmac), (bytes) => Buffer.alloc(20, bytes[0]));
    expect(await causeOf(other, secret)).toMatchObject({ code: 'signature-length', certainty: 'hint' });
  });

  it('is searched for in bounded work, however many keys there are', async () => {
    const keys = Array.from({ length: 64 }, () => {
      const { publicKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' });
      return publicKey.export({ format: 'jwk' });
    });
    const token = tokenOf(signed('ES256', byEc(ec.privateKey)), (bytes) => bytes.subarray(0, -1));
    const { tried, findings } = await diagnoseSignature(token, JSON.stringify({ keys }));
    expect(findings).toMatchObject([{ code: 'signature-length', certainty: 'hint' }]);
    // The forms of the token and a dozen of its signature, for each key; the byte is not sought among many keys.
    expect(tried).toBeLessThan(64 * 24);
  });
});
