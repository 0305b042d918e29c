import { describe, expect, it } from 'vitest';
import {
  appUnderTest,
  askForTokens,
  codeForm,
  newCode,
  signedInToShop,
} from '../oidc/testing/app-under-test.ts';
import { createMemoryKeySigner, type KeySigner } from '../ports/index.ts';
import { postRefresh, signIn } from '../testing/calls.ts';
import { audience, identityUnderTest } from '../testing/identity-under-test.ts';

/** An identity provider whose keys live at a signer that can go away. */
async function withSigner() {
  const memory = createMemoryKeySigner();
  let away = false;
  let asked = 0;
  const signer: KeySigner = {
    make: (algorithm) => (away ? Promise.reject(new Error('away')) : memory.make(algorithm)),
    sign: (...given) => {
      asked += 1;
      return away ? Promise.reject(new Error('away')) : memory.sign(...given);
    },
  };
  const goes = (gone: boolean) => {
    away = gone;
  };
  return { ...(await appUnderTest({ signer })), goes, asked: () => asked };
}

const minute = 60_000;

describe('keys that live at a signer', () => {
  it('sign access tokens and ID tokens, and nothing of them is kept here', async () => {
    const test = await withSigner();
    const { access_token: token, id_token: idToken } = await signedInToShop(test);
    expect(
      await test.identity.verifyAccessToken((await signIn(test.app)).accessToken, audience),
    ).toMatchObject({
      verdict: 'verified',
    });
    expect(token).not.toBe(idToken);
    expect(test.asked()).toBeGreaterThan(2);
    const [key] = await test.stores.signingKeys.list();
    expect(key?.publicJwk).not.toMatch(/"d":/);
    expect(key?.sealedPrivateJwk.length).toBeLessThan(150);
  });

  it('rotate there, and the old one verifies on', async () => {
    const test = await withSigner();
    const { accessToken: before } = await signIn(test.app);
    const keys = test.identity.keyAdministration;
    await keys.rotate({});
    test.pass(10 * minute);
    expect(await keys.rotate({})).toMatchObject({ done: 'activated' });
    const { accessToken: after } = await signIn(test.app);
    for (const token of [before, after]) {
      expect(await test.identity.verifyAccessToken(token, audience)).toMatchObject({ verdict: 'verified' });
    }
  });

  it('that are away are a clear 503, use up nothing, and sign again when they are back', async () => {
    const test = await withSigner();
    const { cookie } = await signIn(test.app);
    const shop = await signedInToShop(test);
    const code = await newCode(test.browser);
    test.pass(1_000);
    test.goes(true);
    const refreshed = () => postRefresh(test.app, cookie);
    const redeemed = () => askForTokens(test.app, codeForm(code));
    const renewed = () =>
      askForTokens(test.app, { grant_type: 'refresh_token', refresh_token: shop.refresh_token });
    for (const call of [refreshed, redeemed, renewed, refreshed, redeemed, renewed]) {
      const answer = await call();
      expect([answer.statusCode, answer.json().code]).toEqual([503, 'signing_unavailable']);
    }
    test.pass(30_000);
    test.goes(false);
    for (const call of [refreshed, redeemed, renewed]) expect((await call()).statusCode).toBe(200);
    expect(test.faults.length).toBeGreaterThan(0);
    expect(test.recorded.map((record) => record.refusal?.code)).toContain('signing_unavailable');
  });

  it('that are away keep no node from starting, which verifies what they signed', async () => {
    const test = await withSigner();
    const { accessToken } = await signIn(test.app);
    test.goes(true);
    const signer: KeySigner = {
      make: () => Promise.reject(new Error('away')),
      sign: () => Promise.reject(new Error('away')),
    };
    const other = await identityUnderTest({ beside: test, signer });
    expect(await other.identity.verifyAccessToken(accessToken, audience)).toMatchObject({
      verdict: 'verified',
    });
  });

  it('are left for keys that are kept here, and gone to, by one rotation', async () => {
    const test = await withSigner();
    const { accessToken: there } = await signIn(test.app);
    const here = await identityUnderTest({ beside: test });
    const keys = here.identity.keyAdministration;
    await keys.rotate({});
    await keys.rotate({ dangerouslySignAtOnce: true });
    const { accessToken } = await signIn(here.app);
    for (const token of [there, accessToken]) {
      expect(await here.identity.verifyAccessToken(token, audience)).toMatchObject({ verdict: 'verified' });
    }
  });
});
