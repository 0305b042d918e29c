import { createHmac, createPublicKey, generateKeyPairSync, type JsonWebKeyInput, verify } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { type DraftAlgorithm, type DraftKey, draftAlgorithms, makeDraftKey } from './draft-key.ts';
import { type SignedDraft, signDraft } from './sign-draft.ts';

const payload = '{ "id": 100002348117421473 }';
const headerFor = (alg: string) => `{ "n": 1.0, "alg": "${alg}", "typ": "JWT", "kid": "k1" }`;

async function sign(key: DraftKey): Promise<SignedDraft> {
  const signed = await signDraft({ header: headerFor(key.algorithm), payload, key });
  if (signed.kind === 'refused') throw new Error(signed.sentence);
  return signed;
}

describe('a token signed on the desk', () => {
  it.each(draftAlgorithms)('verifies with OpenSSL under the key it gives away: %s', async (algorithm) => {
    const { token, verifyKey } = await sign(await makeDraftKey(algorithm));
    expect(isRight(algorithm, token, verifyKey)).toBe(true);
  });

  it.each(draftAlgorithms.filter((each) => !each.startsWith('HS')))(
    'gives a public key without anything private in it: %s',
    async (algorithm) => {
      const { verifyKey } = await sign(await makeDraftKey(algorithm));
      const jwk = JSON.parse(verifyKey);
      for (const member of ['d', 'p', 'q', 'dp', 'dq', 'qi', 'priv']) expect(jwk).not.toHaveProperty(member);
      expect(jwk).toMatchObject({ kid: 'k1', alg: algorithm });
    },
  );

  it.each([
    [[], '{"n":1.0,"alg":"ES256","typ":"JWT","kid":"k1"}', '{"id":100002348117421473}'],
    [['payload'], '{"n":1.0,"alg":"ES256","typ":"JWT","kid":"k1"}', payload],
    [['header', 'payload'], headerFor('ES256'), payload],
  ] as const)(
    'has every digit of header and payload, white space only in %j',
    async (asWritten, ...texts) => {
      const key = await makeDraftKey('ES256');
      const signed = await signDraft({ header: headerFor('ES256'), payload, key, asWritten });
      const [header = '', body = ''] = signed.kind === 'signed' ? signed.token.split('.') : [];
      expect([header, body].map((part) => Buffer.from(part, 'base64url').toString())).toEqual(texts);
    },
  );

  it.each([
    ['PKCS#8', 'pkcs8', 'rsa', 'RS256'],
    ['PKCS#1', 'pkcs1', 'rsa', 'PS512'],
    ['SEC1', 'sec1', 'ec', 'ES384'],
  ] as const)('is signed with a key in PEM as well: %s', async (_name, type, kind, algorithm) => {
    const text = pemOf(type, kind);
    const { token, verifyKey } = await sign({ algorithm, text, encoding: 'utf8' });
    expect(isRight(algorithm, token, verifyKey)).toBe(true);
  });

  it('is signed with the bytes that a secret is written for', async () => {
    const text = Buffer.from('a secret of more than thirty-two bytes').toString('base64');
    const { token, verifyJwk } = await sign({ algorithm: 'HS256', text, encoding: 'base64' });
    expect(isRight('HS256', token, 'a secret of more than thirty-two bytes')).toBe(true);
    expect(verifyJwk).toMatchObject({ kty: 'oct' });
  });

  it('is signed with a weak secret too, which is named', async () => {
    const { warnings } = await sign({ algorithm: 'HS256', text: 'short', encoding: 'utf8' });
    expect(warnings).toHaveLength(1);
  });

  it.each([
    ['{"alg":"ES256"', payload, 'header'],
    ['{"alg":"HS256"}', payload, 'header'],
    ['{"alg":"none"}', payload, 'header'],
    ['{}', payload, 'header'],
    ['{"alg":"ES256","b64":false}', payload, 'header'],
    ['{"alg":"ES256"}', '{"a":1,"a":2}', 'payload'],
    ['{"alg":"ES256"}', '[1]', 'payload'],
  ])('is not signed from %s and %s, and the place is named', async (header, text, part) => {
    const key = await makeDraftKey('ES256');
    expect(await signDraft({ header, payload: text, key })).toMatchObject({ kind: 'refused', part });
  });

  it.each([
    ['a public key', async () => publicOnly((await makeDraftKey('ES256')).text)],
    ['a key set', async () => `{"keys":[${(await makeDraftKey('ES256')).text}]}`],
    ['another kind of key', async () => (await makeDraftKey('EdDSA')).text],
    ['a secret', async () => 'a secret of more than thirty-two bytes'],
  ])('is not signed with %s', async (_name, text) => {
    const key: DraftKey = { algorithm: 'ES256', text: await text(), encoding: 'utf8' };
    expect(await signDraft({ header: headerFor('ES256'), payload, key })).toMatchObject({ part: 'key' });
  });

  it('says what a browser lacks, and where such a key is made', async () => {
    const key: DraftKey = { algorithm: 'ML-DSA-65', text: '', encoding: 'utf8', isLacking: true };
    const signed = await signDraft({ header: headerFor('ML-DSA-65'), payload, key });
    expect(signed).toMatchObject({ part: 'key', sentence: expect.stringContaining('signet key generate') });
  });
});

function publicOnly(text: string): string {
  const { d: _d, ...publicKey } = JSON.parse(text);
  return JSON.stringify(publicKey);
}

function pemOf(type: 'pkcs8' | 'pkcs1' | 'sec1', kind: 'rsa' | 'ec'): string {
  const { privateKey } =
    kind === 'rsa'
      ? generateKeyPairSync('rsa', { modulusLength: 2048 })
      : generateKeyPairSync('ec', { namedCurve: 'P-384' });
  return privateKey.export({ type, format: 'pem' }).toString();
}

function isRight(algorithm: DraftAlgorithm, token: string, key: string): boolean {
  const [header, body, signature = ''] = token.split('.');
  const input = Buffer.from(`${header}.${body}`);
  const bytes = Buffer.from(signature, 'base64url');
  const bits = algorithm.slice(-3);
  if (algorithm.startsWith('HS')) return createHmac(`sha${bits}`, key).update(input).digest().equals(bytes);
  const publicKey = createPublicKey({ key: JSON.parse(key) as JsonWebKeyInput['key'], format: 'jwk' });
  const hash = algorithm === 'ES256K' ? 'sha256' : /^[RPE]S/.test(algorithm) ? `sha${bits}` : null;
  // Node's constants: RSA_PKCS1_PSS_PADDING is 6; a salt as long as the digest (RFC 7518 §3.5).
  const options = algorithm.startsWith('PS') ? { padding: 6, saltLength: Number(bits) / 8 } : {};
  return verify(hash, input, { key: publicKey, dsaEncoding: 'ieee-p1363', ...options }, bytes);
}
