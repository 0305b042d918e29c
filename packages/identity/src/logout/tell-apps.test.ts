import { importJwks } from '@signet/token/keys';
import { parseToken } from '@signet/token/parse';
import { checkProfile } from '@signet/token/profiles';
import { verifyToken } from '@signet/token/verify';
import type { SendForm } from '@signet/trust';
import { afterEach, describe, expect, it } from 'vitest';
import {
  type AppUnderTest,
  appUnderTest,
  askForTokens,
  claimsOf,
  clients,
  codeForm,
  nativeCallback,
  newCode,
  signedInToShop,
} from '../oidc/testing/app-under-test.ts';
import { identityUnderTest, issuer } from '../testing/identity-under-test.ts';

const uri = 'https://shop.example/told';
const phoneUri = 'https://phone.example/told';

interface Sent {
  readonly url: string;
  readonly token: string;
  readonly reach: string;
}

let test: AppUnderTest;
let sent: Sent[];
let answer: () => Promise<number>;
afterEach(() => test.app.close());

const sendForm: SendForm = async (url, form, { reach }) => {
  sent.push({ url, token: form['logout_token'] ?? '', reach });
  return answer();
};

async function prepare(): Promise<void> {
  sent = [];
  answer = async () => 200;
  test = await appUnderTest({ sendForm });
  test.declare(told());
}

const told = () =>
  ({
    ...clients,
    shop: { ...clients['shop'], backchannelLogoutUri: uri },
    phone: { ...clients['phone'], backchannelLogoutUri: phoneUri },
  }) as never;

const sessionOf = (token: string) => String(claimsOf(token)['sid']) as never;
const endSession = (token: string) =>
  test.identity.revoke({ kind: 'session', issuer, sid: sessionOf(token) }, 'administrator');

describe('an app that wants to be told', () => {
  it('is told by a logout token for it alone, which the keys of the issuer verify', async () => {
    await prepare();
    const { id_token } = await signedInToShop(test);
    await endSession(id_token);
    expect(await test.identity.tellApps()).toEqual({ told: 1, givenUp: 0 });
    const { sub, sid } = claimsOf(id_token);
    const [{ token = '', url } = { url: '' }] = sent;
    const claims = claimsOf(token);
    expect([url, claims]).toEqual([
      uri,
      {
        iss: issuer,
        sub,
        aud: 'shop',
        sid,
        iat: test.now() / 1000,
        exp: test.now() / 1000 + 120,
        jti: expect.any(String),
        events: { 'http://schemas.openid.net/event/backchannel-logout': {} },
      },
    ]);
    const now = test.now() / 1000;
    const findings = await checkProfile(parseToken(token), 'logout-token', { now, issuer, audience: 'shop' });
    expect(findings.filter(({ level }) => level === 'error')).toEqual([]);
    const { keys } = (await test.app.inject('/.well-known/jwks.json')).json();
    const imported = await importJwks(JSON.stringify({ keys }), { algorithms: ['ES256'] });
    const trusted = imported.kind === 'keys' ? imported.keys : [];
    const policy = { keys: trusted, issuers: [issuer], audiences: ['shop'], type: 'logout+jwt', now };
    expect(await verifyToken(token, policy)).toMatchObject({ verdict: 'verified' });
  });

  it.each<[string, (token: string) => Promise<unknown>]>([
    ['an administrator', endSession],
    ['its own log-out', (token) => test.browser.send('GET', `/oauth/logout?id_token_hint=${token}`)],
    [
      'a code that came twice',
      async () => {
        const code = await newCode(test.browser);
        for (let count = 0; count < 2; count += 1) await askForTokens(test.app, codeForm(code));
      },
    ],
    [
      'a disabled account',
      async () => {
        const [ada] = await test.identity.accounts.list();
        if (ada !== undefined) await test.identity.accounts.disable(ada.id);
      },
    ],
  ])('is told whatever ends the session: %s', async (_, end) => {
    await prepare();
    const { id_token } = await signedInToShop(test);
    await end(id_token);
    await test.identity.tellApps();
    expect(sent.map(({ token }) => claimsOf(token)['sid'])).toEqual([claimsOf(id_token)['sid']]);
  });

  it('is told as is every other app in the session, and no app that is not in it', async () => {
    await prepare();
    const { id_token } = await signedInToShop(test);
    const phone = { client_id: 'phone', redirect_uri: nativeCallback };
    await askForTokens(test.app, codeForm(await newCode(test.browser, phone), phone), {});
    await endSession(id_token);
    await test.identity.tellApps();
    expect(sent.map(({ url, token }) => [url, claimsOf(token)['aud']]).toSorted()).toEqual([
      [phoneUri, 'phone'],
      [uri, 'shop'],
    ]);
  });

  it('is not told of a session that goes on, nor twice of one that ended, by whatever node', async () => {
    await prepare();
    const { id_token } = await signedInToShop(test);
    await test.identity.tellApps();
    expect(sent).toEqual([]);
    await endSession(id_token);
    const node = await identityUnderTest({ beside: test, sendForm });
    node.declare(told());
    await Promise.all([test, node, test, node].map(({ identity }) => identity.tellApps()));
    const later = await identityUnderTest({ beside: test, sendForm });
    later.declare(told());
    await later.identity.tellApps();
    expect(sent).toHaveLength(1);
    await Promise.all([node.app.close(), later.app.close()]);
  });

  it('is told by another process where the one that ended the session died before it told', async () => {
    await prepare();
    const { id_token } = await signedInToShop(test);
    await endSession(id_token);
    const later = await identityUnderTest({ beside: test, sendForm });
    later.declare(told());
    expect(await later.identity.tellApps()).toEqual({ told: 1, givenUp: 0 });
    await later.app.close();
  });
});

describe('an app that does not answer', () => {
  it.each<[string, () => Promise<number>]>([
    ['with an error', async () => 500],
    ['with a redirect', async () => 302],
    ['that it could not end the session', async () => 400],
    ['at all', () => Promise.reject(new Error('No answer came.'))],
  ])('%s is told again, ever later, and given up in the end', async (_, failing) => {
    await prepare();
    const { id_token } = await signedInToShop(test);
    await endSession(id_token);
    answer = failing;
    expect(await test.identity.tellApps()).toEqual({ told: 0, givenUp: 0 });
    for (const wait of [5_000, 30_000, 120_000, 600_000]) {
      test.pass(wait - 1);
      await test.identity.tellApps();
      const before = sent.length;
      test.pass(1);
      await test.identity.tellApps();
      expect(sent).toHaveLength(before + 1);
    }
    test.pass(3_600_000);
    expect(await test.identity.tellApps()).toEqual({ told: 0, givenUp: 1 });
    test.pass(86_400_000);
    await test.identity.tellApps();
    expect(sent).toHaveLength(6);
    expect(new Set(sent.map(({ token }) => claimsOf(token)['jti'])).size).toBe(6);
  });

  it('is told once it answers again, and holds up nobody else', async () => {
    await prepare();
    const { id_token } = await signedInToShop(test);
    const phone = { client_id: 'phone', redirect_uri: nativeCallback };
    await askForTokens(test.app, codeForm(await newCode(test.browser, phone), phone), {});
    await endSession(id_token);
    answer = async () => (sent.at(-1)?.url === uri ? 503 : 200);
    expect(await test.identity.tellApps()).toEqual({ told: 1, givenUp: 0 });
    answer = async () => 204;
    test.pass(5_000);
    expect(await test.identity.tellApps()).toEqual({ told: 1, givenUp: 0 });
  });
});

describe('where an app is told', () => {
  it('is the public internet alone, if an administrator and not the file says so', async () => {
    await prepare();
    const shop = { ...clients['shop'], backchannelLogoutUri: 'https://metadata.internal/' };
    const { secretHashes: _hashes, ...members } = shop as typeof shop & { secretHashes: unknown };
    await test.identity.clientAdministration.add({ ...members, id: 'added', type: 'public' } as never);
    const added = { client_id: 'added' };
    const code = codeForm(await newCode(test.browser, added), added);
    const { id_token } = (await askForTokens(test.app, code, {})).json();
    await endSession(id_token);
    await test.identity.tellApps();
    expect(sent.map(({ reach }) => reach)).toEqual(['public']);
  });
});
