import { newId, type OrganizationId } from '@signet/contracts';
import { describe, expect, it } from 'vitest';
import { hashClientSecret } from '../clients/client-secret.ts';
import {
  type AuthorizeRequest,
  appUnderTest,
  askForTokens,
  authorizeUrl,
  claimsOf,
  clients,
  codeForm,
  locationOf,
  newCode,
  signInAt,
  type TokenAnswerOfApp,
} from '../oidc/testing/app-under-test.ts';
import { aConsent } from '../ports/examples.ts';
import { codeOf, cookieOf, postLogin, postRefresh, signIn } from '../testing/calls.ts';
import { audience, lifetimes, password } from '../testing/identity-under-test.ts';

const serviceSecret = 'a-secret-of-the-service-in-this-test';
const service = {
  name: 'A service',
  type: 'confidential',
  grants: ['client_credentials', 'urn:ietf:params:oauth:grant-type:token-exchange'],
  exchangeFrom: [audience],
  scopes: ['demo:read'],
  audiences: [audience],
  redirectUris: [],
  postLogoutRedirectUris: [],
  origins: [],
  firstParty: true,
  secretHashes: [hashClientSecret(serviceSecret)],
} as const;
const asService = { authorization: `Basic ${btoa(`service:${serviceSecret}`)}` };

/** Ada is a manager at `acme` and in `zoo`, Bob is in `zoo`; `hidden` has neither of them. */
async function withOrganizations(shop: object = { organizations: 'optional' }, more: object = {}) {
  const test = await appUnderTest();
  const declared = clients['shop'] ?? expect.fail('There is no shop.');
  test.declare({ ...clients, shop: { ...declared, ...shop }, service: { ...service, ...more } });
  test.declareRights({
    apis: { demo: { audience, permissions: ['demo:read', 'demo:write'], claims: {} } },
    roles: {
      reader: { permissions: { demo: ['demo:read'] } },
      manager: { permissions: { demo: ['demo:read', 'demo:write'] } },
    },
  });
  const organizations = test.identity.organizationAdministration;
  const ids: Record<string, OrganizationId> = {};
  for (const name of ['acme', 'zoo', 'hidden']) {
    ids[name] = (await organizations.add({ name, displayName: name })).id;
  }
  const ada = (await test.accounts.findByUsername('ada'))?.id ?? expect.fail('There is no ada.');
  const bob = (await test.identity.accounts.add({ username: 'bob', password, roles: [], scopes: [] })).id;
  await organizations.addMember('acme', { account: ada, roles: ['manager'] });
  await organizations.addMember('zoo', { account: ada, roles: ['reader'] });
  await organizations.addMember('zoo', { account: bob, roles: [] });
  // A second later nothing that is revoked now reaches what is issued.
  const later = () => test.pass(1000);
  const tokens = async (asked: AuthorizeRequest): Promise<TokenAnswerOfApp> => {
    const answer = await askForTokens(test.app, codeForm(await newCode(test.browser, asked)));
    if (answer.statusCode !== 200) throw new Error(`The code was refused: ${answer.body}`);
    return answer.json();
  };
  const refresh = (token: string, form: Record<string, string> = {}) =>
    askForTokens(test.app, { grant_type: 'refresh_token', refresh_token: token, ...form });
  return { ...test, organizations, ids, ada, bob, tokens, refresh, later };
}

const errorOf = (back: Parameters<typeof locationOf>[0]) => {
  const { searchParams } = locationOf(back);
  return [searchParams.get('error'), searchParams.get('error_description')];
};

describe('a sign-in in the name of an organisation', () => {
  it('gives tokens that say so, with the roles that the person has there and no others', async () => {
    const { tokens, ids } = await withOrganizations();
    const acme = await tokens({ organization: 'acme', scope: 'openid demo:read demo:write' });
    expect(claimsOf(acme.access_token)).toMatchObject({
      ...{ org_id: ids['acme'], org_name: 'acme', roles: ['manager'] },
      permissions: ['demo:read', 'demo:write'],
    });
    expect(claimsOf(acme.id_token)).toMatchObject({ org_id: ids['acme'], org_name: 'acme' });
    const zoo = await tokens({ organization: ids['zoo'] ?? '', scope: 'openid demo:read demo:write' });
    expect(claimsOf(zoo.access_token)).toMatchObject({
      ...{ org_id: ids['zoo'], roles: ['reader'], permissions: ['demo:read'] },
    });
    const none = claimsOf((await tokens({ scope: 'openid demo:read' })).access_token);
    expect(none).toMatchObject({ roles: [], permissions: [] });
    expect(none).not.toHaveProperty('org_id');
    expect(none).not.toHaveProperty('org_name');
  });

  it('is told at introspection and userinfo', async () => {
    const { tokens, ids, app } = await withOrganizations();
    const { access_token: token, refresh_token } = await tokens({ organization: 'acme' });
    const headers = { authorization: `Bearer ${token}` };
    const org = { org_id: ids['acme'], org_name: 'acme' };
    expect((await app.inject({ url: '/oauth/userinfo', headers })).json()).toMatchObject(org);
    const ask = async (asked: string) => {
      const basic = `Basic ${btoa('shop:a-secret-of-the-shop-in-this-test')}`;
      const type = 'application/x-www-form-urlencoded';
      const form = { authorization: basic, 'content-type': type };
      const payload = new URLSearchParams({ token: asked }).toString();
      return (await app.inject({ method: 'POST', url: '/oauth/introspect', headers: form, payload })).json();
    };
    expect(await ask(token)).toMatchObject({ active: true, ...org });
    expect(await ask(refresh_token)).toMatchObject({ active: true, org_id: ids['acme'] });
  });

  it.each([
    ['one that does not exist', 'nothing'],
    ['one that others are in', 'hidden'],
    ['one of a name that only looks the same', 'Acme'],
    ['an id that does not exist', newId('organization')],
    ['what is no name', '../acme'],
  ])('is refused for %s, in one and the same way', async (_, organization) => {
    const { browser } = await withOrganizations();
    const started = await browser.send('GET', authorizeUrl({ organization }));
    expect(errorOf(await signInAt(browser, started))).toEqual([
      'access_denied',
      'no organization: the person is not in the one that is asked for',
    ]);
  });

  it('is refused for one that is disabled, and given again once it is enabled', async () => {
    const { browser, organizations, tokens, later, ids } = await withOrganizations();
    const { etag } = await organizations.show('acme');
    const off = await organizations.change('acme', etag, { displayName: 'acme', disabled: true });
    const started = await browser.send('GET', authorizeUrl({ organization: 'acme' }));
    expect(errorOf(await signInAt(browser, started))[0]).toBe('access_denied');
    await organizations.change('acme', off.etag, { displayName: 'acme', disabled: false });
    later();
    expect(claimsOf((await tokens({ organization: 'acme' })).access_token)['org_id']).toBe(ids['acme']);
  });

  it('is asked of nobody before they signed in: a browser of somebody else learns nothing', async () => {
    const { browser } = await withOrganizations();
    for (const organization of ['acme', 'hidden', 'nothing']) {
      const started = await browser.send('GET', authorizeUrl({ organization }));
      expect(locationOf(started).pathname).toMatch(/^\/signin\//);
    }
  });

  it('is not to be had by an app that takes none, whatever it names', async () => {
    const { browser, app } = await withOrganizations({ organizations: 'none' });
    const started = await browser.send('GET', authorizeUrl({ organization: 'acme' }));
    expect(errorOf(await signInAt(browser, started))).toEqual([
      'access_denied',
      'no organization: this app takes none',
    ]);
    const code = await newCode(browser);
    expect(codeOf(await askForTokens(app, codeForm(code, { organization: 'acme' })))).toBe(
      'organization_not_allowed',
    );
    expect((await askForTokens(app, codeForm(code))).statusCode).toBe(200);
  });

  it('is always one, where the app takes no token without', async () => {
    const { browser, organizations, ada, tokens, ids } = await withOrganizations({
      organizations: 'required',
    });
    const started = await browser.send('GET', authorizeUrl());
    expect(locationOf(await signInAt(browser, started)).pathname).toMatch(/^\/signin\//);
    expect(errorOf(await browser.send('GET', authorizeUrl({ prompt: 'none' })))[0]).toBe(
      'interaction_required',
    );
    await organizations.removeMember('zoo', ada);
    expect(claimsOf((await tokens({})).access_token)['org_id']).toBe(ids['acme']);
    await organizations.removeMember('acme', ada);
    const again = await browser.send('GET', authorizeUrl());
    expect(errorOf(again)).toEqual(['access_denied', 'no organization: the person is in none']);
  });

  it('is that of the app, where it belongs to one', async () => {
    const { browser, tokens, ids } = await withOrganizations({ organization: 'zoo' });
    expect(claimsOf((await tokens({})).access_token)['org_id']).toBe(ids['zoo']);
    const other = await browser.send('GET', authorizeUrl({ organization: 'acme' }));
    expect(errorOf(other)[0]).toBe('access_denied');
  });

  it('is agreed to for that one: an app of others asks again for the next', async () => {
    const { browser, declare } = await withOrganizations();
    const stranger = clients['stranger'] ?? expect.fail('There is no stranger.');
    declare({ ...clients, stranger: { ...stranger, organizations: 'optional' } });
    const asked = { client_id: 'stranger', redirect_uri: 'https://stranger.example/in', scope: 'openid' };
    const started = await browser.send('GET', authorizeUrl({ ...asked, organization: 'acme' }));
    const consent = await signInAt(browser, started);
    expect(locationOf(consent).pathname).toMatch(/^\/signin\//);
    const uid = locationOf(consent).pathname.slice('/signin/'.length);
    const answered = await browser.send('POST', `/auth/interactions/${uid}`, {
      payload: { answer: 'continue' },
    });
    const back = await browser.send('GET', new URL(answered.json().redirectTo).pathname);
    expect(locationOf(back).searchParams.has('code')).toBe(true);
    const same = await browser.send('GET', authorizeUrl({ ...asked, organization: 'acme' }));
    expect(locationOf(same).searchParams.has('code')).toBe(true);
    for (const organization of ['zoo', undefined]) {
      const next = await browser.send('GET', authorizeUrl({ ...asked, organization }));
      expect(locationOf(next).pathname).toMatch(/^\/signin\//);
    }
  });

  it('cannot be exchanged for one of another organisation', async () => {
    const { browser, app, ids } = await withOrganizations();
    const code = await newCode(browser, { organization: 'acme' });
    for (const organization of ['zoo', 'nothing']) {
      const answer = await askForTokens(app, codeForm(code, { organization }));
      expect(answer.json()).toMatchObject({ error: 'invalid_grant', code: 'organization_not_allowed' });
    }
    const answer = await askForTokens(app, codeForm(code, { organization: 'acme' }));
    expect(claimsOf(answer.json().access_token)['org_id']).toBe(ids['acme']);
  });

  it('gives nothing to who is taken out between the code and the tokens', async () => {
    const { browser, app, organizations, ada } = await withOrganizations();
    const code = await newCode(browser, { organization: 'acme' });
    await organizations.removeMember('acme', ada);
    const answer = await askForTokens(app, codeForm(code));
    expect(answer.json()).toMatchObject({ error: 'invalid_grant', code: 'organization_not_allowed' });
  });
});

describe('the refresh of a token of an organisation', () => {
  it('keeps the organisation, and gives another that the person is in where an app of the house asks', async () => {
    const { tokens, refresh, ids } = await withOrganizations();
    const first = await tokens({ organization: 'acme' });
    const kept = (await refresh(first.refresh_token)).json();
    expect(claimsOf(kept.access_token)['org_id']).toBe(ids['acme']);
    const other = (await refresh(kept.refresh_token, { organization: 'zoo' })).json();
    expect(claimsOf(other.access_token)).toMatchObject({ org_id: ids['zoo'], roles: ['reader'] });
    expect(claimsOf(other.id_token)['org_id']).toBe(ids['zoo']);
    const back = (await refresh(other.refresh_token)).json();
    expect(claimsOf(back.access_token)['org_id']).toBe(ids['acme']);
  });

  it('uses nothing up where it is refused', async () => {
    const { tokens, refresh } = await withOrganizations();
    const { refresh_token } = await tokens({ organization: 'acme' });
    for (const organization of ['hidden', 'nothing', newId('organization')]) {
      const answer = await refresh(refresh_token, { organization });
      expect(answer.json()).toMatchObject({ error: 'invalid_grant', code: 'organization_not_allowed' });
    }
    expect((await refresh(refresh_token)).statusCode).toBe(200);
  });

  it('gives no app of others more than the person chose', async () => {
    const { tokens, refresh, declare, stores, ada, ids } = await withOrganizations();
    const shop = clients['shop'] ?? expect.fail('There is no shop.');
    const { refresh_token } = await tokens({ organization: 'acme' });
    for (const organization of [ids['acme'], ids['zoo']] as OrganizationId[]) {
      const scopes = ['openid', 'profile', 'demo:read'];
      await stores.consents.agree(
        aConsent({ accountId: ada, clientId: 'shop', audience, organization, scopes }),
      );
    }
    declare({ ...clients, shop: { ...shop, organizations: 'optional', firstParty: false } });
    expect(codeOf(await refresh(refresh_token, { organization: 'zoo' }))).toBe('organization_not_allowed');
    expect((await refresh(refresh_token, { organization: 'acme' })).statusCode).toBe(200);
  });

  it('gives nothing any more once the person left, nor again when they come back', async () => {
    const { tokens, refresh, organizations, ada, later, app, ids } = await withOrganizations();
    const inZoo = await tokens({ organization: 'zoo' });
    const { refresh_token, access_token } = await tokens({ organization: 'acme' });
    await organizations.removeMember('acme', ada);
    expect(codeOf(await refresh(refresh_token))).toBe('organization_not_allowed');
    const headers = { authorization: `Bearer ${access_token}` };
    const told = (await app.inject({ url: '/oauth/userinfo', headers })).json();
    expect(told.code).toBe('token_revoked');
    later();
    await organizations.addMember('acme', { account: ada, roles: [] });
    expect(codeOf(await refresh(refresh_token))).toBe('organization_not_allowed');
    expect(claimsOf((await tokens({ organization: 'acme' })).access_token)['org_id']).toBe(ids['acme']);
    expect((await refresh(inZoo.refresh_token)).statusCode).toBe(200);
  });

  it('never wins against a removal: what it signed is dated before what is revoked', async () => {
    const { tokens, refresh, organizations, ada, app } = await withOrganizations();
    const { refresh_token } = await tokens({ organization: 'acme' });
    const [answer] = await Promise.all([refresh(refresh_token), organizations.removeMember('acme', ada)]);
    if (answer.statusCode === 200) {
      const headers = { authorization: `Bearer ${answer.json().access_token}` };
      expect((await app.inject({ url: '/oauth/userinfo', headers })).json().code).toBe('token_revoked');
      expect(codeOf(await refresh(answer.json().refresh_token))).toBe('organization_not_allowed');
    } else expect(codeOf(answer)).toBe('organization_not_allowed');
  });

  it.each([
    ['the person left', 'acme', true],
    ['others are in', 'hidden', false],
    ['is not there', 'nothing', false],
  ])('finds a copy out although it is shown for an organisation that %s', async (_, organization, leaves) => {
    const { tokens, refresh, organizations, ada, pass, announced, identity } = await withOrganizations();
    const { refresh_token: used } = await tokens({ organization: 'acme' });
    const { refresh_token: next } = (await refresh(used)).json();
    if (leaves) await organizations.removeMember('acme', ada);
    pass(lifetimes.refreshGrace + 1);
    expect(codeOf(await refresh(used, { organization }))).toBe('refresh_token_reused');
    expect(announced.at(-1)).toMatchObject({ reason: 'refresh_token_reused', target: { kind: 'session' } });
    const { entries } = await identity.audit.read({ limit: 1, order: 'newest', action: 'refresh.reused' });
    expect(entries).toMatchObject([{ details: { client: 'shop' } }]);
    expect(codeOf(await refresh(next))).toBe('session_ended');
  });

  it('finds a copy out although it is shown for more scopes, or by an app that must have an organisation now', async () => {
    const narrow = await withOrganizations();
    const { refresh_token: copied } = await narrow.tokens({ scope: 'openid demo:read' });
    await narrow.refresh(copied);
    narrow.pass(lifetimes.refreshGrace + 1);
    expect(codeOf(await narrow.refresh(copied, { scope: 'demo:write' }))).toBe('refresh_token_reused');
    const { tokens, refresh, declare, pass } = await withOrganizations();
    const { refresh_token: used } = await tokens({});
    await refresh(used);
    const shop = clients['shop'] ?? expect.fail('There is no shop.');
    declare({ ...clients, shop: { ...shop, organizations: 'required' } });
    pass(lifetimes.refreshGrace + 1);
    expect(codeOf(await refresh(used))).toBe('refresh_token_reused');
  });

  it('tells a racing tab that its organisation is refused, and ends nothing', async () => {
    const { tokens, refresh, organizations, ada, announced } = await withOrganizations();
    const { refresh_token: used } = await tokens({ organization: 'acme' });
    const { refresh_token: next } = (await refresh(used)).json();
    await organizations.removeMember('acme', ada);
    const before = announced.length;
    expect(codeOf(await refresh(used))).toBe('organization_not_allowed');
    expect(codeOf(await refresh(used, { scope: 'openid everything' }))).toBe('scope_not_allowed');
    expect(announced).toHaveLength(before);
    expect((await refresh(next, { organization: 'zoo' })).statusCode).toBe(200);
  });

  it('gives nothing without an organisation once the app requires one', async () => {
    const { tokens, refresh, declare, ids } = await withOrganizations();
    const shop = clients['shop'] ?? expect.fail('There is no shop.');
    const { refresh_token } = await tokens({});
    declare({ ...clients, shop: { ...shop, organizations: 'required' } });
    expect(codeOf(await refresh(refresh_token))).toBe('organization_not_allowed');
    const given = await refresh(refresh_token, { organization: 'acme' });
    expect(claimsOf(given.json().access_token)['org_id']).toBe(ids['acme']);
  });
});

describe('the session API', () => {
  it('finds a copy out although it is shown for an organisation that is refused', async () => {
    const { app, organizations, ada, pass, announced } = await withOrganizations();
    const { cookie } = await signIn(app, { organization: 'acme' });
    const next = cookieOf(await postRefresh(app, cookie));
    await organizations.removeMember('acme', ada);
    const before = announced.length;
    expect(codeOf(await postRefresh(app, cookie))).toBe('organization_not_allowed');
    expect(announced).toHaveLength(before);
    pass(lifetimes.refreshGrace + 1);
    expect(codeOf(await postRefresh(app, cookie))).toBe('refresh_token_reused');
    expect(announced.at(-1)).toMatchObject({ reason: 'refresh_token_reused' });
    expect(codeOf(await postRefresh(app, next))).toBe('session_ended');
  });

  it('signs in to an organisation, and refreshes for it, another one or none', async () => {
    const { app, ids } = await withOrganizations();
    const login = await postLogin(app, { organization: 'acme' });
    expect(claimsOf(login.json().accessToken)).toMatchObject({ org_id: ids['acme'], roles: ['manager'] });
    const cookies = (answer: typeof login) => String(answer.headers['set-cookie']).split(';')[0] ?? '';
    let cookie = cookies(login);
    const next = async (payload?: object) => {
      const headers = { cookie, 'x-csrf-token': login.json().csrfToken, origin: 'http://localhost:9000' };
      const answer = await app.inject({
        method: 'POST',
        url: '/auth/refresh',
        headers,
        ...(payload ? { payload } : {}),
      });
      if (answer.statusCode === 200) cookie = cookies(answer);
      return answer;
    };
    const of = async (payload?: object) => claimsOf((await next(payload)).json().accessToken)['org_id'];
    expect(await of({ organization: 'zoo' })).toBe(ids['zoo']);
    expect(await of({ organization: null })).toBeUndefined();
    expect(codeOf(await next({ organization: 'hidden' }))).toBe('organization_not_allowed');
    expect(codeOf(await next({ organization: 'Acme' }))).toBe('request_invalid');
    expect(await of()).toBe(ids['acme']);
  });

  it('opens no session for an organisation that the person is not in, in the answer of one that is not there', async () => {
    const { app, stores, ada } = await withOrganizations();
    const answers = [];
    for (const organization of ['hidden', 'nothing', newId('organization')]) {
      const answer = await postLogin(app, { organization });
      expect(answer.headers['set-cookie']).toBeUndefined();
      const { reference: _, instance: __, ...told } = answer.json();
      answers.push(JSON.stringify({ status: answer.statusCode, ...told }));
    }
    expect(new Set(answers).size).toBe(1);
    expect(await stores.sessions.ofAccount(ada, Date.now(), 10)).toEqual([]);
  });

  it('tells of organisations only to who has shown the password', async () => {
    const { app } = await withOrganizations();
    expect(codeOf(await postLogin(app, { organization: 'hidden', password: 'wrong' }))).toBe(
      'credentials_invalid',
    );
  });

  it('gives roles of one organisation in no other, and makes nobody an administrator', async () => {
    const { app, stores, ids, ada } = await withOrganizations();
    const zoo = ids['zoo'] ?? expect.fail('There is no zoo.');
    const belonging = await stores.organizations.belonging(zoo, ada);
    if (belonging) await stores.organizations.changeMember(belonging.membership, ['admin', 'reader']);
    const { accessToken } = (await postLogin(app, { organization: 'zoo' })).json();
    expect(claimsOf(accessToken)['roles']).toEqual(['reader']);
    expect(codeOf(await postRefresh(app, ''))).toBe('refresh_token_missing');
  });
});

describe('a client that belongs to an organisation', () => {
  const credentials = (form: Record<string, string> = {}) => ({ grant_type: 'client_credentials', ...form });

  it('has tokens of that one alone, and none once it is disabled', async () => {
    const { app, ids, organizations } = await withOrganizations({}, { organization: 'acme' });
    const given = (await askForTokens(app, credentials(), asService)).json();
    expect(claimsOf(given.access_token)).toMatchObject({ org_id: ids['acme'], org_name: 'acme' });
    const same = await askForTokens(app, credentials({ organization: ids['acme'] ?? '' }), asService);
    expect(same.statusCode).toBe(200);
    for (const organization of ['zoo', 'nothing']) {
      const other = await askForTokens(app, credentials({ organization }), asService);
      expect(other.json()).toMatchObject({ error: 'invalid_grant', code: 'organization_not_allowed' });
    }
    const { etag } = await organizations.show('acme');
    await organizations.change('acme', etag, { displayName: 'acme', disabled: true });
    expect(codeOf(await askForTokens(app, credentials(), asService))).toBe('organization_not_allowed');
  });

  it('has none where that one is gone, and no other client has any', async () => {
    const gone = await withOrganizations({}, { organization: 'gone' });
    expect(codeOf(await askForTokens(gone.app, credentials(), asService))).toBe('organization_not_allowed');
    const plain = await withOrganizations();
    const given = (await askForTokens(plain.app, credentials(), asService)).json();
    expect(claimsOf(given.access_token)).not.toHaveProperty('org_id');
    const asked = await askForTokens(plain.app, credentials({ organization: 'acme' }), asService);
    expect(codeOf(asked)).toBe('organization_not_allowed');
  });
});

describe('an exchange of a token of an organisation', () => {
  const exchange = (token: string, form: Record<string, string> = {}) => ({
    grant_type: 'urn:ietf:params:oauth:grant-type:token-exchange',
    subject_token: token,
    subject_token_type: 'urn:ietf:params:oauth:token-type:access_token',
    ...form,
  });

  it('keeps it, and lets nobody into another', async () => {
    const { app, tokens, ids } = await withOrganizations();
    const { access_token } = await tokens({ organization: 'acme', scope: 'openid demo:read' });
    const kept = (await askForTokens(app, exchange(access_token), asService)).json();
    expect(claimsOf(kept.access_token)).toMatchObject({ org_id: ids['acme'], org_name: 'acme' });
    const other = await askForTokens(app, exchange(access_token, { organization: 'zoo' }), asService);
    expect(other.json()).toMatchObject({ error: 'invalid_grant', code: 'organization_not_allowed' });
    const { access_token: plain } = await tokens({ scope: 'openid demo:read' });
    const widened = await askForTokens(app, exchange(plain, { organization: 'acme' }), asService);
    expect(codeOf(widened)).toBe('organization_not_allowed');
    const unknown = await askForTokens(app, exchange(plain, { organization: 'nothing' }), asService);
    expect(codeOf(unknown)).toBe('organization_not_allowed');
  });

  it('is refused to a service of another organisation, and of who left', async () => {
    const { app, tokens, organizations, ada } = await withOrganizations({}, { organization: 'zoo' });
    const { access_token: ofNone } = await tokens({ scope: 'openid demo:read' });
    expect(codeOf(await askForTokens(app, exchange(ofNone), asService))).toBe('organization_not_allowed');
    const next = await withOrganizations();
    const { access_token } = await next.tokens({ organization: 'acme', scope: 'openid demo:read' });
    const { access_token: exchanged } = (
      await askForTokens(next.app, exchange(access_token), asService)
    ).json();
    await next.organizations.removeMember('acme', next.ada);
    const answer = await askForTokens(next.app, exchange(access_token), asService);
    expect(codeOf(answer)).toBe('subject_token_invalid');
    expect(claimsOf(exchanged)['org_id']).toBeDefined();
    await organizations.removeMember('acme', ada);
  });
});

describe('the preview', () => {
  it('says what a token of an organisation would say, and refuses what the account is not in', async () => {
    const { identity, ada, ids } = await withOrganizations();
    const users = identity.userAdministration;
    expect((await users.preview(ada, { organization: 'acme' })).claims).toMatchObject({
      ...{ org_id: ids['acme'], org_name: 'acme', roles: ['manager'] },
    });
    expect((await users.preview(ada, {})).claims).not.toHaveProperty('org_id');
    for (const organization of ['hidden', 'nothing']) {
      await expect(users.preview(ada, { organization })).rejects.toMatchObject({
        code: 'organization_not_allowed',
      });
    }
  });

  it('says nothing of organisations by a mapping of claims', async () => {
    const { identity, declareRights, ada } = await withOrganizations();
    const claims = { org_id: { value: 'forged' }, org_name: { value: 'forged' }, team: { value: 'a' } };
    declareRights({ apis: { demo: { audience, permissions: [], claims } }, roles: {} });
    const { claims: told } = await identity.userAdministration.preview(ada, {});
    expect(told).toMatchObject({ team: 'a' });
    expect(JSON.stringify(told)).not.toContain('forged');
  });
});
