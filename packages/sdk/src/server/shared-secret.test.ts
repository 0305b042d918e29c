import { ManualClocks } from '@signet/contracts/testing';
import { importSigningKey } from '@signet/token/keys';
import { signToken } from '@signet/token/sign';
import { describe, expect, it } from 'vitest';
import { createVerifier, type VerifierOptions } from './index.ts';

const issuer = 'https://login.example';
const audience = 'https://orders.example';
const secret = 'the-secret-of-the-orders-in-this-test-0001';
const clocks = new ManualClocks(1_750_000_000_000);
const usual: VerifierOptions = {
  issuer,
  audience,
  algorithms: ['HS256'],
  secret,
  clocks,
  fetchDocument: () => Promise.reject(new Error('Nothing is fetched for a secret.')),
};

async function mint(by = secret, claims: object = {}, algorithm: 'HS256' | 'HS512' = 'HS256') {
  const material = { from: 'secret', secret: by, kid: 'key_any', dangerouslyAllowShortSecret: true } as const;
  const key = await importSigningKey(material, algorithm);
  if (key.kind === 'refused') throw new Error(key.refusal.sentence);
  const now = clocks.wall() / 1000;
  const good = { iss: issuer, aud: audience, sub: 'usr_ada', jti: 'j', iat: now, exp: now + 900 };
  return signToken({ ...good, ...claims }, { key: key.key, type: 'at+jwt' });
}

async function verdictOf(options: VerifierOptions, token: string): Promise<string> {
  const verdict = await createVerifier(options).verify({ authorization: [`Bearer ${token}`], query: '' });
  return verdict.verdict === 'refused' ? verdict.refusal.code : verdict.verdict;
}

describe('a verifier with a shared secret', () => {
  it('takes tokens under it, and asks nobody for keys', async () => {
    expect(await verdictOf(usual, await mint())).toBe('verified');
  });

  it('takes the old and the new one while it is exchanged, and no third', async () => {
    const next = `${secret}-next`;
    const options = { ...usual, secret: [next, secret] };
    for (const by of [secret, next]) expect(await verdictOf(options, await mint(by))).toBe('verified');
    expect(await verdictOf(options, await mint(`${secret}-stolen`))).toBe('signature_invalid');
  });

  it.each([
    ['another audience', { aud: 'https://bills.example' }, 'audience_unexpected'],
    ['two audiences', { aud: [audience, 'https://bills.example'] }, 'audience_unexpected'],
    ['another issuer', { iss: 'https://evil.example' }, 'issuer_unexpected'],
  ])('refuses tokens for %s', async (_, claims, code) => {
    expect(await verdictOf(usual, await mint(secret, claims))).toBe(code);
  });

  it('refuses another algorithm of the same secret', async () => {
    expect(await verdictOf(usual, await mint(secret, {}, 'HS512'))).toBe('alg_not_pinned');
  });

  it.each([
    ['too short a secret', { secret: 'short' }],
    ['none', { secret: [] }],
    ['too many', { secret: [secret, secret, secret, secret] }],
    ['what is no text', { secret: [32] as never }],
    ['two audiences', { audience: [audience, 'https://bills.example'] }],
    ['two algorithms of a secret', { algorithms: ['HS256' as const, 'HS512' as const] }],
    ['a secret for keys that are published', { algorithms: ['ES256' as const] }],
    ['a claim in the place of the audience', { audienceClaim: 'client_id' as const }],
  ])('is not made with %s, and does not tell the secret', (_, options) => {
    const make = () => createVerifier({ ...usual, ...options });
    expect(make).toThrow(TypeError);
    expect(make).not.toThrow(expect.objectContaining({ message: expect.stringContaining(secret) }));
  });

  it('believes nothing under a secret that is a public key', async () => {
    const pem = `-----BEGIN PUBLIC KEY-----\n${'A'.repeat(64)}\n-----END PUBLIC KEY-----\n`;
    const verifier = createVerifier({ ...usual, secret: pem });
    const raw = new TextEncoder().encode(pem);
    const key = await crypto.subtle.importKey('raw', raw, { name: 'HMAC', hash: 'SHA-256' }, false, ['sign']);
    const token = await signToken(
      { iss: issuer, aud: audience },
      { key: { algorithm: 'HS256', key }, type: 'at+jwt' },
    );
    const verdict = await verifier.verify({ authorization: [`Bearer ${token}`], query: '' });
    expect(verdict).toMatchObject({ refusal: { code: 'keys_unavailable' } });
  });
});
