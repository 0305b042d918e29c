import type { AskServer } from '@signet/trust';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { TestGateway } from '../testing/test-gateway.ts';

const partner = 'https://partner.example';
const endpoint = 'https://partner.example/introspect';

const routeOf = (id: string, auth: string) => `
  - id: ${id}
    match: { methods: [GET], path: /${id} }
    auth: { audience: https://api.example, ${auth} }
    context: { headers: { x-caller: claims.sub, x-tenant: claims.tenant } }
    upstream: api`;

interface Asked {
  readonly url: string;
  readonly form: URLSearchParams;
  readonly authorization: string | undefined;
}

let rig: TestGateway;
const asked: Asked[] = [];
/** What the endpoint answers about a token; by default that it is none. */
let answers: Map<string, unknown>;
let answering: (asked: Asked) => Response | Promise<Response>;

const askServer: AskServer = async (url, { headers, body }) => {
  const question = { url, form: new URLSearchParams(body), authorization: headers['authorization'] };
  asked.push(question);
  return answering(question);
};

beforeAll(async () => {
  rig = await TestGateway.start({
    issuers: `  partner:
    issuer: ${partner}
    introspection: { url: '${endpoint}', clientId: 'gate:way', clientSecret: 'env:PARTNER', cacheFor: 1m }
  declared:
    issuer: ${partner}/jwts
    introspection: { url: '${endpoint}', clientId: gate, clientSecret: 'env:PARTNER', authentication: post, jwts: true }`,
    routes:
      routeOf('opaque', 'issuer: partner, scopes: [orders:read]') +
      routeOf('mixed', 'issuer: [house, partner]') +
      routeOf('declared', 'issuer: declared') +
      routeOf('house', 'issuer: house'),
  });
  rig.askServer = askServer;
});
beforeEach(() => {
  asked.length = 0;
  answers = new Map([['good', active()]]);
  answering = ({ form }) => Response.json(answers.get(form.get('token') ?? '') ?? { active: false });
  rig.handed.set('env:PARTNER', ['p:w']);
  // Longer than any answer counts.
  pass(120_000);
});
afterAll(() => rig.close());

function active(over: Readonly<Record<string, unknown>> = {}): Record<string, unknown> {
  const now = rig.now / 1000;
  return {
    active: true,
    token_type: 'Bearer',
    iss: partner,
    aud: 'https://api.example',
    sub: 'usr_ada',
    client_id: 'app',
    scope: 'orders:read',
    tenant: 'north',
    iat: now,
    exp: now + 900,
    ...over,
  };
}

/** And the news of revocations go on coming. */
function pass(milliseconds: number): void {
  rig.now += milliseconds;
  rig.feed.listener?.upToDate(rig.feed.log.length);
}

const statusOf = async (path: string, token: string) => (await rig.call(path, { token })).status;
const refusalOf = (path: string, token: string) => rig.refusal(path, { token });

describe('an opaque token', () => {
  it('passes by the word of its issuer, which is asked as RFC 7662 says', async () => {
    expect(await statusOf('/opaque', 'good')).toBe(200);
    expect(rig.upstream.last.headers).toMatchObject({ 'x-caller': 'usr_ada', 'x-tenant': 'north' });
    expect(asked).toHaveLength(1);
    expect(asked[0]).toMatchObject({
      url: endpoint,
      authorization: `Basic ${Buffer.from('gate%3Away:p%3Aw').toString('base64')}`,
    });
    expect(Object.fromEntries(asked[0]?.form ?? [])).toEqual({
      token: 'good',
      token_type_hint: 'access_token',
    });
    const { steps, token } = rig.explained();
    const note = steps.find(({ step }) => step === 'verify-token')?.note;
    expect(note).toBe(`${partner} calls it active; the issuer was asked for this request`);
    expect(token[0]?.value).toBe('not seen: the issuer vouches for the token');
    expect(JSON.stringify(rig.records.at(-1))).not.toMatch(/good|p:w/);
  });

  it('is asked about once while the answer counts, and again after that', async () => {
    for (const _ of [1, 2, 3]) expect(await statusOf('/opaque', 'good')).toBe(200);
    expect(asked).toHaveLength(1);
    expect(rig.explained().steps.find(({ step }) => step === 'verify-token')?.note).toMatch(/remembered/);
    pass(60_000);
    answers.clear();
    expect(await refusalOf('/opaque', 'good')).toMatchObject({ status: 401, code: 'token_inactive' });
    expect(asked).toHaveLength(2);
  });

  it('is never taken beyond its exp, whatever is remembered', async () => {
    const short = active({ exp: rig.now / 1000 + 10 });
    answers.set('short', short);
    expect(await statusOf('/opaque', 'short')).toBe(200);
    pass(10_000);
    expect(await statusOf('/opaque', 'short')).toBe(200);
    expect(asked, 'within the skew, and asked again').toHaveLength(2);
    pass(70_000);
    expect(await refusalOf('/opaque', 'short')).toMatchObject({ code: 'token_expired' });
  });

  it('that is not active is refused, and not asked about for each of many tries', async () => {
    for (const _ of [1, 2, 3])
      expect(await refusalOf('/opaque', 'guessed')).toMatchObject({ status: 401, code: 'token_inactive' });
    expect(asked).toHaveLength(1);
    answers.set('guessed', active());
    pass(5_000);
    expect(await statusOf('/opaque', 'guessed')).toBe(200);
  });

  it('is asked about once, however many bring it at a time', async () => {
    const held = Promise.withResolvers<Response>();
    answering = () => held.promise;
    const calls = Array.from({ length: 8 }, () => statusOf('/opaque', 'good'));
    await expect.poll(() => asked.length).toBe(1);
    held.resolve(Response.json(active()));
    expect(new Set(await Promise.all(calls))).toEqual(new Set([200]));
    expect(asked).toHaveLength(1);
  });
});

describe('what an issuer answers', () => {
  it.each([
    ['another issuer', { iss: 'https://other.example' }, 'issuer_unexpected'],
    ['an issuer that is no text', { iss: null }, 'claim_invalid'],
    ['another audience', { aud: 'https://other.example' }, 'audience_unexpected'],
    ['no audience', { aud: undefined }, 'claim_missing'],
    ['no end', { exp: undefined }, 'claim_missing'],
    ['an end that is no time', { exp: '9999999999' }, 'claim_invalid'],
    ['an end that is over', { exp: 1 }, 'token_expired'],
    ['a beginning to come', { nbf: 99_999_999_999 }, 'token_not_yet_valid'],
    ['no scope', { scope: undefined }, 'scope_missing'],
    ['a key that it is bound to', { cnf: { jkt: 'x' } }, 'token_bound'],
    ['no kind, as of a refresh token', { token_type: undefined }, 'token_inactive'],
    ['another kind', { token_type: 'refresh_token' }, 'token_inactive'],
    ['another use', { token_use: 'refresh_token' }, 'token_inactive'],
    ['the kind that Keycloak gives refresh tokens', { typ: 'Refresh' }, 'token_inactive'],
  ])('is held to the rules of a JWT: %s', async (_, over, code) => {
    answers.set('odd', active(over));
    expect(await refusalOf('/opaque', 'odd')).toMatchObject({ code });
  });

  it('need not name the issuer: nobody else was asked', async () => {
    answers.set('quiet', active({ iss: undefined }));
    expect(await statusOf('/opaque', 'quiet')).toBe(200);
  });

  it.each([
    ['nothing', () => Promise.reject(new Error('token good, secret p:w'))],
    ['an error', () => new Response('{"active":true}', { status: 500 })],
    ['that the client may not ask', () => new Response('{}', { status: 401 })],
    [
      'another place',
      () => new Response(null, { status: 302, headers: { location: 'https://evil.example' } }),
    ],
    ['no JSON', () => new Response('active')],
    ['no verdict', () => Response.json({ ...active(), active: 'true' })],
    ['two verdicts', () => new Response('{"active":false,"active":true}')],
    ['a list', () => Response.json([active()])],
    [
      'more than anybody reads',
      () => Response.json(active({ more: Array.from({ length: 20_000 }, () => 1) })),
    ],
  ])('lets nobody pass where it is %s', async (_, wrong) => {
    answering = wrong;
    const refused = await rig.call('/opaque', { token: 'good' });
    expect(refused.status).toBe(503);
    expect(refused.headers.get('retry-after')).toBe('1');
    expect(JSON.parse(refused.text)).toMatchObject({ code: 'introspection_unavailable' });
    expect(refused.text + JSON.stringify(rig.records.at(-1))).not.toMatch(/p:w|"good"|token good/);
    answering = () => Response.json(active());
    expect(await statusOf('/opaque', 'good'), 'a failure is not remembered').toBe(200);
  });

  it('is not waited for where the secret is not known', async () => {
    rig.handed.clear();
    expect(await refusalOf('/opaque', 'good')).toMatchObject({ status: 503 });
    expect(asked).toEqual([]);
  });

  it('is asked for with the secret before, while its issuer knows no other', async () => {
    rig.handed.set('env:PARTNER', ['new', 'old']);
    const old = `Basic ${Buffer.from('gate%3Away:old').toString('base64')}`;
    answering = ({ authorization }) =>
      authorization === old ? Response.json(active()) : new Response('{}', { status: 401 });
    expect(await statusOf('/opaque', 'good')).toBe(200);
  });

  it('is forgotten when the clock jumps', async () => {
    expect(await statusOf('/opaque', 'good')).toBe(200);
    rig.clocks.set(3_600_000);
    await rig.call('/opaque', { token: 'other' });
    rig.feed.listener?.upToDate(rig.feed.log.length);
    answers.clear();
    expect(await refusalOf('/opaque', 'good')).toMatchObject({ code: 'token_inactive' });
  });
});

describe('whose token is shown to whom', () => {
  it('shows no JWT to an issuer that is asked, whole or in part, whoever it claims to be of', async () => {
    const house = await rig.token();
    const claimed = await rig.token({ iss: partner });
    const [head = '', payload = ''] = claimed.split('.');
    for (const token of [house, claimed, `${head}.${payload}`, head, head.slice(0, 9), `${house}.a.b`]) {
      expect(await statusOf('/opaque', token)).toBe(401);
      await rig.call('/mixed', { token });
    }
    expect(asked).toEqual([]);
    expect(await refusalOf('/opaque', house)).toMatchObject({
      code: 'issuer_unexpected',
      expected: `an opaque token of ${partner}`,
    });
  });

  it('takes JWTs of one issuer and opaque tokens of another on one route', async () => {
    expect(await statusOf('/mixed', await rig.token())).toBe(200);
    expect(asked).toEqual([]);
    expect(await statusOf('/mixed', 'good')).toBe(200);
    expect(asked).toHaveLength(1);
  });

  it('asks nobody about an opaque token where no issuer of the route is asked', async () => {
    expect(await refusalOf('/house', 'good')).toMatchObject({ status: 401, code: 'token_malformed' });
    expect(asked).toEqual([]);
  });

  it('asks about JWTs of an issuer that says so, and of that issuer alone', async () => {
    const jwt = await rig.token({ iss: `${partner}/jwts` });
    answers.set(jwt, active({ iss: `${partner}/jwts` }));
    expect(await statusOf('/declared', jwt)).toBe(200);
    expect(asked[0]?.authorization).toBeUndefined();
    expect(asked[0]?.form.get('client_secret')).toBe('p:w');
    expect(await statusOf('/declared', await rig.token())).toBe(401);
    expect(asked).toHaveLength(1);
  });

  it('puts no more questions at once than 16 of one address', async () => {
    const held = Promise.withResolvers<Response>();
    answering = () => held.promise;
    const calls = Array.from({ length: 16 }, (_, index) => statusOf('/opaque', `try-${index}`));
    await expect.poll(() => asked.length).toBe(16);
    expect(await refusalOf('/opaque', 'good')).toMatchObject({
      status: 503,
      code: 'introspection_unavailable',
      variant: 'busy',
    });
    held.resolve(Response.json({ active: false }));
    // One answer can be read once; what the others get is a fault of this test's, and refused as such.
    expect((await Promise.all(calls)).every((status) => status >= 400)).toBe(true);
    answering = () => Response.json(active());
    expect(await statusOf('/opaque', 'good')).toBe(200);
  });
});

it('a revocation of ours counts for it too', async () => {
  answers.set('revoked', active({ jti: 'jti_partner' }));
  expect(await statusOf('/opaque', 'revoked')).toBe(200);
  rig.feed.revoke({ kind: 'token', jti: 'jti_partner', issuer: partner }, rig.now + 3_600_000);
  expect(await refusalOf('/opaque', 'revoked')).toMatchObject({ code: 'token_revoked' });
});
