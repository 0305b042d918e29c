import type { IssuingAlgorithm } from '@signet/contracts';
import { describe, expect, it } from 'vitest';
import {
  appUnderTest,
  askForTokens,
  codeForm,
  newCode,
  type TokenAnswerOfApp,
} from '../oidc/testing/app-under-test.ts';
import { postRefresh, signIn } from '../testing/calls.ts';
import {
  addAda,
  audience,
  type IdentityUnderTest,
  identityUnderTest,
  lifetimes,
} from '../testing/identity-under-test.ts';

const day = 24 * 3_600_000;
const declared = (algorithm?: IssuingAlgorithm) => ({
  apis: { demo: { audience, permissions: [], claims: {}, algorithm } },
  roles: {},
});

function headerOf(token: string): Readonly<Record<string, unknown>> {
  const [header = ''] = token.split('.');
  return JSON.parse(Buffer.from(header, 'base64url').toString());
}

async function withAda(algorithm: IssuingAlgorithm) {
  const test = await identityUnderTest();
  await addAda(test.identity);
  test.declareRights(declared(algorithm));
  return test;
}

async function publishedKeys({ identity }: Pick<IdentityUnderTest, 'identity'>) {
  const text = (await identity.documents.read('/.well-known/jwks.json')) ?? expect.fail('No keys.');
  const { keys }: { keys: Readonly<Record<string, string>>[] } = JSON.parse(text);
  return keys;
}

describe('an API with an algorithm of its own', () => {
  it.each(['ES384', 'RS256', 'PS256', 'EdDSA'] as const)('gets tokens signed with %s', async (algorithm) => {
    const test = await withAda(algorithm);
    const { accessToken } = await signIn(test.app);
    const { alg, kid } = headerOf(accessToken);
    expect(alg).toBe(algorithm);
    expect(await publishedKeys(test)).toContainEqual(
      expect.objectContaining({ alg: algorithm, kid, use: 'sig' }),
    );
    expect(await test.identity.verifyAccessToken(accessToken, audience)).toMatchObject({
      verdict: 'verified',
    });
    expect(JSON.stringify(await publishedKeys(test))).not.toMatch(/"(?:d|p|q|dp|dq|qi|k)":/);
  });

  it('that is the one of all others has no key beside theirs', async () => {
    const test = await withAda('ES256');
    await signIn(test.app);
    expect(await publishedKeys(test)).toHaveLength(1);
  });

  it('leaves ID tokens and what is told of them as they are', async () => {
    const test = await appUnderTest();
    test.declareRights(declared('RS256'));
    const answer = await askForTokens(test.app, codeForm(await newCode(test.browser)));
    const tokens = answer.json<TokenAnswerOfApp & { id_token: string }>();
    expect([headerOf(tokens.access_token)['alg'], headerOf(tokens.id_token)['alg']]).toEqual([
      'RS256',
      'ES256',
    ]);
    const discovery = JSON.parse(
      (await test.identity.documents.read('/.well-known/openid-configuration')) ?? '{}',
    );
    expect(discovery.id_token_signing_alg_values_supported).toEqual(['ES256']);
  });

  it('ends with one key, however many tokens are the first on however many nodes', async () => {
    const test = await withAda('ES384');
    const other = await identityUnderTest({ beside: test });
    other.declareRights(declared('ES384'));
    const signedIn = await Promise.all([test, other, test, other].map(({ app }) => signIn(app)));
    expect(new Set(signedIn.map(({ accessToken }) => headerOf(accessToken)['kid'])).size).toBe(1);
    const keys = await test.stores.signingKeys.list();
    expect(keys.map(({ algorithm, state }) => [algorithm, state])).toEqual([
      ['ES256', 'active'],
      ['ES384', 'active'],
    ]);
  });

  it('takes another one when the configuration says so, and tokens of before stay good', async () => {
    const test = await withAda('ES384');
    const { cookie, accessToken } = await signIn(test.app);
    test.declareRights(declared('EdDSA'));
    const refreshed = (await postRefresh(test.app, cookie)).json<{ accessToken: string }>();
    expect(headerOf(refreshed.accessToken)['alg']).toBe('EdDSA');
    expect(await test.identity.verifyAccessToken(accessToken, audience)).toMatchObject({
      verdict: 'verified',
    });
  });

  it('has its keys rotated by schedule, apart from those of all else', async () => {
    const test = await withAda('ES384');
    test.configure({ keys: { ...lifetimes.keys } });
    const { cookie, accessToken } = await signIn(test.app);
    test.pass(89 * day);
    const look = () => test.identity.rotateBySchedule(test.now());
    expect([await look(), await look()]).toMatchObject([{ done: 'published' }, { done: 'published' }]);
    expect(await look()).toBeUndefined();
    test.pass(day);
    expect([await look(), await look()]).toMatchObject([{ done: 'activated' }, { done: 'activated' }]);
    const after = headerOf((await signIn(test.app)).accessToken);
    expect(after).toMatchObject({
      alg: 'ES384',
      kid: expect.not.stringContaining(String(headerOf(accessToken)['kid'])),
    });
    expect(cookie).not.toBe('');
  });

  it('has its keys rotated by hand, with a rehearsal that counts what lives on all of them', async () => {
    const test = await withAda('ES384');
    await signIn(test.app);
    const { keyAdministration: keys } = test.identity;
    const plan = await keys.plan({ series: 'ES384' });
    expect([plan.step, plan.live]).toMatchObject(['publish', [{}, { key: plan.signing }]]);
    expect((await keys.plan()).live).toHaveLength(2);
    const { key } = await keys.rotate({ series: 'ES384' });
    test.pass(10 * 60_000);
    expect(await keys.rotate({ series: 'ES384' })).toMatchObject({ done: 'activated', key });
    expect(headerOf((await signIn(test.app)).accessToken)).toMatchObject({ alg: 'ES384', kid: key });
    await expect(keys.rotate({ series: 'PS256' })).rejects.toMatchObject({
      refusal: { code: 'signing_key_unknown' },
    });
  });

  it('that asks for it no longer lets its key stand down, and its tokens live on', async () => {
    const test = await withAda('ES384');
    const { accessToken } = await signIn(test.app);
    const { keyAdministration: keys } = test.identity;
    const { signing: key } = await keys.plan({ series: 'ES384' });
    await expect(keys.retire({ key })).rejects.toMatchObject({ refusal: { code: 'signing_key_in_use' } });
    test.declareRights(declared());
    await keys.retire({ key });
    expect(headerOf((await signIn(test.app)).accessToken)['alg']).toBe('ES256');
    expect(await test.identity.verifyAccessToken(accessToken, audience)).toMatchObject({
      verdict: 'verified',
    });
    const { signing: main } = await keys.plan();
    await expect(keys.retire({ key: main })).rejects.toMatchObject({
      refusal: { code: 'signing_key_in_use' },
    });
    test.pass(2 * day);
    expect(await publishedKeys(test)).toHaveLength(1);
  });
});

describe('a token whose algorithm was exchanged', () => {
  it.each([
    ['the public key as a secret', 'HS256'],
    ['another algorithm of the same key', 'PS256'],
    ['no signature', 'none'],
  ])('is refused: %s', async (_, alg) => {
    const test = await withAda('RS256');
    const { accessToken } = await signIn(test.app);
    const [, payload = ''] = accessToken.split('.');
    const header = { ...headerOf(accessToken), alg };
    const jwk = (await publishedKeys(test)).find(({ kid }) => kid === header['kid' as keyof typeof header]);
    const signed = `${Buffer.from(JSON.stringify(header)).toString('base64url')}.${payload}`;
    const secret = await crypto.subtle.importKey(
      'raw',
      Buffer.from(JSON.stringify(jwk)),
      { name: 'HMAC', hash: 'SHA-256' },
      false,
      ['sign'],
    );
    const mac = await crypto.subtle.sign('HMAC', secret, Buffer.from(signed));
    const forged = `${signed}.${alg === 'none' ? '' : Buffer.from(mac).toString('base64url')}`;
    expect(await test.identity.verifyAccessToken(forged, audience)).toMatchObject({ verdict: 'refused' });
  });
});
