import jwt from 'jsonwebtoken';
import { describe, expect, it } from 'vitest';
import { audience, createIssuer, issuer, issueToken, withBadSignature } from './tokens.ts';

const now = 1_800_000_000;

describe.each(['RS256', 'ES256', 'HS256'] as const)('issueToken for %s', (algorithm) => {
  const from = createIssuer(algorithm);
  const verify = (token: string): unknown =>
    jwt.verify(token, from.verifyingKey, { algorithms: [algorithm], issuer, audience, clockTimestamp: now });

  it('makes a different good token for every number', () => {
    const [first, second] = [issueToken(from, 1, now), issueToken(from, 2, now)];
    expect(verify(first)).toMatchObject({ sub: 'user-1' });
    expect(verify(second)).toMatchObject({ sub: 'user-2' });
  });

  it('makes tokens that have to be refused', () => {
    expect(() => verify(issueToken(from, 1, now, { exp: now - 60 }))).toThrow('expired');
    expect(() => verify(issueToken(from, 1, now, { iss: 'https://other.example' }))).toThrow('issuer');
    expect(() => verify(issueToken(from, 1, now, { aud: 'https://other.example' }))).toThrow('audience');
  });

  it('lets the signature be changed, and nothing else', () => {
    const good = issueToken(from, 1, now);
    const bad = withBadSignature(good);
    expect(bad.split('.').slice(0, 2)).toEqual(good.split('.').slice(0, 2));
    expect(() => verify(bad)).toThrow('signature');
  });
});
