import fc from 'fast-check';
import { exportSPKI } from 'jose';
import { beforeAll, describe, expect, it } from 'vitest';
import { decodeBase64url } from '../base64url/decode-base64url.ts';
import { encodeBase64url } from '../base64url/encode-base64url.ts';
import { generateKeyPair, type KeyPair } from '../keys/generate-key-pair.ts';
import type { VerificationKey } from '../keys/key.ts';
import { signToken } from '../sign/sign-token.ts';
import { sharedSecret } from '../testing/keys.ts';
import { hmacToken, rawToken } from '../testing/raw-token.ts';
import { verifyToken } from './verify-token.ts';

const now = 1_800_000_000;
const claims = { iss: 'iss', aud: 'aud', sub: 'ada', exp: now + 60 };
const payload = JSON.stringify(claims);

describe('attacks on verification', () => {
  let rsa: KeyPair;
  let ec: KeyPair;
  let token: string;
  beforeAll(async () => {
    [rsa, ec] = await Promise.all([generateKeyPair('RS256', 'rsa'), generateKeyPair('ES256', 'ec')]);
    token = await signToken(claims, { key: ec.signing });
  });

  const verdictOn = (text: string, keys: readonly VerificationKey[] = [rsa.verification, ec.verification]) =>
    verifyToken(text, { keys, issuers: ['iss'], audiences: ['aud'], now });
  const codeOf = async (text: string, keys?: readonly VerificationKey[]) => {
    const verdict = await verdictOn(text, keys);
    return verdict.verdict === 'refused' ? verdict.refusal.code : verdict.verdict;
  };

  it('is not an attack: the token itself verifies', async () => {
    expect(await codeOf(token)).toBe('verified');
  });

  it.each(['none', 'None', 'NONE', 'nOnE', ' none', 'none\t'])(
    'alg %j: refuses, signed or not',
    async (alg) => {
      expect(await codeOf(rawToken(JSON.stringify({ alg }), payload))).toBe('alg_none');
      expect(await codeOf(rawToken(JSON.stringify({ alg, kid: 'ec' }), payload, 'anything'))).toBe(
        'alg_none',
      );
    },
  );

  it('algorithm confusion: an HMAC under the public PEM is not believed', async () => {
    const pem = new TextEncoder().encode(await exportSPKI(rsa.verification.key));
    const forged = await hmacToken('{"alg":"HS256","kid":"rsa"}', payload, pem);
    expect(await codeOf(forged)).toBe('alg_not_pinned');
    const unnamed = await hmacToken('{"alg":"HS256"}', payload, pem);
    expect(await codeOf(unnamed)).toBe('alg_not_pinned');
  });

  it('another algorithm of the same family is not believed either', async () => {
    const sideways = {
      ...rsa.signing,
      kid: 'rsa',
      algorithm: 'PS256' as const,
      key: (await generateKeyPair('PS256')).signing.key,
    };
    expect(await codeOf(await signToken(claims, { key: sideways }))).toBe('alg_not_pinned');
  });

  it('a kid that nobody trusts, a kid of another key, and a kid that is no text', async () => {
    expect(await codeOf(await signToken(claims, { key: { ...ec.signing, kid: 'other' } }))).toBe(
      'key_unknown',
    );
    expect(await codeOf(await signToken(claims, { key: { ...ec.signing, kid: 'rsa' } }))).toBe(
      'alg_not_pinned',
    );
    expect(await codeOf(rawToken('{"alg":"ES256","kid":{"$ne":""}}', payload, 'x'))).toBe('token_malformed');
  });

  it('a key that the token brings along is not looked at', async () => {
    const own = await generateKeyPair('ES256', 'own');
    const jwk = await crypto.subtle.exportKey('jwk', own.verification.key);
    const header = { jwk, jku: 'https://attacker.example/keys', x5u: 'https://attacker.example/cert' };
    const forged = await signToken(claims, { key: { ...own.signing, kid: 'ec' }, header });
    expect(await codeOf(forged)).toBe('signature_invalid');
  });

  it.each([
    ['{"alg":"ES256","crit":["exp"],"exp":1}', 'crit_unknown'],
    ['{"alg":"ES256","crit":["b64"],"b64":true}', 'crit_unknown'],
    ['{"alg":"ES256","crit":[]}', 'token_malformed'],
    ['{"alg":"ES256","crit":"exp"}', 'token_malformed'],
    ['{"alg":"ES256","crit":null}', 'token_malformed'],
    ['{"alg":"ES256","b64":false}', 'crit_unknown'],
    ['{"alg":"ES256","b64":"false"}', 'crit_unknown'],
    ['{"alg":"ES256","alg":"none"}', 'token_malformed'],
    ['{"alg":"none","\\u0061lg":"ES256"}', 'token_malformed'],
    ['{"typ":"JWT"}', 'token_malformed'],
    ['{"alg":["ES256"]}', 'token_malformed'],
    ['{"alg":"ES256K"}', 'alg_unsupported'],
    ['{"alg":"__proto__"}', 'alg_unsupported'],
    ['["ES256"]', 'token_malformed'],
    ['null', 'token_malformed'],
    ['', 'token_malformed'],
    ['\ufeff{"alg":"ES256"}', 'token_malformed'],
    [`{"alg":"ES256","x":${'['.repeat(2000)}${']'.repeat(2000)}}`, 'token_malformed'],
  ])('the header %s', async (header, code) => {
    expect(await codeOf(rawToken(header, payload, 'signature'))).toBe(code);
  });

  it('b64:false with crit, rightly signed over the raw payload', async () => {
    const { verification } = await sharedSecret('hs');
    expect(
      await codeOf(rawToken('{"alg":"HS256","b64":false,"crit":["b64"]}', payload, 'x'), [verification]),
    ).toBe('crit_unknown');
  });

  it.each([
    ['a duplicate claim', '{"iss":"iss","aud":"aud","exp":99999999999,"sub":"a","sub":"b"}'],
    ['deep nesting', `{"iss":"iss","a":${'{"a":'.repeat(1500)}1${'}'.repeat(1500)}}`],
    ['a payload that is no object', '"iss"'],
    ['a payload that is no JSON', 'iss'],
  ])('refuses %s behind a right signature', async (_, text) => {
    const secret = crypto.getRandomValues(new Uint8Array(32));
    const signed = await hmacToken('{"alg":"HS256"}', text, secret);
    const key = await crypto.subtle.importKey('raw', secret, { name: 'HMAC', hash: 'SHA-256' }, false, [
      'verify',
    ]);
    expect(await codeOf(signed, [{ algorithm: 'HS256', key }])).toBe('token_malformed');
  });

  it.each([
    ['white space around', (text: string) => ` ${text}`],
    ['a newline at the end', (text: string) => `${text}\n`],
    ['a blank inside', (text: string) => `${text.slice(0, 9)} ${text.slice(9)}`],
    ['padding', (text: string) => `${text}==`],
    ['plain base64', (text: string) => text.replace('.', '+.')],
    ['a dot at the end', (text: string) => `${text}.`],
    ['a missing signature', (text: string) => text.split('.').slice(0, 2).join('.')],
    ['nothing at all', () => ''],
    ['only dots', () => '..'],
  ])('refuses %s', async (_, change) => {
    expect(await codeOf(change(token))).toBe('token_malformed');
  });

  it('refuses a second spelling of the same signature (non-canonical trailing bits)', async () => {
    const bytes = crypto.getRandomValues(new Uint8Array(32));
    const signed = await hmacToken('{"alg":"HS256"}', payload, bytes);
    // 32 bytes leave two unused bits in the last of 43 characters.
    const alphabet = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_';
    const twin = signed.slice(0, -1) + alphabet.charAt(alphabet.indexOf(signed.slice(-1)) + 1);
    const key = await crypto.subtle.importKey('raw', bytes, { name: 'HMAC', hash: 'SHA-256' }, false, [
      'verify',
    ]);
    expect(await codeOf(signed, [{ algorithm: 'HS256', key }])).toBe('verified');
    expect(await codeOf(twin, [{ algorithm: 'HS256', key }])).toBe('token_malformed');
  });

  it('an encrypted token, and one larger than is read', async () => {
    expect(await codeOf('e30.a.b.c.d')).toBe('token_encrypted');
    expect(await codeOf(`${token}${'A'.repeat(16 * 1024)}`)).toBe('token_oversized');
  });

  it('an ECDSA signature in DER is refused, and named', async () => {
    const raw = decodeBase64url(token.split('.')[2] ?? '').bytes;
    const der = derSignature(raw);
    const verdict = await verdictOn(`${token.slice(0, token.lastIndexOf('.'))}.${encodeBase64url(der)}`);
    expect(verdict).toMatchObject({
      refusal: { code: 'signature_invalid', actual: expect.stringContaining('DER') },
    });
  });

  it('an all-zero ECDSA signature (CVE-2022-21449)', async () => {
    const zero = encodeBase64url(new Uint8Array(64));
    expect(await codeOf(`${token.slice(0, token.lastIndexOf('.'))}.${zero}`)).toBe('signature_invalid');
  });

  it('a single changed bit, anywhere, never verifies', async () => {
    await fc.assert(
      fc.asyncProperty(fc.nat({ max: token.length * 6 - 1 }), async (bit) => {
        expect(await codeOf(flipBit(token, bit))).not.toBe('verified');
      }),
      { numRuns: 400 },
    );
  });

  it('never repeats the token, and keeps what it repeats short and printable', async () => {
    const hostile = `\u001b[31m\u202e${'A'.repeat(5000)}`;
    const verdict = await verdictOn(rawToken(JSON.stringify({ alg: 'ES256', kid: hostile }), payload, 'x'));
    if (verdict.verdict !== 'refused') throw new Error('The token was believed.');
    expect(verdict.refusal.actual?.length).toBeLessThan(230);
    expect(verdict.refusal.actual).toMatch(/^\\u\{1b\}\[31m\\u\{202e\}A+…$/);
    expect(JSON.stringify(await verdictOn(token, []))).not.toContain(token.slice(0, 30));
  });
});

/** Changes one of the six bits of a character of the token; a dot falls out. */
function flipBit(token: string, bit: number): string {
  const alphabet = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_';
  const at = Math.floor(bit / 6);
  const flipped = alphabet.charAt(alphabet.indexOf(token.charAt(at)) ^ (1 << (bit % 6)));
  return `${token.slice(0, at)}${flipped}${token.slice(at + 1)}`;
}

/** SEQUENCE of two INTEGERs, as OpenSSL writes an ECDSA signature (RFC 3279 §2.2.3). */
function derSignature(raw: Uint8Array): Uint8Array {
  const half = raw.length / 2;
  const integers = [raw.subarray(0, half), raw.subarray(half)].flatMap((bytes) => [
    0x02,
    half + 1,
    0,
    ...bytes,
  ]);
  return Uint8Array.from([0x30, integers.length, ...integers]);
}
