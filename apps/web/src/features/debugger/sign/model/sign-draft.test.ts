import { createHmac, createPublicKey, verify } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { type DraftAlgorithm, draftAlgorithms, makeDraftKey } from './draft-key.ts';
import { signDraft } from './sign-draft.ts';

const payload = '{ "id": 100002348117421473 }';
const headerFor = (alg: string) => JSON.stringify({ alg, typ: 'JWT', kid: 'k1' });

describe('a token signed on the desk', () => {
  it.each(draftAlgorithms)('verifies with OpenSSL under its public key: %s', async (algorithm) => {
    const key = await makeDraftKey(algorithm);
    const signed = await signDraft({ header: headerFor(algorithm), payload, key });
    if (signed.kind === 'refused') throw new Error(signed.sentence);
    expect(Buffer.from(signed.token.split('.')[1] ?? '', 'base64url').toString()).toBe(payload);
    expect(isRight(algorithm, signed.token, signed.publicText ?? key.text)).toBe(true);
  });

  it.each(draftAlgorithms)('gives a public key without anything private in it: %s', async (algorithm) => {
    const key = await makeDraftKey(algorithm);
    const signed = await signDraft({ header: headerFor(algorithm), payload, key });
    const publicText = signed.kind === 'signed' ? signed.publicText : undefined;
    if (algorithm === 'HS256') expect(publicText).toBeUndefined();
    else expect(JSON.parse(publicText ?? '')).not.toHaveProperty('d');
  });

  it.each([
    ['{"alg":"ES256"', payload, 'header'],
    ['{"alg":"HS256"}', payload, 'header'],
    ['{"alg":"ES256","kid":7}', payload, 'header'],
    ['{"alg":"ES256","b64":false}', payload, 'header'],
    ['{"alg":"ES256"}', '{"a":1,"a":2}', 'payload'],
    ['{"alg":"ES256"}', '[1]', 'payload'],
  ])('is not signed from %s and %s, and the place is named', async (header, text, part) => {
    const key = await makeDraftKey('ES256');
    expect(await signDraft({ header, payload: text, key })).toMatchObject({ kind: 'refused', part });
  });

  it('is not signed with a public key', async () => {
    const { text } = await makeDraftKey('ES256');
    const { d: _d, ...publicKey } = JSON.parse(text);
    const key = { algorithm: 'ES256', text: JSON.stringify(publicKey) } as const;
    expect(await signDraft({ header: headerFor('ES256'), payload, key })).toMatchObject({ part: 'key' });
  });
});

function isRight(algorithm: DraftAlgorithm, token: string, key: string): boolean {
  const [header, body, signature = ''] = token.split('.');
  const input = Buffer.from(`${header}.${body}`);
  const bytes = Buffer.from(signature, 'base64url');
  if (algorithm === 'HS256') return createHmac('sha256', key).update(input).digest().equals(bytes);
  const publicKey = createPublicKey({ key: JSON.parse(key), format: 'jwk' });
  const hash = algorithm === 'EdDSA' ? null : 'sha256';
  // Node's constants: RSA_PKCS1_PSS_PADDING is 6; a salt as long as the digest (RFC 7518 §3.5).
  const options = algorithm === 'PS256' ? { padding: 6, saltLength: 32 } : {};
  return verify(hash, input, { key: publicKey, dsaEncoding: 'ieee-p1363', ...options }, bytes);
}
