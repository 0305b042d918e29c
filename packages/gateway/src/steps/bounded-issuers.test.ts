import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { TestIssuer } from '../testing/issuer.ts';
import { TestGateway } from '../testing/test-gateway.ts';

const routes = `
  - id: bounded
    match: { methods: [GET], path: /bounded }
    auth: { issuer: partner, audience: https://api.example }
    upstream: api
  - id: free
    match: { methods: [GET], path: /free }
    auth: { issuer: house, audience: https://api.example }
    upstream: api`;

let partner: TestIssuer;
let rig: TestGateway;
beforeAll(async () => {
  partner = await TestIssuer.start();
  const issuers = `
  partner:
    discovery: ${partner.url}
    algorithms: [ES256]
    requiredClaims: [jti]
    clockSkew: 10s
    maxAge: 10m
    maxLifetime: 1h`;
  rig = await TestGateway.start({ routes, issuers });
});
afterAll(async () => {
  await rig.close();
  await partner.close();
});

const seconds = (): number => rig.now / 1000;

function tokenOf(claims: object): Promise<string> {
  return partner.sign({ now: seconds(), claims: { aud: 'https://api.example', jti: 'one', ...claims } });
}

async function refusalOf(claims: object): Promise<object> {
  const { status, code, expected, actual } = await rig.refusal('/bounded', { token: await tokenOf(claims) });
  return { status, code, expected, actual };
}

describe('a token of an issuer that is bounded', () => {
  it('passes while it is young and lives as long as is allowed', async () => {
    const token = await tokenOf({ iat: seconds() - 600, exp: seconds() + 3000 });
    expect((await rig.call('/bounded', { token })).status).toBe(200);
  });

  it('is refused once it has grown too old, although it was believed before and has not expired', async () => {
    const token = await tokenOf({ iat: seconds() - 1, exp: seconds() + 3000 });
    expect((await rig.call('/bounded', { token })).status).toBe(200);
    rig.now += 608_000;
    rig.feed.listener?.upToDate(rig.feed.log.length);
    expect((await rig.call('/bounded', { token })).status).toBe(200);
    rig.now += 3000;
    rig.feed.listener?.upToDate(rig.feed.log.length);
    expect(await rig.refusal('/bounded', { token })).toMatchObject({
      status: 401,
      code: 'token_too_old',
      expected: 'an iat at most 600 s ago',
      actual: '612 s ago',
    });
  });

  it('is refused where it is too old, says nothing of its age, or comes from the future', async () => {
    const exp = seconds() + 600;
    expect(await refusalOf({ iat: seconds() - 611, exp })).toMatchObject({
      code: 'token_too_old',
      actual: '611 s ago',
    });
    expect(await refusalOf({ iat: undefined, exp })).toMatchObject({ code: 'token_too_old', actual: 'none' });
    expect(await refusalOf({ iat: seconds() + 11, exp })).toMatchObject({
      code: 'token_too_old',
      actual: 'one in the future',
    });
  });

  it('is refused where it lives too long', async () => {
    expect(await refusalOf({ iat: seconds(), exp: seconds() + 3601 })).toEqual({
      status: 401,
      code: 'token_lifetime_too_long',
      expected: 'at most 3600 s from iat to exp',
      actual: 'a lifetime of 3601 s',
    });
  });

  it('is refused where it lacks a claim that is asked for', async () => {
    expect(await refusalOf({ jti: undefined })).toMatchObject({
      code: 'claim_missing',
      expected: 'the claim jti',
    });
  });

  it('is held to the skew of its own issuer, and others to that of all', async () => {
    const late = { iat: seconds() - 300, exp: seconds() - 20 };
    expect(await refusalOf(late)).toMatchObject({ code: 'token_expired' });
    const house = await rig.token({ iat: seconds() - 300, exp: seconds() - 20 });
    expect((await rig.call('/free', { token: house })).status).toBe(200);
  });
});
