import { newId } from '@signet/contracts';
import type { LightMyRequestResponse } from 'fastify';
import { describe, expect, it } from 'vitest';
import { codeOf } from '../testing/calls.ts';
import { password } from '../testing/identity-under-test.ts';
import {
  type AuthorizeRequest,
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
} from './testing/app-under-test.ts';

/** Ada is in `acme` and `zoo`, and in `shut`, which is disabled; Bob is in `hidden` alone. */
async function withChoice(organizations: 'none' | 'optional' | 'required' = 'required') {
  const test = await appUnderTest();
  const { shop, stranger, phone } = clients;
  if (!shop || !stranger || !phone) expect.fail('There are no apps.');
  const other = { ...phone, redirectUris: ['https://other.example/in'], organizations };
  test.declare({
    shop: { ...shop, organizations },
    stranger: { ...stranger, organizations },
    other,
  });
  const administration = test.identity.organizationAdministration;
  const ada = (await test.accounts.findByUsername('ada'))?.id ?? expect.fail('There is no ada.');
  const bob = (await test.identity.accounts.add({ username: 'bob', password, roles: [], scopes: [] })).id;
  for (const name of ['zoo', 'acme', 'shut', 'hidden']) {
    await administration.add({ name, displayName: `The ${name}` });
    await administration.addMember(name, { account: name === 'hidden' ? bob : ada, roles: [] });
  }
  const { etag } = await administration.show('shut');
  await administration.change('shut', etag, { displayName: 'The shut', disabled: true });
  test.pass(1000);
  const { browser } = test;
  const begin = (asked: AuthorizeRequest = {}) => browser.send('GET', authorizeUrl(asked));
  const show = async (uid: string) => (await browser.send('GET', `/auth/interactions/${uid}`)).json();
  const answer = (uid: string, payload: object, headers = {}) =>
    browser.send('POST', `/auth/interactions/${uid}`, { payload, headers });
  const choose = async (uid: string, organization?: string) => {
    const answered = await answer(uid, { answer: 'continue', organization });
    if (answered.statusCode !== 200) throw new Error(`The choice was refused: ${answered.body}`);
    return browser.send('GET', new URL(answered.json().redirectTo).pathname);
  };
  /** As far as the question which one. */
  const asked = async (more: AuthorizeRequest = {}) => uidOf(await signInAt(browser, await begin(more)));
  const claims = async (back: LightMyRequestResponse) => {
    const code = locationOf(back).searchParams.get('code') ?? '';
    const tokens = await askForTokens(test.app, codeForm(code));
    return claimsOf(tokens.json().access_token);
  };
  return { ...test, administration, ada, begin, show, answer, choose, asked, claims };
}

const strangers = { client_id: 'stranger', redirect_uri: 'https://stranger.example/in', scope: 'openid' };
const errorOf = (back: LightMyRequestResponse) => locationOf(back).searchParams.get('error');

describe('who is in several organisations', () => {
  it('chooses from those alone that they get tokens of, and the tokens are of that one', async () => {
    const { asked, show, choose, claims } = await withChoice();
    const uid = await asked();
    expect(await show(uid)).toMatchObject({
      prompt: 'organization',
      person: { username: 'ada' },
      choice: {
        organizations: [
          { name: 'acme', displayName: 'The acme' },
          { name: 'zoo', displayName: 'The zoo' },
        ],
        orNone: false,
      },
    });
    expect(await claims(await choose(uid, 'zoo'))).toMatchObject({ org_name: 'zoo' });
  });

  it('is not asked again by the same app, in this browser and as long as they are in it', async () => {
    const { asked, begin, choose, claims, administration, ada, show } = await withChoice();
    await choose(await asked(), 'zoo');
    expect(await claims(await begin())).toMatchObject({ org_name: 'zoo' });
    expect(await claims(await begin({ prompt: 'none' }))).toMatchObject({ org_name: 'zoo' });
    await administration.add({ name: 'third', displayName: 'The third' });
    await administration.addMember('third', { account: ada, roles: [] });
    await administration.removeMember('zoo', ada);
    const again = uidOf(await begin());
    const { choice } = await show(again);
    expect(choice.organizations.map(({ name }: { name: string }) => name)).toEqual(['acme', 'third']);
  });

  it('is asked anew by another app, in another browser, and by an app that wants it', async () => {
    const { asked, begin, choose, show, app } = await withChoice();
    await choose(await asked(), 'zoo');
    const other = uidOf(await begin({ client_id: 'other', redirect_uri: 'https://other.example/in' }));
    expect(await show(other)).toMatchObject({ prompt: 'organization', client: { id: 'other' } });
    const elsewhere = new Browser(app);
    const uid = uidOf(await signInAt(elsewhere, await elsewhere.send('GET', authorizeUrl())));
    const shown = (await elsewhere.send('GET', `/auth/interactions/${uid}`)).json();
    expect(shown.prompt).toBe('organization');
    const wanted = uidOf(await begin({ prompt: 'organization' }));
    expect(await show(wanted)).toMatchObject({ prompt: 'organization' });
  });

  it('is not asked where no page may be shown', async () => {
    const { asked, begin } = await withChoice();
    await asked();
    expect(errorOf(await begin({ prompt: 'none' }))).toBe('interaction_required');
  });

  it('goes back to the app without an answer', async () => {
    const { asked, answer, browser } = await withChoice();
    const { redirectTo } = (await answer(await asked(), { answer: 'deny' })).json();
    expect(errorOf(await browser.send('GET', new URL(redirectTo).pathname))).toBe('access_denied');
  });

  it('agrees to an app of others in the name of the one that they chose', async () => {
    const { asked, choose, show } = await withChoice();
    const consent = uidOf(await choose(await asked(strangers), 'acme'));
    expect(await show(consent)).toMatchObject({
      prompt: 'consent',
      organization: { name: 'acme', displayName: 'The acme' },
    });
  });

  it('may go on without one, where the app asks and can do without', async () => {
    const { asked, begin, choose, claims, show } = await withChoice('optional');
    const uid = await asked({ prompt: 'organization' });
    expect((await show(uid)).choice.orNone).toBe(true);
    expect(await claims(await choose(uid))).not.toHaveProperty('org_id');
    expect(await claims(await choose(uidOf(await begin({ prompt: 'organization' })), 'acme'))).toMatchObject({
      org_name: 'acme',
    });
    expect(await claims(await begin())).toMatchObject({ org_name: 'acme' });
    await choose(uidOf(await begin({ prompt: 'organization' })));
    expect(await claims(await begin())).not.toHaveProperty('org_id');
  });

  it('is not asked by an app that takes none, nor by one that says which', async () => {
    const none = await withChoice('none');
    expect(errorOf(await signInAt(none.browser, await none.begin({ prompt: 'organization' })))).toBe(
      'access_denied',
    );
    const { begin, browser, claims } = await withChoice();
    const named = await begin({ prompt: 'organization', organization: 'zoo' });
    expect(await claims(await signInAt(browser, named))).toMatchObject({ org_name: 'zoo' });
  });
});

describe('the choice of an organisation', () => {
  it.each(['hidden', 'nothing', 'shut', newId('organization')])(
    'is refused for %s as for what does not exist, and stays open',
    async (organization) => {
      const { asked, answer, choose, claims } = await withChoice();
      const uid = await asked();
      const refused = await answer(uid, { answer: 'continue', organization });
      const unknown = await answer(uid, { answer: 'continue', organization: 'never-was' });
      expect(codeOf(refused)).toBe('organization_not_allowed');
      const { detail, fix } = refused.json();
      expect(unknown.json()).toMatchObject({ detail, fix });
      expect(await claims(await choose(uid, 'acme'))).toMatchObject({ org_name: 'acme' });
    },
  );

  it('cannot be left out where the app takes nobody without', async () => {
    const { asked, answer } = await withChoice();
    expect(codeOf(await answer(await asked(), { answer: 'continue' }))).toBe('organization_not_allowed');
  });

  it('cannot be brought before it is asked: neither a sign-in nor a consent carries one', async () => {
    const { begin, browser, show, choose, answer, claims } = await withChoice();
    const started = uidOf(await begin());
    const login = await browser.send('POST', '/auth/login', { payload: { username: 'ada', password } });
    const authorization = `Bearer ${login.json().accessToken}`;
    const answered = await answer(started, { answer: 'continue', organization: 'zoo' }, { authorization });
    const next = await browser.send('GET', new URL(answered.json().redirectTo).pathname);
    expect(await show(uidOf(next))).toMatchObject({ prompt: 'organization' });
    expect(await claims(await choose(uidOf(next), 'acme'))).toMatchObject({ org_name: 'acme' });
    const consent = uidOf(await choose(uidOf(await begin(strangers)), 'acme'));
    await choose(consent, 'zoo');
    const back = await begin({ ...strangers, prompt: 'none' });
    expect(locationOf(back).searchParams.has('code')).toBe(true);
    expect(errorOf(await begin({ ...strangers, organization: 'zoo', prompt: 'none' }))).toBe(
      'consent_required',
    );
  });

  it('is nobody’s whose session is over: nothing is shown, and nothing is taken', async () => {
    const { asked, show, answer, app, identity, ada } = await withChoice();
    const uid = await asked();
    await identity.accounts.disable(ada);
    const shown = await show(uid);
    expect(shown).not.toHaveProperty('choice');
    expect(shown).not.toHaveProperty('person');
    expect(codeOf(await answer(uid, { answer: 'continue', organization: 'acme' }))).toBe('sign_in_needed');
    expect(codeOf(await app.inject(`/auth/interactions/${uid}`))).toBe('interaction_unknown');
  });

  it('is made in the browser that was asked, once, and by no page of another site', async () => {
    const { asked, answer, choose, app } = await withChoice();
    const uid = await asked();
    const payload = { answer: 'continue', organization: 'acme' };
    const foreign = new Browser(app);
    const forged = await foreign.send('POST', `/auth/interactions/${uid}`, { payload });
    expect(codeOf(forged)).toBe('interaction_unknown');
    for (const headers of [{ origin: 'https://evil.example' }, { 'sec-fetch-site': 'cross-site' }]) {
      expect(codeOf(await answer(uid, payload, headers))).toBe('origin_not_allowed');
    }
    await choose(uid, 'acme');
    expect(codeOf(await answer(uid, { answer: 'continue', organization: 'zoo' }))).toBe(
      'interaction_unknown',
    );
  });

  it('gives nothing to who is taken out before the browser comes back', async () => {
    const { asked, answer, administration, ada, browser, show, claims } = await withChoice();
    const uid = await asked();
    const { redirectTo } = (await answer(uid, { answer: 'continue', organization: 'zoo' })).json();
    await administration.removeMember('zoo', ada);
    const back = await browser.send('GET', new URL(redirectTo).pathname);
    expect([uidOf(back), await claims(back)]).toMatchObject(['', { org_name: 'acme' }]);
    expect(await show(uid)).not.toHaveProperty('choice');
  });
});
