import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { TestIssuer } from '../testing/issuer.ts';
import { TestGateway, type Wishes } from '../testing/test-gateway.ts';

const ownAudience = 'https://api.example';
const partnerAudience = 'https://partner.example/api';

let rig: TestGateway;
let partner: TestIssuer;
let wishes: Wishes;
beforeAll(async () => {
  rig = await TestGateway.start();
  partner = await TestIssuer.start();
  wishes = {
    issuers: `  partner: { discovery: ${partner.url}, algorithms: [ES256], audience: ${partnerAudience} }`,
    routes: `
  - id: each
    match: { methods: [GET], path: /each }
    auth: { any: [{ issuer: house }, { issuer: partner }] }
    upstream: api
  - id: same
    match: { methods: [GET], path: /same }
    auth: { issuer: [partner, house], audience: [${ownAudience}, ${partnerAudience}] }
    upstream: api
  - id: partner
    match: { methods: [GET], path: /partner }
    auth: { issuer: partner, audience: ${ownAudience} }
    upstream: api`,
  };
  rig.gateway.swap(rig.compile(wishes));
});
afterAll(async () => {
  await partner.close();
  await rig.close();
});

const issued = (issuer: TestIssuer, aud: unknown) => issuer.sign({ now: rig.now / 1000, claims: { aud } });

async function expectRefused(path: string, token: string, expected: string): Promise<void> {
  const { status, ...refusal } = await rig.refusal(path, { token });
  expect({ status, code: refusal.code, expected: refusal.expected }).toEqual({
    status: 401,
    code: 'audience_unexpected',
    expected,
  });
}

describe('on a route of two issuers that names no audience', () => {
  it('each issuer’s token is good for the audience of that issuer', async () => {
    expect((await rig.call('/each', { token: await issued(rig.issuer, ownAudience) })).status).toBe(200);
    expect((await rig.call('/each', { token: await issued(partner, partnerAudience) })).status).toBe(200);
    const several = await issued(partner, ['https://x.example', partnerAudience]);
    expect((await rig.call('/each', { token: several })).status).toBe(200);
  });

  it('a token for the other issuer’s audience is refused, whoever it is of', async () => {
    await expectRefused('/each', await issued(partner, ownAudience), partnerAudience);
    await expectRefused('/each', await issued(partner, [ownAudience]), partnerAudience);
    await expectRefused('/each', await issued(rig.issuer, partnerAudience), ownAudience);
  });

  it('a token that is remembered from another route is refused all the same, and again', async () => {
    const token = await issued(partner, ownAudience);
    for (const path of ['/same', '/partner']) expect((await rig.call(path, { token })).status).toBe(200);
    await expectRefused('/each', token, partnerAudience);
    await expectRefused('/each', token, partnerAudience);
    expect((await rig.call('/same', { token })).status).toBe(200);
  });

  it('a token that was good until the partner’s audience changed is good no more', async () => {
    const token = await issued(partner, partnerAudience);
    expect((await rig.call('/each', { token })).status).toBe(200);
    const issuers = wishes.issuers?.replace(partnerAudience, 'https://new.example') ?? '';
    rig.gateway.swap(rig.compile({ ...wishes, issuers }));
    await expectRefused('/each', token, 'https://new.example');
    rig.gateway.swap(rig.compile(wishes));
    expect((await rig.call('/each', { token })).status).toBe(200);
  });
});

it('an audience that the route names is for the tokens of all its issuers', async () => {
  for (const issuer of [rig.issuer, partner])
    for (const audience of [ownAudience, partnerAudience])
      expect((await rig.call('/same', { token: await issued(issuer, audience) })).status).toBe(200);
  await expectRefused('/partner', await issued(partner, partnerAudience), ownAudience);
});
