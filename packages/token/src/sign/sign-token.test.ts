import { jwtVerify } from 'jose';
import { beforeAll, describe, expect, it } from 'vitest';
import { generateKeyPair, type KeyPair } from '../keys/generate-key-pair.ts';
import { parseCompactJws } from '../parse/parse-compact-jws.ts';
import { signToken } from './sign-token.ts';

describe('signToken', () => {
  let pair: KeyPair;
  beforeAll(async () => {
    pair = await generateKeyPair('EdDSA', 'k1');
  });

  it('makes a token that another reader believes', async () => {
    const token = await signToken({ sub: 'ada' }, { key: pair.signing, type: 'at+jwt' });
    const { payload } = await jwtVerify(token, pair.verification.key, { typ: 'at+jwt' });
    expect(payload).toEqual({ sub: 'ada' });
  });

  it('adds nothing but alg and kid', async () => {
    const parsed = parseCompactJws(await signToken({}, { key: pair.signing }));
    if (parsed.verdict === 'refused') throw new Error(parsed.refusal.sentence);
    expect(parsed.token.header).toEqual({ alg: 'EdDSA', kid: 'k1' });
    expect(new TextDecoder().decode(parsed.token.payload)).toBe('{}');
  });

  it.each([
    ['undefined', { sub: undefined }],
    ['a date', { exp: new Date(0) }],
    ['not a number', { exp: Number.NaN }],
    ['a big integer', { exp: 1n }],
    ['a function inside', { a: [{ b: () => 1 }] }],
  ])('refuses claims that JSON would bend: %s', async (_, claims) => {
    await expect(signToken(claims, { key: pair.signing })).rejects.toThrow(TypeError);
  });

  it.each(['alg', 'kid', 'crit', 'b64'])('does not let a caller set %s by hand', async (name) => {
    await expect(signToken({}, { key: pair.signing, header: { [name]: 'x' } })).rejects.toThrow(name);
  });
});
