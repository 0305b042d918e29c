import { describe, expect, it } from 'vitest';
import { signIn } from '../testing/calls.ts';
import { addAda, audience, identityUnderTest } from '../testing/identity-under-test.ts';
import { publishNext } from '../testing/publish-next.ts';

function headerOf(token: string): { readonly kid: string; readonly alg: string } {
  return JSON.parse(Buffer.from(token.split('.')[0] ?? '', 'base64url').toString());
}

async function withAda() {
  const test = await identityUnderTest();
  await addAda(test.identity);
  const publishedKids = async () => {
    const { keys } = (await test.app.inject('/.well-known/jwks.json')).json<{ keys: { kid: string }[] }>();
    return keys.map(({ kid }) => kid);
  };
  return { ...test, publishedKids };
}

describe('the keys of a running identity provider', () => {
  it('change without a restart: published, then signing, the old one still believed', async () => {
    const { app, identity, publishedKids } = await withAda();
    const before = (await signIn(app)).accessToken;
    const { kid } = headerOf(before);
    const added = await publishNext(identity.keys, 'EdDSA');
    expect(await publishedKids()).toEqual([kid, added]);
    expect(headerOf((await signIn(app)).accessToken).kid).toBe(kid);

    await identity.keys.activate(added);
    const after = (await signIn(app)).accessToken;
    expect(headerOf(after)).toEqual({ alg: 'EdDSA', kid: added, typ: 'at+jwt' });
    for (const token of [before, after]) {
      expect(await identity.verifyAccessToken(token, audience)).toMatchObject({ verdict: 'verified' });
    }
    expect(await identity.documents.read('/.well-known/jwks.json')).toContain(`"kid":"${kid}"`);
  });

  it('are believed by a node that has not heard of them yet', async () => {
    const test = await withAda();
    const other = await identityUnderTest({ beside: test });
    await test.identity.keys.activate(await publishNext(test.identity.keys));
    const { accessToken } = await signIn(test.app);
    test.pass(1000);
    expect(await other.identity.verifyAccessToken(accessToken, audience)).toMatchObject({
      verdict: 'verified',
    });
  });

  it('are not believed once they are retired', async () => {
    const test = await withAda();
    const { accessToken } = await signIn(test.app);
    await test.identity.keys.activate(await publishNext(test.identity.keys));
    test.pass(25 * 3_600_000);
    expect(await test.publishedKids()).not.toContain(headerOf(accessToken).kid);
    expect(await test.identity.verifyAccessToken(accessToken, audience)).toMatchObject({
      refusal: { code: 'key_unknown' },
    });
  });
});
