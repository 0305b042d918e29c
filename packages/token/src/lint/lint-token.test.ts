import fc from 'fast-check';
import jsonwebtoken from 'jsonwebtoken';
import { describe, expect, it } from 'vitest';
import { parseToken } from '../parse/parse-token.ts';
import { hmacToken, rawToken } from '../testing/raw-token.ts';
import { lintToken } from './lint-token.ts';

const now = 1_790_000_000;
const good = {
  iss: 'https://login.example',
  aud: 'https://api.example',
  sub: 'u1',
  jti: 'a',
  iat: now,
  exp: now + 600,
};
const strong = Buffer.from(crypto.getRandomValues(new Uint8Array(64))).toString('base64');

const rulesOf = async (text: string, key?: string): Promise<readonly string[]> =>
  (await lintToken(parseToken(text), { now, ...(key === undefined ? {} : { key }) })).map(({ rule }) => rule);

/** By a real library, as people make them. */
const made = (claims: object, header: object = {}): string =>
  jsonwebtoken.sign(JSON.stringify(claims), strong, { header: { alg: 'HS256', ...header } });

const written = (header: object, claims: object = good): string =>
  rawToken(JSON.stringify(header), JSON.stringify(claims), 'signature');

describe('lintToken', () => {
  it('has nothing to say about a careful token', async () => {
    expect(await rulesOf(made(good))).toEqual([]);
  });

  it.each([
    ['alg none by jsonwebtoken', jsonwebtoken.sign(good, '', { algorithm: 'none' }), 'lint/alg-none'],
    ['alg None', written({ alg: ' NonE' }), 'lint/alg-none'],
    ['no alg', written({ typ: 'JWT' }), 'lint/alg-missing'],
    ['a signature cut off', made(good).replace(/[^.]+$/, ''), 'lint/signature-empty'],
    ['a secret of a tutorial', jsonwebtoken.sign(good, 'shhhhh'), 'lint/weak-secret'],
    [
      'the secret of jwt.io with HS512',
      jsonwebtoken.sign(good, 'your-512-bit-secret', { algorithm: 'HS512' }),
      'lint/weak-secret',
    ],
    ['jku', made(good, { jku: 'https://evil.example/keys' }), 'lint/header-jku'],
    ['x5u', made(good, { x5u: 'https://evil.example/chain' }), 'lint/header-x5u'],
    ['jwk', made(good, { jwk: { kty: 'oct' } }), 'lint/header-jwk'],
    ['x5c', made(good, { x5c: ['MIIB'] }), 'lint/header-x5c'],
    ['no exp', made({ ...good, exp: undefined }), 'lint/exp-missing'],
    ['no aud', made({ ...good, aud: undefined }), 'lint/aud-missing'],
    ['no iss', made({ ...good, iss: undefined }), 'lint/iss-missing'],
    ['no jti', made({ ...good, jti: undefined }), 'lint/jti-missing'],
    ['a life of two hours', made({ ...good, exp: now + 7200 }), 'lint/lifetime-long'],
    ['iat in the future', made({ ...good, iat: now + 300 }), 'lint/iat-in-future'],
    ['exp in milliseconds', made({ ...good, exp: (now + 600) * 1000 }), 'lint/time-in-milliseconds'],
    ['exp as text', written({ alg: 'HS256' }, { ...good, exp: '2030-01-01' }), 'lint/time-not-a-number'],
    ['nbf after exp', made({ ...good, nbf: now + 900 }), 'lint/nbf-after-exp'],
    ['a password', made({ ...good, user: { password: 'hunter2' } }), 'lint/sensitive-secret'],
    ['a client secret', made({ ...good, client_secret: 'x' }), 'lint/sensitive-secret'],
    ['a card number', made({ ...good, payment: '4111 1111 1111 1111' }), 'lint/sensitive-card-number'],
    [
      'a private key',
      made({ ...good, pem: '-----BEGIN RSA PRIVATE KEY-----\n' }),
      'lint/sensitive-private-key',
    ],
    ['an e-mail address', made({ ...good, email: 'ada@mail.example' }), 'lint/sensitive-email'],
    ['a kid with a path', made(good, { kid: '../../dev/null' }), 'lint/kid-path'],
    ['a kid with SQL', made(good, { kid: "x' UNION SELECT 'key" }), 'lint/kid-sql'],
    ['a kid with a command', made(good, { kid: 'key.pem; cat /etc/passwd' }), 'lint/kid-shell'],
    ['a kid with an address', made(good, { kid: 'https://evil.example/key' }), 'lint/kid-url'],
    ['b64 without crit', written({ alg: 'HS256', b64: false }), 'lint/b64-without-crit'],
    ['a member twice', rawToken('{"alg":"HS256","alg":"none"}', '{}', 's'), 'lint/duplicate-member'],
    [
      'an id beyond 2^53',
      rawToken('{"alg":"HS256"}', '{"id":100002348117421473}', 's'),
      'lint/number-inexact',
    ],
    [
      'an access token without typ',
      written({ alg: 'ES256' }, { ...good, scope: 'read' }),
      'lint/typ-missing',
    ],
    ['a token in an address', `https://app.example/?token=${made(good)}`, 'lint/token-in-url'],
    ['padding', made(good).replace('.', '=.'), 'lint/not-canonical'],
  ])('finds %s', async (_name, token, rule) => {
    expect(await rulesOf(token)).toContain(rule);
  });

  it.each([
    ['a uuid as kid', made(good, { kid: '0e8b2d1c-1b7a-4a7e-9a56-2f3d5b1c7e11' }), 'lint/kid'],
    ['a base64url kid', made(good, { kid: 'qWVfDzQ-_Ab12==' }), 'lint/kid'],
    ['a telephone number', made({ ...good, phone_number: '+49 30 1234567' }), 'lint/sensitive'],
    ['an order number of 16 digits', made({ ...good, order: '4111111111111112' }), 'lint/sensitive'],
    ['an at_hash', made({ ...good, at_hash: 'MTIzNDU2Nzg5MDEyMzQ1Ng' }), 'lint/sensitive'],
    ['a strong secret', made(good), 'lint/weak'],
    ['crit with b64', written({ alg: 'HS256', b64: false, crit: ['b64'] }), 'lint/b64'],
    ['the key of a DPoP proof', written({ alg: 'ES256', typ: 'dpop+jwt', jwk: {} }), 'lint/header'],
  ])('lets %s pass', async (_name, token, family) => {
    expect((await rulesOf(token)).filter((rule) => rule.startsWith(family))).toEqual([]);
  });

  it('warns of a life of more than a day, and only notes one of more than an hour', async () => {
    const levelAfter = async (seconds: number) =>
      (await lintToken(parseToken(made({ ...good, exp: now + seconds })), { now })).find(
        ({ rule }) => rule === 'lint/lifetime-long',
      )?.level;
    expect(await levelAfter(3600)).toBeUndefined();
    expect(await levelAfter(3601)).toBe('note');
    expect(await levelAfter(90_000)).toBe('warning');
  });

  it('puts the worst first and points at the characters', async () => {
    const token = made({ ...good, jti: undefined, größe: 1, exp: (now + 600) * 1000 }, { kid: '../x' });
    const findings = await lintToken(parseToken(token), { now });
    expect(findings.map(({ level }) => level)).toEqual(['error', 'error', 'note']);
    for (const { where, member } of findings.slice(0, 2)) {
      expect(where).toBeDefined();
      expect(around(token, where?.start ?? 0, where?.end ?? 0)).toContain(`"${member}"`);
    }
  });

  it('judges the key that is to verify', async () => {
    const { publicKey, privateKey } = await crypto.subtle.generateKey(
      { name: 'ECDSA', namedCurve: 'P-256' },
      true,
      ['sign', 'verify'],
    );
    const jwk = async (key: CryptoKey) => JSON.stringify(await crypto.subtle.exportKey('jwk', key));
    expect(await rulesOf(made(good), await jwk(publicKey))).toEqual(['lint/algorithm-confusion']);
    expect(await rulesOf(written({ alg: 'ES256' }), await jwk(privateKey))).toEqual([
      'lint/private-key-to-verify',
    ]);
    expect(await rulesOf(made(good), 'short')).toEqual(['lint/short-secret']);
    expect(await rulesOf(made(good), strong)).toEqual([]);
  });

  it('never repeats what it found', async () => {
    const token = made({ ...good, password: 'correct horse battery staple' });
    const findings = await lintToken(parseToken(token), { now });
    expect(JSON.stringify(findings)).not.toContain('horse');
  });

  it('never throws, whatever is pasted', async () => {
    // `toString` as a member is how an object is made that cannot be turned into text.
    const untellable = fc
      .constantFrom('alg', 'kid', 'exp', 'typ')
      .map((name) => `{"${name}":{"toString":1}}`);
    const part = fc.oneof(fc.json(), fc.string(), untellable, fc.constant('{"alg":"HS256"}'));
    await fc.assert(
      fc.asyncProperty(part, part, async (header, payload) => {
        expect(await rulesOf(rawToken(header, payload, 's'))).toBeInstanceOf(Array);
      }),
      { numRuns: 60 },
    );
    await fc.assert(
      fc.asyncProperty(fc.string(), async (text) => {
        expect(await rulesOf(text)).toBeInstanceOf(Array);
      }),
    );
    await expect(hmacToken('{"alg":"HS256"}', '[]', new Uint8Array(1)).then(rulesOf)).resolves.toBeDefined();
  });
});

/** The text behind a span, decoded from the four-character group it begins in. */
function around(token: string, start: number, end: number): string {
  const segmentStart = token.lastIndexOf('.', start) + 1;
  const from = start - ((start - segmentStart) % 4);
  return Buffer.from(token.slice(from, end), 'base64url').toString();
}
