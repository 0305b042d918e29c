import { accountAudience, type ClientsConfiguration } from '@signet/contracts';
import type { LightMyRequestResponse } from 'fastify';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import {
  type AppUnderTest,
  answerAt,
  appUnderTest,
  askForTokens,
  authorizeUrl,
  Browser,
  claimsOf,
  clients,
  codeForm,
  locationOf,
  signInAt,
  uidOf,
} from '../oidc/testing/app-under-test.ts';
import { codeOf, signIn } from '../testing/calls.ts';
import { audience, issuer, password } from '../testing/identity-under-test.ts';

const back = 'https://stranger.example/in';
const asked = { client_id: 'stranger', redirect_uri: back, scope: 'openid demo:read' };
const stranger = clients['stranger'] ?? expect.fail('There is no stranger.');
const second = 1000;

let test: AppUnderTest;
let ada: string;
beforeEach(async () => {
  test = await appUnderTest();
  ada = (await test.accounts.findByUsername('ada'))?.id ?? expect.fail('There is no ada.');
});
afterEach(() => test.app.close());

const begin = (changed = {}, browser = test.browser) =>
  browser.send('GET', authorizeUrl({ ...asked, ...changed }));
const show = async (uid: string, browser = test.browser) =>
  (await browser.send('GET', `/auth/interactions/${uid}`)).json();
const codeIn = (response: LightMyRequestResponse) => locationOf(response).searchParams.get('code') ?? '';
const declare = (changed: object, more: ClientsConfiguration = {}) =>
  test.declare({ ...clients, stranger: { ...stranger, ...changed }, ...more } as ClientsConfiguration);

/** Signs ada in, who agrees where she is asked. */
async function agree(changed = {}, browser = test.browser): Promise<string> {
  const started = await begin(changed, browser);
  let answer = uidOf(started) === '' ? started : await signInAt(browser, started);
  if (uidOf(answer) !== '') answer = await answerAt(browser, uidOf(answer));
  return codeIn(answer);
}

const exchange = (code: string) =>
  askForTokens(test.app, codeForm(code, { client_id: 'stranger', redirect_uri: back }), {});
const refresh = (refresh_token: string) =>
  askForTokens(test.app, { grant_type: 'refresh_token', refresh_token, client_id: 'stranger' }, {});
const tokens = async (changed = {}) => (await exchange(await agree(changed))).json();

async function person(username = 'ada') {
  const { accessToken } = await signIn(test.app, { username, audience: accountAudience(issuer) });
  const headers = { authorization: `Bearer ${accessToken}` };
  return {
    headers,
    listed: async () => (await test.app.inject({ url: '/auth/consents', headers })).json().apps,
    withdraw: (client = 'stranger', sent: Record<string, string> = headers) =>
      test.app.inject({ method: 'POST', url: `/auth/consents/${client}/withdraw`, headers: sent }),
  };
}

describe('what a person agreed to', () => {
  it('is not asked again, on whatever browser, and is for who looks at it', async () => {
    await tokens();
    const elsewhere = new Browser(test.app);
    const started = await begin({}, elsewhere);
    expect(codeIn(await signInAt(elsewhere, started))).toMatch(/^[\w-]{43}$/);
    const { listed } = await person();
    expect(await listed()).toEqual([
      {
        client: 'stranger',
        name: 'An app of strangers',
        agreements: [{ audience, scopes: ['openid', 'demo:read'] }],
        agreedAt: test.now(),
        lastUsedAt: test.now(),
      },
    ]);
    const { apps } = (
      await test.app.inject({ url: '/auth/account/export', headers: (await person()).headers })
    ).json();
    expect(apps).toEqual(await listed());
    const [told] = await test.stores.audit.read({ limit: 1, order: 'newest', action: 'consent.given' });
    expect(told).toMatchObject({
      actor: { kind: 'account', id: ada },
      target: { kind: 'client', id: 'stranger' },
    });
  });

  it('is asked always where the app wants that, and of an app of the house never', async () => {
    await tokens();
    expect(await show(uidOf(await begin({ prompt: 'consent' })))).toMatchObject({ prompt: 'consent' });
    expect(codeIn(await test.browser.send('GET', authorizeUrl()))).not.toBe('');
    expect((await (await person()).listed()).map(({ client }: { client: string }) => client)).toEqual([
      'stranger',
    ]);
  });

  it('is asked again for more, which names what is new, and is no yes to anything until it is given', async () => {
    await tokens();
    const more = { scope: 'openid demo:read demo:write' };
    expect(locationOf(await begin({ ...more, prompt: 'none' })).searchParams.get('error')).toBe(
      'consent_required',
    );
    const uid = uidOf(await begin(more));
    expect(await show(uid)).toMatchObject({ prompt: 'consent', agreed: ['openid', 'demo:read'] });
    expect(codeIn(await begin({ prompt: 'none' }))).not.toBe('');
    expect(codeIn(await answerAt(test.browser, uid))).not.toBe('');
    expect(codeIn(await begin({ ...more, prompt: 'none' }))).not.toBe('');
  });

  it('for one API says nothing of the same scope at another', async () => {
    const other = 'https://other.example';
    declare({ audiences: [audience, other] });
    test.configure({ audiences: [audience, other] });
    await tokens();
    const elsewhere = await begin({ resource: other, prompt: 'none' });
    expect(locationOf(elsewhere).searchParams.get('error')).toBe('consent_required');
    expect(codeIn(await begin({ prompt: 'none' }))).not.toBe('');
  });

  it.each([
    ['goes by another name', { name: 'Your bank' }, {}],
    [
      'is answered at an address that it did not have',
      { redirectUris: [back, 'https://elsewhere.example/in'] },
      { redirect_uri: 'https://elsewhere.example/in' },
    ],
  ])('is asked again where the app %s since', async (_, changed, request) => {
    await tokens();
    declare(changed);
    const answer = await begin({ ...request, prompt: 'none' });
    expect(locationOf(answer).searchParams.get('error')).toBe('consent_required');
    expect(codeIn(await begin({ prompt: 'none' })) === '').toBe('name' in changed);
  });

  it('is asked for where an app was one of the house before, and its tokens go no further until then', async () => {
    declare({ firstParty: true });
    const { refresh_token } = await tokens();
    declare({ firstParty: false });
    expect(locationOf(await begin({ prompt: 'none' })).searchParams.get('error')).toBe('consent_required');
    expect((await refresh(refresh_token)).json()).toMatchObject({ error: 'invalid_grant' });
  });

  it('is for a port that is free, of an app on the person’s own machine', async () => {
    const phone = { ...clients['phone'], firstParty: false };
    declare({}, { phone } as ClientsConfiguration);
    const at = (port: number) => ({ client_id: 'phone', redirect_uri: `http://127.0.0.1:${port}/signed-in` });
    await agree(at(51_004));
    expect(codeIn(await begin({ ...at(51_005), prompt: 'none' }))).not.toBe('');
  });

  it('goes with the client that is removed, so that whoever gets its name is asked for', async () => {
    const { clientAdministration } = test.identity;
    const { secretHashes: _, ...more } = stranger;
    const client = { ...more, id: 'added', pushedRequests: false } as never;
    await clientAdministration.add(client);
    const before = await agree({ client_id: 'added' });
    expect(before).not.toBe('');
    await clientAdministration.remove('added');
    await clientAdministration.add(client);
    expect(locationOf(await begin({ client_id: 'added', prompt: 'none' })).searchParams.get('error')).toBe(
      'consent_required',
    );
  });
});

describe('withdrawing', () => {
  it('ends all that the app has, everywhere and at once, and the next sign-in asks', async () => {
    const first = await tokens();
    const elsewhere = (await exchange(await agree({}, new Browser(test.app)))).json();
    const { withdraw, listed } = await person();
    const answer = await withdraw();
    expect([answer.statusCode, answer.json()]).toEqual([
      200,
      { client: 'stranger', revocationSequence: await test.revocations.latest() },
    ]);
    expect(await listed()).toEqual([]);
    const families = [first, elsewhere].map(({ access_token }) => claimsOf(access_token)['fam']);
    expect(test.announced).toMatchObject([
      { target: { kind: 'consent', clientId: 'stranger', sub: ada }, reason: 'consent_withdrawn' },
      ...families.map(() => ({ target: { kind: 'family' }, reason: 'consent_withdrawn' })),
    ]);
    const named = test.announced.flatMap(({ target }) => (target.kind === 'family' ? target.family : []));
    expect(named.toSorted()).toEqual(families.toSorted());
    for (const { access_token, refresh_token } of [first, elsewhere]) {
      const verdict = await test.identity.verifyAccessToken(access_token, audience);
      expect(verdict).toMatchObject({ refusal: { code: 'token_revoked' } });
      expect((await refresh(refresh_token)).json()).toMatchObject({ error: 'invalid_grant' });
    }
    expect(test.recorded.at(-1)?.refusal).toMatchObject({ code: 'session_ended', variant: 'consent' });
    expect(locationOf(await begin({ prompt: 'none' })).searchParams.get('error')).toBe('consent_required');
    const sid = String(claimsOf(first.access_token)['sid']);
    const story = await test.identity.userAdministration.explainSession(sid as never);
    expect(story.families.map(({ reason }) => reason)).toContain('consent_withdrawn');
    expect(story.cause).toBeUndefined();
    test.pass(second);
    expect((await tokens()).access_token).toBeDefined();
  });

  it('leaves other apps, other people and the person’s own session alone', async () => {
    await test.identity.accounts.add({ username: 'bob', password, roles: [], scopes: ['demo:read'] });
    const bobs = new Browser(test.app);
    const started = await begin({}, bobs);
    const asks = await signInAt(bobs, started, { username: 'bob' });
    const bob = (await exchange(codeIn(await answerAt(bobs, uidOf(asks))))).json();
    await tokens();
    await (await person()).withdraw();
    expect((await refresh(bob.refresh_token)).statusCode).toBe(200);
    expect(await test.identity.verifyAccessToken(bob.access_token, audience)).toMatchObject({
      verdict: 'verified',
    });
    expect(await (await person('bob')).listed()).toHaveLength(1);
    expect(codeIn(await test.browser.send('GET', authorizeUrl()))).not.toBe('');
  });

  it('of what another person agreed to is done by nobody, and is told apart from nothing by nothing', async () => {
    await test.identity.accounts.add({ username: 'bob', password, roles: [], scopes: ['demo:read'] });
    const { refresh_token } = await tokens();
    const bob = await person('bob');
    for (const client of ['stranger', 'shop', 'nobody', 'signet']) {
      const answer = await bob.withdraw(client);
      expect([answer.statusCode, codeOf(answer)]).toEqual([404, 'consent_unknown']);
    }
    expect(await bob.listed()).toEqual([]);
    expect((await refresh(refresh_token)).statusCode).toBe(200);
    expect(test.announced).toEqual([]);
  });

  it('is done by no page of another site, by no app with its own token, and without a token not at all', async () => {
    const { access_token } = await tokens();
    const { withdraw, headers, listed } = await person();
    const sent = [
      { ...headers, origin: 'https://evil.example' },
      { authorization: `Bearer ${access_token}` },
      {},
    ];
    const codes = [];
    for (const one of sent) codes.push(codeOf(await withdraw('stranger', one as Record<string, string>)));
    expect(codes).toEqual(['origin_not_allowed', 'sign_in_needed', 'token_missing']);
    expect(await listed()).toHaveLength(1);
  });

  it('by the cookie of a person whose pages hold no token needs the proof of the page', async () => {
    const { refresh_token } = await tokens();
    const { accessToken } = await signIn(test.app, { audience: accountAudience(issuer) });
    const cookie = `signet_access=${accessToken}`;
    const answer = await (await person()).withdraw('stranger', { cookie });
    expect(codeOf(answer)).toBe('csrf_token_invalid');
    expect((await refresh(refresh_token)).statusCode).toBe(200);
  });

  it('wins every race with a refresh, and what the refresh gave is refused', async () => {
    for (let round = 0; round < 25; round += 1) {
      const { refresh_token } = await tokens();
      const { withdraw } = await person();
      const [refreshed, withdrawn] = await Promise.all([refresh(refresh_token), withdraw()]);
      expect(withdrawn.statusCode).toBe(200);
      const next = refreshed.json();
      if (refreshed.statusCode === 200) {
        const verdict = await test.identity.verifyAccessToken(next.access_token, audience);
        expect(verdict).toMatchObject({ refusal: { code: 'token_revoked' } });
        expect((await refresh(next.refresh_token)).statusCode).toBe(400);
      }
      expect((await refresh(refresh_token)).statusCode).toBe(400);
      test.pass(second);
    }
    expect((await test.stores.sessions.ofAccount(ada as never, test.now(), 100)).length).toBeGreaterThan(0);
  });

  it('wins over a code that is under way: it gives nothing, however late the clock of the other node is', async () => {
    const code = await agree();
    const { withdraw } = await person();
    await withdraw();
    test.pass(30 * second);
    expect((await exchange(code)).json()).toMatchObject({ error: 'invalid_grant' });
  });

  it('wins where it comes between the check of a code and the family that it begins', async () => {
    const code = await agree();
    const { withdraw } = await person();
    const { begin: store } = test.sessions;
    test.sessions.begin = async (added, now) => {
      test.sessions.begin = store;
      await withdraw();
      test.pass(5 * second);
      return store.call(test.sessions, added, now);
    };
    expect((await exchange(code)).json()).toMatchObject({ error: 'invalid_grant' });
    expect(await test.sessions.ofClient(ada as never, 'stranger')).toEqual([]);
  });

  it('can be repeated where it failed on the way, for as long as the app has anything', async () => {
    const { refresh_token, access_token } = await tokens();
    const { withdraw } = await person();
    const { append } = test.revocations;
    const log = test.revocations as { append: typeof append };
    log.append = () => Promise.reject(new Error('The store is away.'));
    expect((await withdraw()).statusCode).toBe(500);
    expect((await refresh(refresh_token)).statusCode).toBe(400);
    log.append = append;
    expect((await withdraw()).statusCode).toBe(200);
    const verdict = await test.identity.verifyAccessToken(access_token, audience);
    expect(verdict).toMatchObject({ refusal: { code: 'token_revoked' } });
    expect(codeOf(await withdraw())).toBe('consent_unknown');
  });

  it('is done for a person by an administrator, and the log says who did it', async () => {
    await tokens();
    const { consentAdministration: administration } = test.identity;
    expect((await administration.list(ada as never)).apps).toHaveLength(1);
    await administration.withdraw(ada as never, 'stranger');
    expect((await administration.list(ada as never)).apps).toEqual([]);
    await expect(administration.withdraw(ada as never, 'stranger')).rejects.toMatchObject({
      code: 'consent_unknown',
    });
    const [told] = await test.stores.audit.read({ limit: 1, order: 'newest', action: 'consent.withdrawn' });
    expect(told).toMatchObject({ target: { id: 'stranger' }, details: { account: ada } });
  });
});
