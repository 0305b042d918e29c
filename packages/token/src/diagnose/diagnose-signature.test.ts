import { createHmac, generateKeyPairSync, type KeyObject, sign } from 'node:crypto';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { encodeBase64url } from '../base64url/encode-base64url.ts';
import { diagnoseSignature } from './diagnose-signature.ts';

// The mistakes are made with OpenSSL, as Node carries it, and not by the code under test.
const ec = generateKeyPairSync('ec', { namedCurve: 'P-256' });
const rsa = generateKeyPairSync('rsa', { modulusLength: 2048 });
const secret = 'c2VjcmV0IHRoYXQgaXMgbG9uZyBlbm91Z2gsIGFzIGJhc2U2NA==';
const pem = (key: KeyObject) => key.export({ type: 'spki', format: 'pem' }).toString();
const jwk = (key: KeyObject, more: object = {}) => ({ ...key.export({ format: 'jwk' }), ...more });

describe('diagnoseSignature', () => {
  it('finds nothing to say of a signature that verifies', async () => {
    expect(await diagnoseSignature(hmac(secret), secret)).toMatchObject({ verifies: true, findings: [] });
    expect(await diagnoseSignature(ecdsa(), pem(ec.publicKey))).toMatchObject({
      verifies: true,
      findings: [],
    });
  });

  it.each([
    ['white space around it', hmac(secret), `  ${secret}\n`, 'without the white space around it'],
    ['a line break that belongs to it', hmac(`${secret}\n`), secret, 'with a line break at its end'],
    [
      'a Windows line break that belongs to it',
      hmac(`${secret}\r\n`),
      secret,
      'with a Windows line break at its end',
    ],
    ['quotes from a .env file', hmac(secret), `"${secret}"`, 'without the quotes around it'],
    ['a byte order mark', hmac(secret), `\ufeff${secret}`, /white space|byte order mark/],
    ['base64 that was meant as bytes', hmac(Buffer.from(secret, 'base64')), secret, 'as base64'],
    [
      'base64url that was meant as bytes',
      hmac(Buffer.from('_-_-'.repeat(9), 'base64url')),
      '_-_-'.repeat(9),
      'as base64url',
    ],
    [
      'hexadecimal that was meant as bytes',
      hmac(Buffer.from('0aff'.repeat(16), 'hex')),
      '0aff'.repeat(16),
      'as hexadecimal',
    ],
    ['percent-encoding', hmac('a&b c+d'), 'a%26b%20c%2Bd', 'percent-encoding'],
    ['literal \\n', hmac('line one\nline two'), 'line one\\nline two', 'line breaks'],
    [
      'base64 in quotes',
      hmac(Buffer.from(secret, 'base64')),
      `"${secret}"`,
      'without the quotes around it and as base64',
    ],
  ])('a secret with %s', async (_, token, key, how) => {
    const { verifies, findings } = await diagnoseSignature(token, key);
    expect(verifies).toBe(false);
    expect(findings[0]).toMatchObject({
      code: 'secret-spelling',
      certainty: 'proven',
      sentence: expect.stringMatching(how),
    });
  });

  it('algorithm confusion: an HMAC under the text of the public key', async () => {
    const key = pem(rsa.publicKey);
    for (const used of [key, key.trim(), key.replaceAll('\n', '\r\n')]) {
      const { findings } = await diagnoseSignature(hmac(used), key);
      expect(findings[0]).toMatchObject({ code: 'algorithm-confusion', certainty: 'proven' });
    }
  });

  it('another algorithm than the one that the header names', async () => {
    const { findings } = await diagnoseSignature(rsaToken('RS256', 'sha512'), pem(rsa.publicKey));
    expect(findings).toMatchObject([{ code: 'other-algorithm', algorithm: 'RS512' }]);
    const hs = await diagnoseSignature(hmac(secret, 'sha512'), secret);
    expect(hs.findings).toMatchObject([{ code: 'other-algorithm', algorithm: 'HS512' }]);
  });

  it('another key of the set than the one that the token names', async () => {
    const other = generateKeyPairSync('ec', { namedCurve: 'P-256' });
    const set = { keys: [jwk(other.publicKey, { kid: 'new' }), jwk(ec.publicKey, { kid: 'old' })] };
    const { findings } = await diagnoseSignature(ecdsa({ kid: 'new' }), JSON.stringify(set));
    expect(findings).toMatchObject([{ code: 'kid-mismatch', sentence: expect.stringContaining('old') }]);
  });

  it('a key that is marked for something else', async () => {
    const marked = jwk(ec.publicKey, { use: 'enc' });
    const { findings } = await diagnoseSignature(ecdsa(), JSON.stringify(marked));
    expect(findings).toMatchObject([
      { code: 'key-marked-otherwise', sentence: expect.stringContaining('enc') },
    ]);
  });

  it('an ECDSA signature in DER', async () => {
    // The length of DER varies with the leading zeros of its two numbers.
    for (let round = 0; round < 50; round += 1) {
      const { findings } = await diagnoseSignature(ecdsa({ jti: String(round) }, 'der'), pem(ec.publicKey));
      expect(findings).toMatchObject([{ code: 'signature-is-der', certainty: 'proven' }]);
    }
  });

  it.each([
    ['JSON.stringify', '{"a": 1, "b": [1, 2]}', '{"a":1,"b":[1,2]}'],
    ['json.dumps', '{"a":1,"b":[1,2]}', '{"a": 1, "b": [1, 2]}'],
  ])('a payload written anew after it was signed as %s writes it', async (_, sent, signed) => {
    const head = encodeBase64url('{"alg":"HS256"}');
    const signature = hmac(secret, 'sha256', signed).split('.')[2];
    const { findings } = await diagnoseSignature(`${head}.${encodeBase64url(sent)}.${signature}`, secret);
    expect(findings).toMatchObject([{ code: 'text-respelt' }]);
  });

  it('a signature with padding, which is right but for that', async () => {
    expect(await diagnoseSignature(`${hmac(secret)}=`, secret)).toMatchObject({
      verifies: false,
      findings: [{ code: 'token-unreadable', sentence: expect.stringContaining('Padding') }],
    });
  });

  it('a signature that was cut off', async () => {
    for (const [token, key, certainty] of [
      [ecdsa(), pem(ec.publicKey), 'hint'],
      [rsaToken('RS256', 'sha256'), pem(rsa.publicKey), 'hint'],
      // Whoever has the secret can compute what is missing.
      [hmac(secret), secret, 'proven'],
    ] as const) {
      const { findings } = await diagnoseSignature(token.slice(0, -7), key);
      // Where the cut leaves stray bits behind, that is said first.
      expect(findings.at(-1)).toMatchObject({ code: 'signature-length', certainty });
      expect(`${findings.at(-1)?.sentence} ${findings.at(-1)?.fix}`).toMatch(/\b7 characters/);
    }
  });

  it('a key of another kind or curve', async () => {
    const p384 = generateKeyPairSync('ec', { namedCurve: 'P-384' });
    for (const key of [pem(rsa.publicKey), pem(p384.publicKey), secret]) {
      const { findings } = await diagnoseSignature(ecdsa(), key);
      expect(findings).toMatchObject([{ code: 'key-kind', sentence: expect.stringContaining('P-256') }]);
    }
  });

  it('says so when it finds nothing, and how much it tried', async () => {
    const diagnosis = await diagnoseSignature(hmac('another secret'), secret);
    expect(diagnosis).toMatchObject({ verifies: false, findings: [] });
    expect(diagnosis.tried).toBeGreaterThan(30);
  });

  it('tells of a token or a key that it cannot read', async () => {
    expect(await diagnoseSignature('a.b', secret)).toMatchObject({
      findings: [{ code: 'token-unreadable' }],
    });
    expect(await diagnoseSignature(ecdsa(), '{"kty":')).toMatchObject({
      findings: [{ code: 'key-unreadable' }],
    });
  });

  it('never repeats the secret, and never throws', async () => {
    await fc.assert(
      fc.asyncProperty(fc.string({ unit: 'binary', minLength: 8 }), async (key) => {
        const diagnosis = await diagnoseSignature(hmac(`${key}\n`), key);
        expect(JSON.stringify(diagnosis)).not.toContain(key);
      }),
      { numRuns: 100 },
    );
  });
});

function hmac(key: string | Buffer, hash = 'sha256', payload = '{"sub":"ada"}'): string {
  const input = `${encodeBase64url('{"alg":"HS256"}')}.${encodeBase64url(payload)}`;
  return `${input}.${createHmac(hash, key).update(input).digest('base64url')}`;
}

function ecdsa(header: object = {}, dsaEncoding: 'der' | 'ieee-p1363' = 'ieee-p1363'): string {
  const input = `${encodeBase64url(JSON.stringify({ alg: 'ES256', ...header }))}.e30`;
  const signature = sign('sha256', Buffer.from(input), { key: ec.privateKey, dsaEncoding });
  return `${input}.${signature.toString('base64url')}`;
}

function rsaToken(alg: string, hash: string): string {
  const input = `${encodeBase64url(JSON.stringify({ alg }))}.e30`;
  return `${input}.${sign(hash, Buffer.from(input), rsa.privateKey).toString('base64url')}`;
}
