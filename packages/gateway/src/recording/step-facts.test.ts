import { expect, it } from 'vitest';
import { factsOf } from './step-facts.ts';

it('a fact that a token or a configuration spells is kept to 256 characters', () => {
  const long = 'a'.repeat(257);
  const token = { issuer: long, header: { alg: long, kid: long } } as never;
  const verified = factsOf({ step: 'verify-token', token, remembered: false });
  expect(verified).toEqual({
    remembered: false,
    issuer: long.slice(0, 256),
    alg: long.slice(0, 256),
    kid: long.slice(0, 256),
  });
  const route = {
    scope: long,
    roles: [long, long],
    permissions: [long, long],
    conditions: [{ name: long }],
    stepUp: { acr: [long], maxAge: 600 },
  } as never;
  expect(factsOf({ step: 'authorize', route, broken: undefined })).toEqual({
    scopes: long.slice(0, 256),
    roles: long.slice(0, 256),
    permissions: long.slice(0, 256),
    conditions: long.slice(0, 256),
    acr: long.slice(0, 256),
    maxAgeSeconds: 600,
  });
  expect(factsOf({ step: 'authorize', route, broken: long })).toEqual({ brokenPart: long.slice(0, 256) });
  const limit = { budget: { count: 1, per: 1000 }, by: { kind: 'claim', claim: [long] } } as never;
  expect(factsOf({ step: 'limit', limit, left: 0 })?.by).toBe(`claims.${long}`.slice(0, 256));
});
