import { adminAudience, isReservedClaim, type TokenHookConfiguration } from '@signet/contracts';
import { importJwks } from '@signet/token/keys';
import { verifyToken } from '@signet/token/verify';
import { describe, expect, it } from 'vitest';
import {
  appUnderTest,
  askForTokens,
  claimsOf,
  clients,
  codeForm,
  newCode,
  signedInToShop,
  type TokenAnswerOfApp,
} from '../oidc/testing/app-under-test.ts';
import { codeOf, cookieOf, postLogin, postRefresh, signIn } from '../testing/calls.ts';
import { audience, issuer, lifetimes } from '../testing/identity-under-test.ts';

const url = 'https://hooks.example/claims';
const json = { headers: { 'content-type': 'application/json' } };

function adding(claims: object): () => Response {
  return () => new Response(JSON.stringify({ claims }), json);
}

/** A hook that answers as told, at an identity with the API `demo` and the account `ada`. */
async function withHook(hook: Partial<TokenHookConfiguration> = {}) {
  const questions: string[] = [];
  const answers: { next: (url: string, timeoutMs: number) => Response | Promise<Response> } = {
    next: adding({ tier: 'gold' }),
  };
  const test = await appUnderTest({
    askServer: async (asked, { body = '' }, limits) => {
      questions.push(body);
      return answers.next(asked, limits.timeoutMs);
    },
  });
  test.declareRights({
    apis: { demo: { audience, permissions: [], claims: { mapped: { value: 'by mapping' } } } },
    roles: {},
  });
  test.configure({ tokenHook: { url, timeout: 500, onFailure: 'deny', ...hook } });
  return { ...test, questions, answers };
}

describe('the token hook', () => {
  it('adds claims to tokens of sign-in, refresh, code, client and preview', async () => {
    const test = await withHook();
    const signedIn = await signIn(test.app);
    expect(claimsOf(signedIn.accessToken)).toMatchObject({ tier: 'gold', mapped: 'by mapping' });
    test.answers.next = adding({ tier: 'silver', sites: ['a', 'b'], level: 3, vip: true });
    const refreshed = (await postRefresh(test.app, signedIn.cookie)).json<{ accessToken: string }>();
    expect(claimsOf(refreshed.accessToken)).toMatchObject({
      tier: 'silver',
      sites: ['a', 'b'],
      level: 3,
      vip: true,
    });

    const ofShop = await signedInToShop(test);
    expect(claimsOf(ofShop.access_token)).toMatchObject({ tier: 'silver' });
    const again = await askForTokens(test.app, {
      grant_type: 'refresh_token',
      refresh_token: ofShop.refresh_token ?? '',
    });
    expect(claimsOf(again.json<TokenAnswerOfApp>().access_token)).toMatchObject({ tier: 'silver' });

    const { users } = await test.identity.userAdministration.page({ limit: 1 });
    const { id } = users[0] ?? expect.fail('There is no ada.');
    const { claims } = await test.identity.userAdministration.preview(id, {});
    expect(claims).toMatchObject({ tier: 'silver', sub: id });

    const shop = clients['shop'] ?? expect.fail('There is no shop.');
    test.declare({ shop: { ...shop, grants: ['client_credentials'], redirectUris: [] } });
    const own = await askForTokens(test.app, { grant_type: 'client_credentials' });
    expect(claimsOf(own.json<TokenAnswerOfApp>().access_token)).toMatchObject({
      tier: 'silver',
      sub: 'shop',
    });
    expect(claimsOf(test.questions.at(-1) ?? '')).not.toHaveProperty('user');
  });

  it('is asked once for each token, by what the key of the issuer signed for it alone', async () => {
    const test = await withHook();
    await signIn(test.app);
    expect(test.questions).toHaveLength(1);
    const [question = ''] = test.questions;
    const { keys } = (await test.app.inject('/.well-known/jwks.json')).json();
    const imported = await importJwks(JSON.stringify({ keys }), { algorithms: ['ES256'] });
    const trusted = imported.kind === 'keys' ? imported.keys : [];
    const policy = { keys: trusted, issuers: [issuer], now: test.now() / 1000, type: 'token-hook+jwt' };
    expect(await verifyToken(question, { ...policy, audiences: [url] })).toMatchObject({
      verdict: 'verified',
    });
    expect(await verifyToken(question, { ...policy, audiences: [audience] })).toMatchObject({
      verdict: 'refused',
    });
    expect(claimsOf(question)).toMatchObject({
      api: { audience },
      client: { id: 'signet' },
      user: { username: 'ada', roles: [], groups: [], attributes: {} },
      exp: test.now() / 1000 + 60,
    });
    expect(await test.identity.verifyAccessToken(question, audience)).toMatchObject({ verdict: 'refused' });
  });

  const name = (claims: object) => [Object.keys(claims)[0] ?? '', adding(claims)] as const;
  it.each<readonly [string, () => Response | Promise<Response>]>([
    ...['sub', 'iss', 'aud', 'exp', 'iat', 'jti', 'scope', 'roles', 'permissions'].map((one) =>
      name({ [one]: 'x' }),
    ),
    ...['sid', 'cnf', 'act', 'acr', 'amr', 'client_id', 'fam', 'csrf_hash'].map((one) =>
      name({ [one]: 'x' }),
    ),
    ...['org_id', 'org_name', 'organization'].map((one) => name({ [one]: 'x' })),
    ['a name with a blank', adding({ 'a b': 'x' })],
    ['an object', adding({ tier: { name: 'gold' } })],
    ['null', adding({ tier: null })],
    ['a list of lists', adding({ tier: [['gold']] })],
    ['33 claims', adding(Object.fromEntries(Array.from({ length: 33 }, (_, n) => [`c${n}`, 1])))],
    [
      'too many bytes',
      adding(Object.fromEntries(Array.from({ length: 20 }, (_, n) => [`c${n}`, 'x'.repeat(250)]))),
    ],
    ['a text that is too long', adding({ tier: 'x'.repeat(257) })],
    ['more beside the claims', () => new Response('{"claims":{},"scope":"admin"}', json)],
    ['a member twice', () => new Response('{"claims":{"tier":"a","tier":"b"}}', json)],
    ['a prototype', () => new Response('{"claims":{"__proto__":{"tier":"x"}}}', json)],
    ['a prototype beside', () => new Response('{"__proto__":{"claims":{"tier":"x"}}}', json)],
    ['a constructor', adding({ constructor: { prototype: { tier: 'x' } } })],
    ['a number that is rounded', () => new Response('{"claims":{"tier":12345678901234567890}}', json)],
    ['depth', () => new Response(`{"claims":${'{"a":'.repeat(2000)}1${'}'.repeat(2000)}}`, json)],
    ['a list', () => new Response('[]', json)],
    ['no JSON', () => new Response('tier=gold', json)],
    ['nothing', () => new Response('', json)],
    ['HTML', () => new Response('{"claims":{}}', { headers: { 'content-type': 'text/html' } })],
    ['a redirect', () => new Response(null, { status: 307, headers: { location: 'https://evil.example' } })],
    ['a failure', () => new Response('{"claims":{"tier":"x"}}', { ...json, status: 500 })],
    ['a creation', () => new Response('{"claims":{"tier":"x"}}', { ...json, status: 201 })],
    ['nobody', () => Promise.reject(new Error('connect ECONNREFUSED'))],
  ])(
    'issues no token where the hook answers with %s, and with skip one without its claims',
    async (_, answer) => {
      const test = await withHook();
      test.answers.next = answer;
      const refused = await postLogin(test.app);
      expect([refused.statusCode, codeOf(refused)]).toEqual([503, 'token_hook_failed']);
      expect(refused.headers['set-cookie']).toBeUndefined();
      expect(String(test.faults[0])).toContain('The token hook has no answer of use');
      expect(String(test.faults[0])).not.toContain('gold');

      test.configure({ tokenHook: { url, timeout: 500, onFailure: 'skip' } });
      const claims = claimsOf((await signIn(test.app)).accessToken);
      expect(claims).toMatchObject({ aud: audience, roles: [], mapped: 'by mapping' });
      expect(Object.keys(claims).filter((one) => !isReservedClaim(one))).toEqual(['mapped']);
    },
  );

  it('adds nothing by 204, and nothing in the place of what is mapped', async () => {
    const test = await withHook();
    test.answers.next = () => new Response(null, { status: 204 });
    expect(claimsOf((await signIn(test.app)).accessToken)).toMatchObject({ mapped: 'by mapping' });
    test.answers.next = adding({ mapped: 'by the hook' });
    expect(claimsOf((await signIn(test.app)).accessToken)).toMatchObject({ mapped: 'by mapping' });
  });

  it('is not asked for what is not declared, for other APIs, or for Signet itself', async () => {
    const test = await withHook({ apis: ['other'] });
    expect(claimsOf((await signIn(test.app)).accessToken)).not.toHaveProperty('tier');
    test.configure({ tokenHook: { url, timeout: 500, onFailure: 'deny' } });
    test.declareRights({ apis: {}, roles: {} });
    await signIn(test.app);
    const [ada] = await test.accounts.list();
    if (ada !== undefined) await test.accounts.change(ada, { ...ada, roles: ['admin'] });
    await signIn(test.app, { audience: adminAudience(issuer) });
    expect(test.questions).toEqual([]);
  });

  it('uses up nothing where it fails: the same refresh token and the same code are good again', async () => {
    const test = await withHook();
    const { cookie } = await signIn(test.app);
    const code = await newCode(test.browser);
    const works = test.answers.next;
    test.answers.next = () => Promise.reject(new Error('down'));
    expect(codeOf(await postRefresh(test.app, cookie))).toBe('token_hook_failed');
    const tooSoon = await askForTokens(test.app, codeForm(code));
    expect(tooSoon.json()).toMatchObject({ error: 'temporarily_unavailable', code: 'token_hook_failed' });
    test.pass(lifetimes.refreshGrace + 20_000);
    test.answers.next = works;
    const refreshed = await postRefresh(test.app, cookie);
    expect(refreshed.statusCode).toBe(200);
    expect((await askForTokens(test.app, codeForm(code))).statusCode).toBe(200);
    expect((await postRefresh(test.app, cookieOf(refreshed))).statusCode).toBe(200);
  });

  it('does not keep a copied refresh token from being found while it fails', async () => {
    const test = await withHook();
    const { cookie } = await signIn(test.app);
    await postRefresh(test.app, cookie);
    test.pass(lifetimes.refreshGrace + 1);
    test.answers.next = () => Promise.reject(new Error('down'));
    expect(codeOf(await postRefresh(test.app, cookie))).toBe('refresh_token_reused');
  });

  it('is asked of 64 tokens at once and no more, with its deadline', async () => {
    const test = await withHook();
    const { users } = await test.identity.userAdministration.page({ limit: 1 });
    const { id } = users[0] ?? expect.fail('There is no ada.');
    const waiting: ((answer: Response) => void)[] = [];
    const deadlines = new Set<number>();
    const full = Promise.withResolvers<void>();
    test.answers.next = (_, timeoutMs) => {
      deadlines.add(timeoutMs);
      return new Promise((answered) => {
        if (waiting.push(answered) === 64) full.resolve();
      });
    };
    const previews = Array.from({ length: 65 }, () => test.identity.userAdministration.preview(id, {}));
    const outcomes = Promise.allSettled(previews);
    await full.promise;
    for (const answered of waiting) answered(adding({ tier: 'gold' })());
    const refused = (await outcomes).filter(({ status }) => status === 'rejected');
    expect(refused).toMatchObject([{ reason: { refusal: { code: 'token_hook_failed' } } }]);
    expect([...deadlines]).toEqual([500]);
  });
});
