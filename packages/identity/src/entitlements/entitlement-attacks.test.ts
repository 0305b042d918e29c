import { adminAudience, type ClientsConfiguration } from '@signet/contracts';
import { describe, expect, it } from 'vitest';
import {
  type AppUnderTest,
  appUnderTest,
  askForTokens,
  claimsOf,
  clients,
  codeForm,
  newCode,
  type TokenAnswerOfApp,
} from '../oidc/testing/app-under-test.ts';
import { postRefresh, signIn } from '../testing/calls.ts';
import { addAda, audience, identityUnderTest, issuer } from '../testing/identity-under-test.ts';

const rights = {
  apis: {
    demo: {
      audience,
      accessTokenLifetime: 60_000,
      permissions: ['demo:read', 'demo:write', 'demo:delete'],
      claims: {},
    },
    billing: { audience: 'https://billing.example', permissions: ['bills:pay'], claims: {} },
  },
  roles: {
    clerk: { permissions: { demo: ['demo:read', 'demo:write'], billing: ['bills:pay'] } },
    janitor: { permissions: { demo: ['demo:delete', 'demo:unknown'] } },
    accountant: { permissions: { billing: ['bills:pay'] } },
  },
};

async function withAda(roles: readonly string[]) {
  const test = await identityUnderTest();
  await addAda(test.identity, roles);
  test.declareRights(rights);
  return test;
}

describe('an access token', () => {
  it('carries the permissions and roles of its API and of no other, and lives as long as that says', async () => {
    const { app } = await withAda(['clerk', 'accountant', 'janitor', 'undeclared', 'toString']);
    const claims = claimsOf((await signIn(app)).accessToken);
    expect(claims['permissions']).toEqual(['demo:delete', 'demo:read', 'demo:write']);
    expect(claims['roles']).toEqual(['clerk', 'janitor']);
    expect(Number(claims['exp']) - Number(claims['iat'])).toBe(60);
  });

  it('follows a change of roles at the next refresh', async () => {
    const { app, declareRights } = await withAda(['clerk']);
    const { cookie, accessToken } = await signIn(app);
    expect(claimsOf(accessToken)['permissions']).toEqual(['demo:read', 'demo:write']);
    declareRights({ ...rights, roles: {} });
    const refreshed = (await postRefresh(app, cookie)).json<{ accessToken: string }>();
    expect(claimsOf(refreshed.accessToken)).toMatchObject({ permissions: [], roles: [] });
  });

  it('of an API that is not declared has the roles of the account, and no permissions', async () => {
    const { app, declareRights } = await withAda(['clerk']);
    declareRights({ apis: {}, roles: rights.roles });
    const claims = claimsOf((await signIn(app)).accessToken);
    expect([claims['roles'], claims['permissions']]).toEqual([['clerk'], undefined]);
  });

  it('for the admin API keeps the role of administrators, whatever is declared for its audience', async () => {
    const { app, declareRights } = await withAda(['admin']);
    declareRights({
      apis: { own: { audience: adminAudience(issuer), permissions: [], claims: {} } },
      roles: {},
    });
    const { accessToken } = await signIn(app, { audience: adminAudience(issuer) });
    expect(claimsOf(accessToken)).toMatchObject({ roles: ['admin'] });
    expect(claimsOf(accessToken)).not.toHaveProperty('permissions');
  });
});

describe('an app', () => {
  async function shopWith(scope: string): Promise<Readonly<Record<string, unknown>>> {
    const test: AppUnderTest = await appUnderTest();
    const [ada] = await test.accounts.list();
    if (ada !== undefined) {
      const roles = { ...ada, id: ada.id, roles: ['clerk', 'janitor'] };
      test.accounts.findById = async () => roles;
    }
    test.declareRights(rights);
    const answer = await askForTokens(test.app, codeForm(await newCode(test.browser, { scope })));
    return claimsOf(answer.json<TokenAnswerOfApp>().access_token);
  }

  it('gets of a person’s permissions those that it asked for, and not a role that allows more', async () => {
    expect(await shopWith('openid demo:write')).toMatchObject({
      scope: 'openid demo:write',
      permissions: ['demo:write'],
      roles: [],
    });
  });

  it('is told of a role where all that it allows was granted', async () => {
    expect(await shopWith('openid demo:read demo:write')).toMatchObject({
      permissions: ['demo:read', 'demo:write'],
      roles: ['clerk'],
    });
  });

  it('gets nothing by being allowed to sign people in', async () => {
    expect(await shopWith('openid')).toMatchObject({ scope: 'openid', permissions: [], roles: [] });
  });
});

describe('a client', () => {
  const { shop } = clients;
  const worker = { ...shop, grants: ['client_credentials'], redirectUris: [], roles: ['janitor'] };

  async function claimsFor(declared: object) {
    const test = await identityUnderTest();
    test.declare({ shop: declared } as ClientsConfiguration);
    test.declareRights(rights);
    const answer = await askForTokens(test.app, { grant_type: 'client_credentials' });
    return claimsOf(answer.json<TokenAnswerOfApp>().access_token);
  }

  it('gets the permissions of its own roles', async () => {
    expect(await claimsFor(worker)).toMatchObject({ permissions: ['demo:delete'], roles: ['janitor'] });
  });

  it('without roles has no permission, however wide its scopes', async () => {
    const { roles: _, ...plain } = worker;
    expect(await claimsFor(plain)).toMatchObject({
      scope: 'demo:read demo:write',
      permissions: [],
      roles: [],
    });
  });
});
