import { adminAudience, type ClaimMapping, isReservedClaim } from '@signet/contracts';
import { describe, expect, it } from 'vitest';
import { askForTokens, claimsOf, clients, type TokenAnswerOfApp } from '../oidc/testing/app-under-test.ts';
import { postRefresh, signIn } from '../testing/calls.ts';
import { addAda, audience, identityUnderTest, issuer } from '../testing/identity-under-test.ts';

const attributes = { department: 'sales', sites: ['north', 'south'], level: 3, secret: 'not asked for' };
const claims: ClaimMapping = {
  department: 'user.department',
  places: 'user.sites',
  level: 'user.level',
  missing: 'user.nothing',
  toString: 'user.constructor',
  name: 'user.username',
  contact: 'user.email',
  app: 'client.id',
  app_name: 'client.name',
  tier: { value: 'gold' },
};

async function withAda(mapping = claims) {
  const test = await identityUnderTest();
  await addAda(test.identity);
  test.declareRights({ apis: { demo: { audience, permissions: [], claims: mapping } }, roles: {} });
  const { users } = await test.identity.userAdministration.page({ limit: 1 });
  const { id } = users[0] ?? expect.fail('There is no ada.');
  const held = test.identity.userAttributes;
  await held.change(id, (await held.show(id)).etag, attributes);
  return { ...test, id, held };
}

describe('claims by mapping', () => {
  it('say what is known of the person, and nothing that was not asked for', async () => {
    const { app, stores, id } = await withAda();
    await stores.emails.put({ accountId: id, address: 'ada@example.org', verified: true });
    const said = claimsOf((await signIn(app)).accessToken);
    expect(said).toMatchObject({
      ...{ department: 'sales', places: ['north', 'south'], level: 3, name: 'ada', tier: 'gold' },
      ...{ contact: 'ada@example.org', app: 'signet', sub: id },
    });
    expect(Object.keys(said)).not.toEqual(expect.arrayContaining(['missing']));
    expect(Object.hasOwn(said, 'toString')).toBe(false);
    expect(JSON.stringify(said)).not.toContain('not asked for');
  });

  it('do not pass off an address that nobody has shown to be theirs', async () => {
    const { app, stores, id } = await withAda();
    await stores.emails.put({ accountId: id, address: 'boss@example.org', verified: false });
    expect(claimsOf((await signIn(app)).accessToken)).not.toHaveProperty('contact');
  });

  it('count at the next refresh, stand in a preview, and are told by name only in the audit log', async () => {
    const { app, id, held, identity, stores } = await withAda();
    const { cookie } = await signIn(app);
    await held.change(id, (await held.show(id)).etag, { department: 'a secret ward' });
    const refreshed = (await postRefresh(app, cookie)).json<{ accessToken: string }>();
    expect(claimsOf(refreshed.accessToken)).toMatchObject({ department: 'a secret ward' });
    expect(claimsOf(refreshed.accessToken)).not.toHaveProperty('level');
    const { claims: previewed } = await identity.userAdministration.preview(id, {});
    expect(previewed).toMatchObject({ department: 'a secret ward', tier: 'gold' });
    const told = await stores.audit.read({ limit: 9, order: 'newest', action: 'account.attributes_changed' });
    expect(told[0]).toMatchObject({ details: { names: 'department' } });
    expect(JSON.stringify(told)).not.toContain('secret ward');
  });

  it('replace nothing that a token says of itself, whatever a configuration let through', async () => {
    const ofTheProtocol = ['sub', 'iss', 'aud', 'exp', 'roles', 'permissions', 'scope', 'cnf', 'act', 'acr'];
    const mapping = Object.fromEntries(ofTheProtocol.map((name) => [name, { value: 'admin' }]));
    const { app, id } = await withAda(mapping);
    const said = claimsOf((await signIn(app)).accessToken);
    expect(Object.values(said)).not.toContain('admin');
    expect(said).toMatchObject({ sub: id, iss: issuer, aud: audience, roles: [] });
    expect(said).not.toHaveProperty('cnf');
  });

  it('know no name that a token of ours has', async () => {
    const { app } = await withAda({});
    const names = Object.keys(claimsOf((await signIn(app)).accessToken));
    expect(names.filter((name) => !isReservedClaim(name))).toEqual([]);
  });

  it('stay out of tokens for the admin API, whatever is declared for its audience', async () => {
    const { app, declareRights, accounts } = await withAda();
    const [ada] = await accounts.list();
    if (ada !== undefined) await accounts.change(ada, { ...ada, roles: ['admin'] });
    const own = { audience: adminAudience(issuer), permissions: [], claims };
    declareRights({ apis: { own }, roles: {} });
    const { accessToken } = await signIn(app, { audience: adminAudience(issuer) });
    expect(claimsOf(accessToken)).not.toHaveProperty('tier');
  });

  it('tell of a client itself what there is to tell', async () => {
    const test = await withAda();
    const shop = clients['shop'] ?? expect.fail('There is no shop.');
    test.declare({ shop: { ...shop, grants: ['client_credentials'], redirectUris: [] } });
    const answer = await askForTokens(test.app, { grant_type: 'client_credentials' });
    const said = claimsOf(answer.json<TokenAnswerOfApp>().access_token);
    expect(said).toMatchObject({ app: 'shop', app_name: shop.name, tier: 'gold', sub: 'shop' });
    expect(said).not.toHaveProperty('department');
  });
});

describe('attributes of an account', () => {
  it('are changed by one of two who read the same', async () => {
    const { id, held } = await withAda();
    const { etag } = await held.show(id);
    const answers = await Promise.allSettled([1, 2, 3].map((level) => held.change(id, etag, { level })));
    expect(answers.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
    await expect(held.change(id, etag, {})).rejects.toMatchObject({ refusal: { code: 'account_changed' } });
  });
});
