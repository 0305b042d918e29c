import type { ClaimMapping } from '@signet/contracts';
import { describe, expect, it } from 'vitest';
import { hashClientSecret } from '../clients/client-secret.ts';
import {
  appUnderTest,
  askForTokens,
  claimsOf,
  clients,
  codeForm,
  newCode,
  type TokenAnswerOfApp,
} from '../oidc/testing/app-under-test.ts';
import { codeOf, postLogin, postRefresh, signIn } from '../testing/calls.ts';
import { audience } from '../testing/identity-under-test.ts';

const claims: ClaimMapping = {
  tenant: { cel: "organization.name + '/' + organization.id" },
  clerk: { cel: "'clerk' in organization.roles" },
  of_none: { cel: '!has(organization.id)' },
};
const serviceSecret = 'a-secret-of-the-service-in-this-test';
const asService = { authorization: `Basic ${btoa(`service:${serviceSecret}`)}` };
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

/** Ada, a `lead` everywhere, is a `clerk` at `acme` and a `guest` in `zoo`; what the hook is asked is kept. */
async function withAda(ofService: object = {}) {
  const questions: Readonly<Record<string, unknown>>[] = [];
  const hook: { answer: object } = { answer: {} };
  const test = await appUnderTest({
    askServer: async (_, { body = '' }) => {
      questions.push(claimsOf(body));
      return Response.json({ claims: hook.answer });
    },
  });
  const shop = clients['shop'] ?? expect.fail('There is no shop.');
  test.declare({
    ...clients,
    shop: { ...shop, organizations: 'optional' },
    service: { ...service, ...ofService },
  });
  test.declareRights({ apis: { demo: { audience, permissions: [], claims } }, roles: {} });
  test.configure({ tokenHook: { url: 'https://hooks.example/claims', timeout: 500, onFailure: 'deny' } });
  const account = (await test.accounts.findByUsername('ada')) ?? expect.fail('There is no ada.');
  await test.accounts.change(account, { ...account, roles: ['lead'] });
  const administration = test.identity.organizationAdministration;
  const acme = (await administration.add({ name: 'acme', displayName: 'Acme' })).id;
  const zoo = (await administration.add({ name: 'zoo', displayName: 'Zoo' })).id;
  await administration.addMember('acme', { account: account.id, roles: ['clerk'] });
  await administration.addMember('zoo', { account: account.id, roles: ['guest'] });
  test.pass(1000);
  return { ...test, administration, questions, hook, ada: account.id, acme, zoo };
}

describe('the organisation of a token, in claims by expression and in the question to the hook', () => {
  it('is that of the sign-in, of a refresh and of the code, with the roles in it alone', async () => {
    const { app, browser, questions, acme, zoo } = await withAda();
    const inAcme = { tenant: `acme/${acme}`, clerk: true, of_none: false };
    const signedIn = await signIn(app, { organization: 'acme' });
    expect(claimsOf(signedIn.accessToken)).toMatchObject(inAcme);
    expect(questions.at(-1)).toMatchObject({
      organization: { id: acme, name: 'acme', roles: ['clerk'] },
      user: { roles: expect.arrayContaining(['lead', 'clerk']) },
    });
    const refreshed = (await postRefresh(app, signedIn.cookie)).json<{ accessToken: string }>();
    expect(claimsOf(refreshed.accessToken)).toMatchObject(inAcme);

    const code = await newCode(browser, { organization: 'zoo' });
    const tokens = (await askForTokens(app, codeForm(code))).json<TokenAnswerOfApp>();
    expect(claimsOf(tokens.access_token)).toMatchObject({ tenant: `zoo/${zoo}`, clerk: false });
    expect(questions.at(-1)).toMatchObject({ organization: { id: zoo, name: 'zoo', roles: ['guest'] } });
    const form = { grant_type: 'refresh_token', refresh_token: tokens.refresh_token, organization: 'acme' };
    const moved = (await askForTokens(app, form)).json<TokenAnswerOfApp>();
    expect(claimsOf(moved.access_token)).toMatchObject(inAcme);
    expect(questions.at(-1)).toMatchObject({ organization: { id: acme } });
  });

  it('is none of a token of none', async () => {
    const { app, questions } = await withAda();
    const token = claimsOf((await signIn(app)).accessToken);
    expect(token).toMatchObject({ of_none: true });
    expect(token).not.toHaveProperty('tenant');
    expect(token).not.toHaveProperty('clerk');
    expect(questions.at(-1)).not.toHaveProperty('organization');
  });

  it('is that of a client for itself, without roles, and that of the token that is exchanged', async () => {
    const { app, questions, acme } = await withAda({ organization: 'acme' });
    const own = await askForTokens(app, { grant_type: 'client_credentials' }, asService);
    const ofItself = claimsOf(own.json<TokenAnswerOfApp>().access_token);
    expect(ofItself).toMatchObject({ tenant: `acme/${acme}` });
    expect(ofItself).not.toHaveProperty('clerk');
    expect(questions.at(-1)?.['organization']).toEqual({ id: acme, name: 'acme' });
    const { accessToken } = await signIn(app, { organization: 'acme' });
    const exchanged = await askForTokens(app, exchange(accessToken), asService);
    expect(claimsOf(exchanged.json<TokenAnswerOfApp>().access_token)).toMatchObject({
      tenant: `acme/${acme}`,
      clerk: true,
    });
    expect(questions.at(-1)?.['organization']).toEqual({ id: acme, name: 'acme', roles: ['clerk'] });
  });

  it('is in the preview what it is in the token', async () => {
    const { app, identity, ada } = await withAda();
    const token = claimsOf((await signIn(app, { organization: 'acme' })).accessToken);
    const preview = async (organization?: string) =>
      (await identity.userAdministration.preview(ada, organization === undefined ? {} : { organization }))
        .claims;
    expect(await preview('acme')).toMatchObject({ tenant: token['tenant'], clerk: true, of_none: false });
    expect(await preview()).toMatchObject({ of_none: true });
  });

  it('names the role of an administrator in no organisation, whatever stands in the store', async () => {
    const { app, stores, questions, acme, ada } = await withAda();
    const kept = await stores.organizations.belonging(acme, ada);
    if (kept) await stores.organizations.changeMember(kept.membership, ['admin', 'clerk']);
    await signIn(app, { organization: 'acme' });
    expect(questions.at(-1)?.['organization']).toMatchObject({ roles: ['clerk'] });
    expect(questions.at(-1)?.['user']).toMatchObject({ roles: ['lead', 'clerk'] });
  });
});

describe('whoever answers for the hook', () => {
  it.each([{ org_name: 'zoo' }, { org_id: 'org_forged' }, { organization: 'zoo' }, { roles: ['clerk'] }])(
    'puts no token into another organisation: %j',
    async (answer) => {
      const { app, hook } = await withAda();
      hook.answer = answer;
      for (const asked of [{}, { organization: 'acme' }]) {
        expect(codeOf(await postLogin(app, asked))).toBe('token_hook_failed');
      }
    },
  );

  it('is asked nothing in the name of an organisation that the person is not in', async () => {
    const { app, administration, ada, questions, browser } = await withAda();
    const { accessToken } = await signIn(app, { organization: 'acme' });
    const code = await newCode(browser, { organization: 'acme' });
    await administration.removeMember('acme', ada);
    questions.length = 0;
    expect(codeOf(await postLogin(app, { organization: 'acme' }))).toBe('organization_not_allowed');
    expect(codeOf(await askForTokens(app, codeForm(code)))).toBe('organization_not_allowed');
    expect(codeOf(await askForTokens(app, exchange(accessToken), asService))).toBe('subject_token_invalid');
    expect(questions).toEqual([]);
  });
});

function exchange(token: string) {
  return {
    grant_type: 'urn:ietf:params:oauth:grant-type:token-exchange',
    subject_token: token,
    subject_token_type: 'urn:ietf:params:oauth:token-type:access_token',
  };
}
