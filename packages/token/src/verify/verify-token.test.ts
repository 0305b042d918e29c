import { CompactSign } from 'jose';
import { beforeAll, describe, expect, it } from 'vitest';
import { type AsymmetricAlgorithm, generateKeyPair, type KeyPair } from '../keys/generate-key-pair.ts';
import { signToken } from '../sign/sign-token.ts';
import type { Verdict } from '../verdict/verdict.ts';
import { notAccessTokenTypes, type VerificationPolicy } from './policy.ts';
import type { VerifiedToken } from './verified-token.ts';
import { verifyToken } from './verify-token.ts';

const now = 1_800_000_000;
const claims = { iss: 'https://issuer.example', aud: 'https://api.example', sub: 'ada', exp: now + 60 };

describe('verifyToken', () => {
  let pair: KeyPair;
  beforeAll(async () => {
    pair = await generateKeyPair('ES256', 'first');
  });

  const policy = (more: Partial<VerificationPolicy> = {}): VerificationPolicy => ({
    keys: [pair.verification],
    issuers: [claims.iss],
    audiences: [claims.aud],
    now,
    ...more,
  });
  const verdictOn = async (changes: object, more?: Partial<VerificationPolicy>, type?: string) =>
    verifyToken(
      await signToken({ ...claims, ...changes }, { key: pair.signing, ...(type ? { type } : {}) }),
      policy(more),
    );

  it('believes a token that satisfies the policy, and says which key vouched', async () => {
    const verdict = await verdictOn({});
    expect(verdict).toMatchObject({
      verdict: 'verified',
      token: { claims, header: { alg: 'ES256', kid: 'first' } },
    });
    expect(verdict.verdict === 'verified' && verdict.token.key).toBe(pair.verification);
  });

  it.each<[string, object, string, string]>([
    ['another issuer', { iss: 'https://issuer.example/' }, 'issuer_unexpected', 'iss'],
    ['an issuer that is no text', { iss: ['https://issuer.example'] }, 'claim_invalid', 'iss'],
    ['another audience', { aud: 'https://other.example' }, 'audience_unexpected', 'aud'],
    ['a list of other audiences', { aud: ['a', 'b'] }, 'audience_unexpected', 'aud'],
    ['an empty list of audiences', { aud: [] }, 'audience_unexpected', 'aud'],
    ['an audience that is no text', { aud: [{}, 'https://api.example'] }, 'claim_invalid', 'aud'],
    ['an expiry in the past', { exp: now - 1 }, 'token_expired', 'exp'],
    ['an expiry at this very second', { exp: now }, 'token_expired', 'exp'],
    ['an expiry that is text', { exp: String(now + 60) }, 'claim_invalid', 'exp'],
    ['an expiry that is null', { exp: null }, 'claim_invalid', 'exp'],
    ['a beginning in the future', { nbf: now + 1 }, 'token_not_yet_valid', 'nbf'],
    ['a beginning that is text', { nbf: 'yesterday' }, 'claim_invalid', 'nbf'],
    ['an issue time that is text', { iat: 'yesterday' }, 'claim_invalid', 'iat'],
  ])('refuses %s', async (_, changes, code, member) => {
    expectRefusal(await verdictOn(changes), code, member);
  });

  it.each(['iss', 'aud', 'exp'])('refuses a token without %s', async (name) => {
    const rest = Object.fromEntries(Object.entries(claims).filter(([other]) => other !== name));
    const token = await signToken(rest, { key: pair.signing });
    expectRefusal(await verifyToken(token, policy()), 'claim_missing', name);
  });

  it('refuses a token without a claim that the policy requires', async () => {
    expectRefusal(await verdictOn({}, { requiredClaims: ['jti'] }), 'claim_missing', 'jti');
  });

  it('takes any one of the accepted audiences out of a list', async () => {
    const verdict = await verdictOn({ aud: ['x', 'b'] }, { audiences: ['a', 'b'] });
    expect(verdict.verdict).toBe('verified');
  });

  it('gives way by the clock skew and no further', async () => {
    expect((await verdictOn({ exp: now - 29 }, { clockSkew: 30 })).verdict).toBe('verified');
    expectRefusal(await verdictOn({ exp: now - 30 }, { clockSkew: 30 }), 'token_expired', 'exp');
    expect((await verdictOn({ nbf: now + 30 }, { clockSkew: 30 })).verdict).toBe('verified');
    expectRefusal(await verdictOn({ nbf: now + 31 }, { clockSkew: 30 }), 'token_not_yet_valid', 'nbf');
  });

  it('fails closed when the policy names no issuer, no audience or no key', async () => {
    expectRefusal(await verdictOn({}, { issuers: [] }), 'issuer_unexpected', 'iss');
    expectRefusal(await verdictOn({}, { audiences: [] }), 'audience_unexpected', 'aud');
    expectRefusal(await verdictOn({}, { keys: [] }), 'key_unknown', 'kid');
  });

  it('compares types as media types', async () => {
    expect((await verdictOn({}, { type: 'at+jwt' }, 'application/AT+JWT')).verdict).toBe('verified');
    expectRefusal(await verdictOn({}, { type: 'at+jwt' }, 'JWT'), 'type_unexpected', 'typ');
    expectRefusal(await verdictOn({}, { type: 'at+jwt' }), 'type_unexpected', 'typ');
  });

  it('refuses a logout token where no type is asked for', async () => {
    const refusedTypes = notAccessTokenTypes;
    expectRefusal(await verdictOn({}, { refusedTypes }, 'application/logout+jwt'), 'type_unexpected', 'typ');
    expect((await verdictOn({}, { refusedTypes }, 'JWT')).verdict).toBe('verified');
  });

  it('lets a token live for ever only when that is said out loud', async () => {
    const { exp: _, ...eternal } = claims;
    const token = await signToken(eternal, { key: pair.signing });
    expect((await verifyToken(token, policy({ dangerouslyAllowNoExpiry: true }))).verdict).toBe('verified');
  });

  it('takes Ed25519 (RFC 9864) for the algorithm that RFC 8037 calls EdDSA', async () => {
    const { signing, verification } = await generateKeyPair('EdDSA');
    const payload = new TextEncoder().encode(JSON.stringify(claims));
    const token = await new CompactSign(payload).setProtectedHeader({ alg: 'Ed25519' }).sign(signing.key);
    expect((await verifyToken(token, policy({ keys: [verification] }))).verdict).toBe('verified');
  });

  it('says nothing of the claims when the signature is wrong', async () => {
    const stranger = await generateKeyPair('ES256', 'first');
    const token = await signToken({ ...claims, exp: 1 }, { key: stranger.signing });
    expectRefusal(await verifyToken(token, policy()), 'signature_invalid', 'signature');
  });

  it.each<AsymmetricAlgorithm>([
    'RS256',
    'RS384',
    'RS512',
    'PS256',
    'PS384',
    'PS512',
    'ES256',
    'ES384',
    'ES512',
    'EdDSA',
  ])('verifies %s under a key of that algorithm and under no other pin', async (algorithm) => {
    const { signing, verification } = await generateKeyPair(algorithm);
    const token = await signToken(claims, { key: signing });
    expect((await verifyToken(token, policy({ keys: [verification] }))).verdict).toBe('verified');
    expectRefusal(
      await verifyToken(token, policy({ keys: [otherPin(verification)] })),
      'alg_not_pinned',
      'alg',
    );
  });
});

function otherPin<Key extends { readonly algorithm: string }>(key: Key) {
  return { ...key, algorithm: key.algorithm === 'HS256' ? ('ES256' as const) : ('HS256' as const) };
}

function expectRefusal(verdict: Verdict<VerifiedToken>, code: string, member: string): void {
  expect(verdict).toMatchObject({ verdict: 'refused', refusal: { code, member } });
  if (verdict.verdict !== 'refused') return;
  const { sentence, expected, actual, fix, rule } = verdict.refusal;
  for (const part of [sentence, expected, actual, fix, rule]) expect(part).toMatch(/./);
}
