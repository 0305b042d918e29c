import { generateKeyPair } from '@signet/token/keys';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { TestGateway } from './testing/test-gateway.ts';

let rig: TestGateway;
beforeEach(async () => {
  rig = await TestGateway.start();
  await expect.poll(() => rig.gateway.status().issuers['house']?.keys).toBe(1);
  rig.issuer.requests.length = 0;
});
afterEach(() => rig.close());

function later(milliseconds: number): void {
  rig.now += milliseconds;
  rig.feed.listener?.upToDate(rig.feed.log.length);
}

async function status(token: string): Promise<number> {
  return (await rig.call('/demo/x', { token })).status;
}

describe('keys of an issuer', () => {
  it('are there before the first token and are not fetched for each', async () => {
    expect(await status(await rig.token())).toBe(200);
    expect(await status(await rig.token({ jti: 'jti_two' }))).toBe(200);
    expect(rig.issuer.requests).toEqual([]);
  });

  it('are looked at again for a new kid', async () => {
    later(11_000);
    rig.issuer.keyPairs.unshift(await generateKeyPair('ES256', 'second'));
    expect(await status(await rig.token())).toBe(200);
  });

  it('are not looked at again for each invented kid: many at once and one after the other cost one look', async () => {
    later(11_000);
    const tokens = await Promise.all(
      Array.from({ length: 8 }, async (_, index) =>
        rig.issuer.sign({ now: rig.now / 1000, key: await generateKeyPair('ES256', `made-up-${index}`) }),
      ),
    );
    expect(await Promise.all(tokens.map(status))).toEqual(tokens.map(() => 401));
    for (const token of tokens) await status(token);
    expect(rig.issuer.requests).toEqual(['/.well-known/openid-configuration', '/jwks']);
  });

  it('are refreshed beside the requests when they grow old', async () => {
    const token = await rig.token({ exp: rig.now / 1000 + 9_000 });
    later(9 * 60_000);
    expect(await status(token)).toBe(200);
    await expect.poll(() => rig.gateway.status().issuers['house']?.ageMs).toBe(0);
  });

  it('stay good while the issuer cannot be reached, and their age is shown', async () => {
    rig.issuer.fault = { status: 500, body: '' };
    const token = await rig.token({ exp: rig.now / 1000 + 9_000 });
    later(60 * 60_000);
    expect(await status(token)).toBe(200);
    await expect.poll(() => rig.gateway.status().issuers['house']?.failure).toMatch(/answered 500/);
    expect(rig.gateway.status().issuers['house']).toMatchObject({ keys: 1, ageMs: 60 * 60_000 });
  });

  it('are not believed for ever', async () => {
    rig.issuer.fault = { status: 500, body: '' };
    const token = await rig.token({ exp: rig.now / 1000 + 900_000 });
    expect(await status(token)).toBe(200);
    later(25 * 60 * 60_000);
    expect(await rig.refusal('/demo/x', { token })).toMatchObject({ status: 503, code: 'keys_unavailable' });
  });

  it('that the issuer withdraws are gone with the next look', async () => {
    const token = await rig.token({ exp: rig.now / 1000 + 9_000 });
    expect(await status(token)).toBe(200);
    rig.issuer.keyPairs = [];
    later(9 * 60_000);
    await status(token);
    await expect.poll(() => rig.gateway.status().issuers['house']?.keys).toBe(0);
    expect(await rig.refusal('/demo/x', { token })).toMatchObject({ code: 'key_unknown' });
  });
});

describe('an issuer that never answered', () => {
  it.each([
    ['an error', { status: 500, body: '' }],
    ['a redirect', { status: 302, body: '', location: '/.well-known/other' }],
    ['no JSON', { status: 200, body: '<html>' }],
    [
      'another issuer’s discovery',
      { status: 200, body: '{"issuer":"https://evil.example","jwks_uri":"http://127.0.0.1:1/"}' },
    ],
    ['a flood', { status: 200, body: ' '.repeat(300_000) }],
  ])('answering %s makes its routes refuse', async (_, fault) => {
    const fresh = await TestGateway.start();
    fresh.issuer.fault = fault;
    const other = `http://localhost:${new URL(fresh.issuer.url).port}`;
    const issuers = `  mine: { discovery: '${other}/.well-known/openid-configuration', issuer: '${other}', algorithms: [ES256] }`;
    const routes = `
  - id: demo
    match: { methods: [GET], path: /mine }
    auth: { issuer: mine, audience: https://api.example }
    upstream: api`;
    fresh.gateway.swap(fresh.compile({ issuers, routes }));
    const token = await fresh.issuer.sign({ now: fresh.now / 1000, claims: { iss: other } });
    expect(await fresh.refusal('/mine', { token })).toMatchObject({ status: 503, code: 'keys_unavailable' });
    await fresh.close();
  });
});

describe('keys that are published in another way', () => {
  it('that are not used are named, to the operator and to whoever brings a token of theirs', async () => {
    later(11_000);
    const [first] = rig.issuer.keyPairs;
    if (first === undefined) throw new TypeError('The issuer has no key.');
    rig.issuer.keyPairs.push(await generateKeyPair('RS384', 'other'));
    const key = { ...first, signing: { ...first.signing, kid: 'other' } };
    const token = await rig.issuer.sign({ now: rig.now / 1000, key });
    const { code, detail, fix } = await rig.refusal('/demo/x', { token });
    expect(code).toBe('key_not_trusted');
    expect(detail).toContain('The issuer publishes the key of this token, but it is not used here.');
    expect(detail).toContain('The key is for an algorithm that is not accepted here.');
    expect(fix).toContain('Add the algorithm');
    expect(rig.gateway.status().issuers['house']?.rejected).toMatchObject([
      { kid: 'other', refusal: { code: 'algorithm_not_allowed' } },
    ]);
  });

  it('without a name verify the tokens that name one, without another look at the issuer for each', async () => {
    const [pair] = rig.issuer.keyPairs;
    if (pair === undefined) throw new TypeError('The issuer has no key.');
    const { kid: _kid, ...nameless } = pair.verification;
    rig.issuer.keyPairs = [{ ...pair, verification: nameless }];
    later(9 * 60_000);
    const token = await rig.token({ exp: rig.now / 1000 + 90_000 });
    await status(token);
    await expect.poll(() => rig.issuer.requests.length).toBe(2);
    await expect.poll(() => rig.gateway.status().issuers['house']?.ageMs).toBe(0);
    expect(await status(token)).toBe(200);
    expect(await status(await rig.token({ jti: 'jti_two', exp: rig.now / 1000 + 90_000 }))).toBe(200);
    expect(rig.issuer.requests).toHaveLength(2);
  });
});
