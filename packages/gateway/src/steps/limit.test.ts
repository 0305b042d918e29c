import { createHash } from 'node:crypto';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { TestGateway } from '../testing/test-gateway.ts';

const routes = `
  - id: limited
    match: { methods: [GET], path: /limited }
    auth: { issuer: house, audience: https://api.example }
    limit: [{ rate: 100/s }, { rate: 10/m, by: claims.sub }, { rate: 5/s, by: address }]
    upstream: api
  - id: bursts
    match: { methods: [GET], path: /bursts }
    auth: { issuer: house, audience: https://api.example }
    limit: [{ rate: 10/s, burst: 2 }, { rate: 20/s, burst: 20 }, { rate: 5/m, by: [claims.sub, address] }]
    upstream: api`;

let rig: TestGateway;
beforeAll(async () => {
  rig = await TestGateway.start({ routes });
});
afterEach(() => {
  rig.limiter = () => ({ admitted: true, remaining: 1 });
});
afterAll(() => rig.close());

async function asked(token: string, path = '/limited'): Promise<string[]> {
  const keys: string[] = [];
  rig.limiter = (key) => {
    keys.push(key);
    return { admitted: true, remaining: 1 };
  };
  await rig.call(path, { token });
  return keys;
}

describe('limits', () => {
  it('ask for one of every budget: the route’s, the claim’s and the address’s', async () => {
    expect(await asked(await rig.token())).toEqual([
      'limited:100/1000:route:',
      'limited:10/60000:sub:"usr_ada"',
      'limited:5/1000:address:127.0.0.1',
    ]);
  });

  it('keep a budget with a burst apart, and one for each combination of what is named', async () => {
    expect(await asked(await rig.token(), '/bursts')).toEqual([
      'bursts:10/1000+2:route:',
      'bursts:20/1000:route:',
      `bursts:5/60000:sub+address:${JSON.stringify(['"usr_ada"', '127.0.0.1'])}`,
    ]);
    // Two combinations whose parts would read alike behind one another.
    const subjects = ['a","127.0.0.1', 'a'];
    const names = [];
    for (const sub of subjects) names.push((await asked(await rig.token({ sub }), '/bursts'))[2]);
    expect(new Set(names).size).toBe(2);
    expect((await asked(await rig.token({ sub: 'x'.repeat(500) }), '/bursts'))[2]?.length).toBeLessThan(120);
  });

  it('tell whose budget is spent where it is that of a combination', async () => {
    rig.limiter = (key) =>
      key.includes('sub+address')
        ? { admitted: false, retryAfterMs: 1000 }
        : { admitted: true, remaining: 1 };
    expect(await rig.refusal('/bursts', { token: await rig.token() })).toMatchObject({
      code: 'rate_limited',
      expected: 'at most 5 requests in 60 s for each sub+address',
    });
  });

  it('count all tokens without the claim as one caller, and bound what a claim can write', async () => {
    expect((await asked(await rig.token({ sub: undefined })))[1]).toBe('limited:10/60000:sub:');
    expect((await asked(await rig.token({ sub: 'x'.repeat(500) })))[1]?.length).toBeLessThan(100);
  });

  it('keep a budget for each value of a claim, however much alike two of them are', async () => {
    const long = 'x'.repeat(500);
    const digests = [long, `"${long}"`].map((text) => createHash('sha256').update(text).digest('base64url'));
    const values = ['7', 7, true, 'true', ['a'], '["a"]', '\ud800', '\ud801', '\ufffd', long, ...digests];
    const longs = [`${long}\ud800`, `${long}\ud801`];
    const all = [...values, ...digests.map((digest) => `#${digest}`), ...longs];
    const budgets = new Set<string | undefined>();
    for (const sub of all) budgets.add((await asked(await rig.token({ sub })))[1]);
    expect(budgets.size).toBe(all.length);
  });

  it('say what is left of each, on an answer that passes', async () => {
    rig.limiter = (key) => ({ admitted: true, remaining: key.includes(':sub:') ? 3 : 4 });
    const { status, headers } = await rig.call('/limited', { token: await rig.token() });
    expect(status).toBe(200);
    expect(headers.get('ratelimit-policy')).toBe('"route";q=100;w=1, "sub";q=10;w=60, "address";q=5;w=1');
    expect(headers.get('ratelimit')).toBe('"route";r=4, "sub";r=3, "address";r=4');
    const free = await rig.call('/open/x');
    expect([free.headers.get('ratelimit'), free.headers.get('ratelimit-policy')]).toEqual([null, null]);
  });

  it('refuse with the time to wait', async () => {
    rig.limiter = (key) =>
      key.includes(':sub:') ? { admitted: false, retryAfterMs: 2500 } : { admitted: true, remaining: 1 };
    const { status, headers, text } = await rig.call('/limited', { token: await rig.token() });
    expect(status).toBe(429);
    expect(JSON.parse(text)).toMatchObject({ code: 'rate_limited' });
    expect(Object.fromEntries(headers)).toMatchObject({
      'retry-after': '3',
      'ratelimit-policy': '"sub";q=10;w=60',
      ratelimit: '"sub";r=0;t=3',
    });
  });

  it.each([
    [
      'throws',
      () => {
        throw new Error('down');
      },
    ],
    ['rejects', () => Promise.reject(new Error('down'))],
  ])('refuse when the limiter %s', async (_, limiter) => {
    rig.limiter = limiter;
    const answer = await rig.refusal('/limited', { token: await rig.token() });
    expect(answer).toMatchObject({ status: 503, code: 'limiter_unavailable' });
  });

  it('wait for a limiter that is far away', async () => {
    rig.limiter = async () => ({ admitted: true, remaining: 1 });
    expect((await rig.call('/limited', { token: await rig.token() })).status).toBe(200);
  });
});
