import type { ClaimMapping } from '@signet/contracts';
import { describe, expect, it } from 'vitest';
import { askForTokens, claimsOf, clients, type TokenAnswerOfApp } from '../oidc/testing/app-under-test.ts';
import { postRefresh, signIn } from '../testing/calls.ts';
import { addAda, audience, identityUnderTest, issuer } from '../testing/identity-under-test.ts';

const claims: ClaimMapping = {
  badge: { cel: "user.attributes.department + '-' + user.username" },
  senior: { cel: 'user.attributes.level >= 3' },
  next: { cel: 'int(user.attributes.level) + 1' },
  place: { cel: "has(user.attributes.site) ? user.attributes.site : 'nowhere'" },
  strong: { cel: "session.acr == '2'" },
  here: { cel: 'api.audience' },
  app: { cel: "client.id + '/' + client.type" },
  half: { cel: 'user.attributes.level / 2.0' },
  unknown: { cel: 'user.attributes.nothing' },
  unverified: { cel: 'user.email' },
  of_javascript: { cel: 'user.attributes.constructor' },
  a_map: { cel: 'user.attributes.level == 3 ? user.roles : user.groups' },
  hour: { cel: 'now.getHours() >= 0' },
  too_long: {
    cel: Array.from({ length: 60 }, () => "'12345'").join(' + '),
  },
};

async function withAda(mapping = claims) {
  const test = await identityUnderTest();
  await addAda(test.identity);
  test.declareRights({ apis: { demo: { audience, permissions: [], claims: mapping } }, roles: {} });
  const { users } = await test.identity.userAdministration.page({ limit: 1 });
  const { id } = users[0] ?? expect.fail('There is no ada.');
  const held = test.identity.userAttributes;
  const change = async (attributes: object) => held.change(id, (await held.show(id)).etag, { ...attributes });
  await change({ department: 'sales', level: 3 });
  return { ...test, id, change };
}

const said = {
  ...{ badge: 'sales-ada', senior: true, next: 4, place: 'nowhere', strong: false, here: audience },
  ...{ app: 'signet/public', half: 1.5, hour: true },
};

describe('claims by expression', () => {
  it('say what they make of person, client, session and API, and leave out what cannot be said', async () => {
    const { app, stores, id } = await withAda();
    await stores.emails.put({ accountId: id, address: 'boss@example.org', verified: false });
    const token = claimsOf((await signIn(app)).accessToken);
    const { app: _builtIn, ...others } = said;
    expect(token).toMatchObject(others);
    for (const name of ['unknown', 'unverified', 'of_javascript', 'too_long']) {
      expect(Object.hasOwn(token, name)).toBe(false);
    }
  });

  it('count at the next refresh, and stand in a preview but for what only a session says', async () => {
    const { app, id, change, identity } = await withAda();
    const { cookie } = await signIn(app);
    await change({ department: 'care', level: 1 });
    const refreshed = (await postRefresh(app, cookie)).json<{ accessToken: string }>();
    expect(claimsOf(refreshed.accessToken)).toMatchObject({ badge: 'care-ada', senior: false });
    const { claims: previewed } = await identity.userAdministration.preview(id, {});
    expect(previewed).toMatchObject({ badge: 'care-ada', senior: false });
    expect(previewed).not.toHaveProperty('strong');
  });

  it('know of a client itself no person', async () => {
    const test = await withAda();
    const shop = clients['shop'] ?? expect.fail('There is no shop.');
    test.declare({ shop: { ...shop, grants: ['client_credentials'], redirectUris: [] } });
    const answer = await askForTokens(test.app, { grant_type: 'client_credentials' });
    const token = claimsOf(answer.json<TokenAnswerOfApp>().access_token);
    expect(token).toMatchObject({ app: 'shop/confidential', here: audience });
    for (const name of ['badge', 'senior', 'strong']) expect(token).not.toHaveProperty(name);
  });

  it('replace nothing that a token says of itself, whatever a configuration let through', async () => {
    const names = ['sub', 'iss', 'aud', 'exp', 'roles', 'permissions', 'scope', 'cnf', 'act', 'acr', 'sid'];
    const mapping = Object.fromEntries(names.map((name) => [name, { cel: "'admin'" }]));
    const { app, id } = await withAda(mapping);
    const token = claimsOf((await signIn(app)).accessToken);
    expect(Object.values(token)).not.toContain('admin');
    expect(token).toMatchObject({ sub: id, iss: issuer, aud: audience, roles: [] });
  });

  it('that cannot be read say nothing, whatever a configuration let through', async () => {
    const { app } = await withAda({ badge: { cel: "user.username.matches('(a+)+$')" } });
    expect(claimsOf((await signIn(app)).accessToken)).not.toHaveProperty('badge');
  });
});
