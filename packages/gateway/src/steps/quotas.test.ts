import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { QuotaShares } from '../limits/quota-shares.ts';
import { createMemoryQuotaBook } from '../ports/index.ts';
import { TestGateway } from '../testing/test-gateway.ts';

const auth = '{ issuer: house, audience: https://api.example }';
const routes = `
  - id: counted
    match: { methods: [GET], path: /counted }
    auth: ${auth}
    limit: [{ quota: 5/month, by: route }, { quota: 2/day, by: claims.sub }, { rate: 100/s }]
    upstream: api
  - id: shown
    match: { methods: [GET], path: /shown }
    public: true
    limit: [{ quota: 1/day, by: address }]
    upstream: api`;

let rig: TestGateway;
beforeAll(async () => {
  rig = await TestGateway.start({ routes });
});
beforeEach(() => {
  rig.quotas = new QuotaShares(createMemoryQuotaBook());
  rig.limiter = () => ({ admitted: true, remaining: 1 });
});
afterAll(() => rig.close());

const call = async (sub: string) => (await rig.call('/counted', { token: await rig.token({ sub }) })).status;
const refusal = async (sub: string) => rig.refusal('/counted', { token: await rig.token({ sub }) });

describe('quotas', () => {
  it('are counted for each value of a claim, and tell what is left and until when', async () => {
    const { status, headers } = await rig.call('/counted', { token: await rig.token() });
    expect(status).toBe(200);
    // The clock of the test stands at 2025-06-15T15:06:40Z.
    const toMidnight = 8 * 3600 + 53 * 60 + 20;
    expect(headers.get('ratelimit-policy')).toBe(
      '"route";q=100;w=1, "sub/day";q=2;w=86400, "route/month";q=5;w=2592000',
    );
    expect(headers.get('ratelimit')).toBe(
      `"route";r=1, "sub/day";r=1;t=${toMidnight}, "route/month";r=4;t=${15 * 86_400 + toMidnight}`,
    );
    expect(await call('usr_ada')).toBe(200);
    const refused = await rig.call('/counted', { token: await rig.token() });
    expect(refused.status).toBe(429);
    expect(Object.fromEntries(refused.headers)).toMatchObject({
      'retry-after': String(toMidnight),
      'ratelimit-policy': '"sub/day";q=2;w=86400',
      ratelimit: `"sub/day";r=0;t=${toMidnight}`,
    });
    expect(JSON.parse(refused.text)).toMatchObject({
      code: 'quota_spent',
      variant: 'day',
      expected: 'at most 2 requests a day for each sub',
    });
    expect(rig.explained().steps.findLast(({ step }) => step === 'limit')).toMatchObject({
      outcome: 'refused',
      note: expect.stringContaining('2 a day for each claims.sub'),
    });
  });

  it('of one caller who goes on and on cost the others nothing', async () => {
    for (let turn = 0; turn < 20; turn += 1) await call('usr_eve');
    expect([await call('usr_ada'), await call('usr_ada'), await call('usr_bob')]).toEqual([200, 200, 200]);
    expect((await refusal('usr_bob')).expected).toBe('at most 5 requests a month for each route');
  });

  it('are not spent by what a rate refuses', async () => {
    rig.limiter = () => ({ admitted: false, retryAfterMs: 1000 });
    for (let turn = 0; turn < 20; turn += 1) expect((await refusal('usr_ada')).code).toBe('rate_limited');
    rig.limiter = () => ({ admitted: true, remaining: 1 });
    expect([await call('usr_ada'), await call('usr_ada')]).toEqual([200, 200]);
  });

  it('count a public route by the address', async () => {
    expect((await rig.call('/shown')).status).toBe(200);
    expect((await rig.refusal('/shown', { headers: { 'x-forwarded-for': '192.0.2.9' } })).code).toBe(
      'quota_spent',
    );
  });

  it.each([
    [
      'throw',
      () => {
        throw new Error('down');
      },
    ],
    ['reject', () => Promise.reject(new Error('down'))],
  ])('that cannot be counted refuse: they %s', async (_, spend) => {
    rig.quotas = { spend } as unknown as QuotaShares;
    expect(await refusal('usr_ada')).toMatchObject({ status: 503, code: 'limiter_unavailable' });
  });

  it('begin anew with the next day', async () => {
    const shown = async () => (await rig.call('/shown')).status;
    expect([await shown(), await shown()]).toEqual([200, 429]);
    rig.now += 86_400_000;
    expect([await shown(), await shown()]).toEqual([200, 429]);
  });
});
