import { newId, wallTime } from '@signet/contracts';
import { noon } from '@signet/contracts/testing';
import { generateKeyPair, type KeyPair } from '@signet/token/keys';
import { signToken } from '@signet/token/sign';
import { beforeAll, describe, expect, it } from 'vitest';
import type { Keys } from '../keys/key-ring.ts';
import { createReadIssuedToken } from './read-issued-token.ts';
import { createReadAccessToken } from './verify-access-token.ts';

const issuer = 'https://login.example';
const audience = 'https://api.example';
const seconds = noon / 1000;

/** Everything that an access token says: only the type tells one kind from another. */
const claims = {
  iss: issuer,
  aud: audience,
  sub: newId('account'),
  sid: newId('session'),
  jti: newId('token'),
  client_id: 'shop',
  iat: seconds,
  exp: seconds + 60,
};

describe('what our own key signed, with every claim of an access token', () => {
  let pair: KeyPair;
  let keys: Pick<Keys, 'verification'>;
  beforeAll(async () => {
    pair = await generateKeyPair('ES256', 'k1');
    keys = { verification: [pair.verification] };
  });

  const parts = () => {
    const ring = { now: async () => keys as Keys, lookAgain: async () => keys as Keys };
    const replica = { catchUp: async () => undefined, keyRevoked: () => false };
    return { issuer, keys: ring, replica, wall: () => wallTime(noon) };
  };

  it('is believed as one of the type of access tokens', async () => {
    const token = await signToken(claims, { key: pair.signing, type: 'at+jwt' });
    expect(await createReadIssuedToken(parts())(token)).toMatchObject({ clientId: 'shop' });
    expect(await createReadAccessToken(parts())(token, [audience])).toMatchObject({ verdict: 'verified' });
  });

  it.each([
    'JWT',
    'logout+jwt',
    'dpop+jwt',
    'oauth-authz-req+jwt',
    'token-introspection+jwt',
    'at+jwt+x',
    undefined,
  ])('is none of the type %s, for an exchange, an answer about it, or an endpoint of ours', async (type) => {
    const named = type === undefined ? {} : { type };
    const token = await signToken(claims, { key: pair.signing, ...named });
    expect(await createReadIssuedToken(parts())(token)).toBeUndefined();
    expect(await createReadAccessToken(parts())(token, [audience])).toMatchObject({
      verdict: 'refused',
      refusal: { code: 'type_unexpected' },
    });
  });
});
