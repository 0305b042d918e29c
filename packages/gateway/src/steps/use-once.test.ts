import { importSigningKey } from '@signet/token/keys';
import { signToken } from '@signet/token/sign';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { createMemoryUsedTokens } from '../ports/index.ts';
import { TestGateway } from '../testing/test-gateway.ts';

const auth = 'audience: https://api.example, replay: once';
const routes = `
  - { id: pay, match: { methods: [GET], path: /pay }, auth: { issuer: [house, partner], ${auth} }, upstream: api }
  - { id: ship, match: { methods: [GET], path: /ship }, auth: { issuer: house, ${auth} }, upstream: api }
  - { id: look, match: { methods: [GET], path: /look }, auth: { issuer: house, audience: https://api.example }, upstream: api }
  - id: asking
    match: { methods: [GET], path: /asking }
    auth: { issuer: house, ${auth}, condition: "'x-please' in request.headers" }
    limit: [{ rate: 2/s, by: route }]
    upstream: api
  - { id: here, match: { methods: [GET], path: /here }, auth: { issuer: house, ${auth} }, respond: { status: 200, body: done } }
  - { id: changed, match: { methods: [GET], path: /changed }, auth: { issuer: house, ${auth} }, transform: { headers: { set: { x-a: b } } }, upstream: api }`;

const secret = 'a-secret-that-partner-shares-in-this-test-only';
const issuers = `  partner: { issuer: 'https://partner.example', algorithms: [HS256], secret: 'env:PARTNER' }`;
const hour = 3_600_000;

describe('a route that takes each token once', () => {
  let rig: TestGateway;

  beforeAll(async () => {
    rig = await TestGateway.start({
      routes,
      issuers,
      gateway: '  forwardAuth: { path: /.signet/decide, proxies: [127.0.0.1] }',
    });
    rig.handed.set('env:PARTNER', [secret]);
  });
  beforeEach(() => {
    rig.usedTokens = createMemoryUsedTokens();
    rig.upstream.received.length = 0;
  });
  afterAll(() => rig.close());

  const codeOf = async (path: string, token: string, headers = {}) =>
    (await rig.refusal(path, { token, headers })).code;
  const statusOf = async (path: string, token: string, headers = {}) =>
    (await rig.call(path, { token, headers })).status;

  it('lets it pass once, on all such routes together, and leaves other routes alone', async () => {
    const token = await rig.token({ jti: 'first' });
    expect(await statusOf('/look', token)).toBe(200);
    expect(await statusOf('/pay', token)).toBe(200);
    expect(await codeOf('/pay', token)).toBe('token_replayed');
    expect(await codeOf('/ship', token)).toBe('token_replayed');
    expect(await codeOf('/here', token)).toBe('token_replayed');
    expect(await statusOf('/look', token)).toBe(200);
    expect(await statusOf('/ship', await rig.token({ jti: 'second' }))).toBe(200);
    expect(rig.upstream.received).toHaveLength(4);
  });

  it('says in the record that it was used now, and of the next that it was before', async () => {
    const token = await rig.token({ jti: 'told' });
    await rig.call('/pay', { token });
    expect(rig.records.at(-1)?.steps.filter(({ step }) => step === 'check-revocation')).toMatchObject([
      { outcome: 'ok', facts: { newsAgeMs: expect.any(Number) } },
      { outcome: 'ok', facts: { usedNow: true } },
    ]);
    const refused = await rig.refusal('/pay', { token });
    expect(refused).toMatchObject({ status: 401, variant: 'used' });
    expect(rig.records.at(-1)?.steps.filter(({ outcome }) => outcome === 'refused')).toMatchObject([
      { step: 'check-revocation' },
    ]);
    expect(rig.records.at(-1)?.steps.find(({ step }) => step === 'forward')?.outcome).toBe('not-reached');
  });

  it('lets one of many pass that come at once', async () => {
    const token = await rig.token({ jti: 'crowd' });
    const slow = createMemoryUsedTokens();
    rig.usedTokens = { use: async (...asked) => slow.use(...asked) };
    const answers = await Promise.all(Array.from({ length: 20 }, () => statusOf('/pay', token)));
    expect(answers.filter((status) => status === 200)).toHaveLength(1);
    expect(answers.filter((status) => status === 401)).toHaveLength(19);
    expect(rig.upstream.received).toHaveLength(1);
  });

  it('leaves a token unused that is refused for another reason', async () => {
    const token = await rig.token({ jti: 'asked' });
    expect(await codeOf('/asking', token)).toBe('condition_not_met');
    rig.limiter = () => ({ admitted: false, retryAfterMs: 1000 });
    expect(await codeOf('/asking', token, { 'x-please': 'y' })).toBe('rate_limited');
    rig.limiter = () => ({ admitted: true, remaining: 1 });
    expect(await statusOf('/asking', token, { 'x-please': 'y' })).toBe(200);
    expect(await codeOf('/asking', token, { 'x-please': 'y' })).toBe('token_replayed');
  });

  it('remembers it until no clock takes it any more', async () => {
    const token = await rig.token({ jti: 'long', exp: rig.now / 1000 + hour / 1000 });
    expect(await statusOf('/pay', token)).toBe(200);
    for (let passed = 0; passed < hour; passed += hour / 4) {
      rig.now += hour / 4;
      rig.feed.listener?.upToDate(rig.feed.log.at(-1)?.sequence ?? 0);
      expect(await codeOf('/pay', token)).toBe('token_replayed');
    }
    rig.now += 60_000;
    rig.feed.listener?.upToDate(rig.feed.log.at(-1)?.sequence ?? 0);
    expect(await codeOf('/pay', token)).toBe('token_expired');
  });

  it.each([
    ['no_jti', { jti: undefined }],
    ['no_jti', { jti: '' }],
    ['no_jti', { jti: 7 }],
    ['too_long', { exp: 1_999_999_999 }],
  ])('refuses one of which nobody could say whether it was used: %s', async (variant, claims) => {
    const token = await rig.token(claims);
    expect(await rig.refusal('/pay', { token })).toMatchObject({ code: 'token_replayed', variant });
    expect(await statusOf('/look', token)).toBe(200);
  });

  it('knows the tokens of two issuers apart, and two tokens of one issuer however they are spelled', async () => {
    const imported = await importSigningKey({ from: 'secret', secret }, 'HS256');
    if (imported.kind === 'refused') throw new TypeError(imported.refusal.sentence);
    const { key } = imported;
    const now = Math.floor(rig.now / 1000);
    const claims = {
      ...{ iss: 'https://partner.example', aud: 'https://api.example', sub: 'a', jti: 'same' },
      ...{ iat: now, exp: now + 60 },
    };
    const ofPartner = (more = {}) => signToken({ ...claims, ...more }, { key, type: 'at+jwt' });
    expect(await statusOf('/pay', await rig.token({ jti: 'same' }))).toBe(200);
    expect(await statusOf('/pay', await ofPartner())).toBe(200);
    expect(await codeOf('/pay', await ofPartner({ more: 1 }))).toBe('token_replayed');
    expect(await statusOf('/pay', await rig.token({ jti: 'x'.repeat(400) }))).toBe(200);
    expect(await statusOf('/pay', await rig.token({ jti: 'x'.repeat(401) }))).toBe(200);
  });

  it('refuses everything where nobody can say, or remember more, and forwards nothing', async () => {
    const token = await rig.token({ jti: 'away' });
    for (const use of [() => Promise.reject(new Error('redis://secret')), createMemoryUsedTokens(0).use]) {
      rig.usedTokens = { use };
      const answer = await rig.call('/pay', { token });
      expect([answer.status, JSON.parse(answer.text).code]).toEqual([503, 'limiter_unavailable']);
      expect(answer.headers.get('retry-after')).toBe('1');
      expect(JSON.stringify(rig.records.at(-1))).not.toContain('redis://secret');
    }
    expect(rig.upstream.received).toEqual([]);
    rig.usedTokens = createMemoryUsedTokens();
    expect(await statusOf('/pay', token)).toBe(200);
  });

  it('uses it where another proxy asks, unless that could not forward it anyway', async () => {
    const about = (path: string) => ({ 'x-forwarded-method': 'GET', 'x-forwarded-uri': path });
    const token = await rig.token({ jti: 'by proxy' });
    expect(await statusOf('/.signet/decide', token, about('/changed'))).toBe(404);
    expect(await statusOf('/.signet/decide', token, about('/pay'))).toBe(200);
    expect(await codeOf('/.signet/decide', token, about('/pay'))).toBe('token_replayed');
    expect(await codeOf('/pay', token)).toBe('token_replayed');
  });
});
