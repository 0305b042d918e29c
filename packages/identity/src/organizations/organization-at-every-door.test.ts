import { newId } from '@signet/contracts';
import type { LightMyRequestResponse } from 'fastify';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import {
  answerAt,
  askForTokens,
  authorizeUrl,
  type Browser,
  claimsOf,
  clients,
  codeForm,
  locationOf,
  uidOf,
} from '../oidc/testing/app-under-test.ts';
import { softPasskey } from '../passkeys/testing/authenticator.ts';
import { addPasskey } from '../passkeys/testing/ceremonies.ts';
import {
  begin,
  finish,
  other,
  signInThere,
  type TwoSignets,
  twoSignets,
} from '../providers/testing/two-signets.ts';
import { codeOf, signIn } from '../testing/calls.ts';
import { issuer, password } from '../testing/identity-under-test.ts';

let two: TwoSignets;

beforeEach(async () => {
  two = await twoSignets();
  two.here.configure({ providers: { other }, emailSignIn: true });
});
afterEach(() => two.close());

/** Begins anew, and answers how its last step is sent: with what is asked for beside, as often as wanted. */
type Door = (browser: Browser) => Promise<(asked?: object) => Promise<LightMyRequestResponse>>;

const byMail =
  (show: (mail: string) => object): Door =>
  async (browser) => {
    await browser.send('POST', '/auth/login/email', { payload: { name: 'ada' } });
    const shown = show((await two.here.mails()).at(-1)?.text ?? '');
    return (asked = {}) =>
      browser.send('POST', '/auth/login/email/finish', { payload: { ...shown, ...asked } });
  };

/** The one passkey that `withOrganizations` adds. */
const passkey = { soft: softPasskey() };

const doors: readonly (readonly [string, Door])[] = [
  [
    'a password',
    async (browser) =>
      (asked = {}) =>
        browser.send('POST', '/auth/login', { payload: { username: 'ada', password, ...asked } }),
  ],
  [
    'another OpenID provider',
    async (browser) => {
      await browser.send('GET', await signInThere(two, await begin(browser)));
      return (asked = {}) => finish(browser, asked);
    },
  ],
  ['the code of a mail', byMail((text) => ({ mailCode: /^ {4}(\d{8})$/m.exec(text)?.[1] }))],
  ['the link of a mail', byMail((text) => ({ link: /#mail\.([\w-]{43})$/m.exec(text)?.[1] }))],
  [
    'a passkey',
    async (browser) =>
      async (asked = {}) => {
        const given = await browser.send('POST', '/auth/login/passkey/challenge', { payload: {} });
        const payload = { passkey: passkey.soft.get(given.json()), ...asked };
        return browser.send('POST', '/auth/login/passkey', { payload });
      },
  ],
];

const notIn = 'the person is not in the one that is asked for';

/** Ada is in these, of which `shut` is disabled; nobody is in `hidden`. */
async function withOrganizations(door: string, names: readonly string[], uses: 'optional' | 'required') {
  const { here } = two;
  const shop = clients['shop'] ?? expect.fail('There is no shop.');
  here.declare({ ...clients, shop: { ...shop, organizations: uses } });
  const ada = (await here.accounts.findByUsername('ada'))?.id ?? expect.fail('There is no ada.');
  await here.stores.emails.put({ accountId: ada, address: 'ada@example.org', verified: true });
  const administration = here.identity.organizationAdministration;
  for (const name of [...names, 'hidden']) await administration.add({ name, displayName: `The ${name}` });
  for (const name of names) await administration.addMember(name, { account: ada, roles: ['clerk'] });
  if (names.includes('shut')) {
    const { etag } = await administration.show('shut');
    await administration.change('shut', etag, { displayName: 'The shut', disabled: true });
  }
  if (door === 'a passkey') passkey.soft = (await addPasskey(here.app, await signIn(here.app))).soft;
  here.pass(1000);
  return { administration, ada };
}

describe.each(doors)('an organisation at the door of %s', (name, open) => {
  it('is that which the session API is asked for', async () => {
    await withOrganizations(name, ['acme', 'zoo'], 'optional');
    const enter = await open(two.here.browser);
    const entered = await enter({ organization: 'zoo' });
    expect(entered.statusCode).toBe(200);
    expect(claimsOf(entered.json().accessToken)).toMatchObject({ org_name: 'zoo' });
    const plain = await (await open(two.here.browser))();
    expect(claimsOf(plain.json().accessToken)).not.toHaveProperty('org_id');
  });

  it('is refused in one way where the person is not in it, opens nothing, and uses nothing up', async () => {
    const { ada } = await withOrganizations(name, ['acme', 'shut'], 'optional');
    const before = await two.here.sessions.ofAccount(ada, two.here.now(), 9);
    const enter = await open(two.here.browser);
    const told = new Set<string>();
    for (const organization of ['hidden', 'shut', 'never-was', newId('organization')]) {
      const refused = await enter({ organization });
      const { reference: _, instance: __, ...answer } = refused.json();
      told.add(JSON.stringify({ status: refused.statusCode, ...answer }));
      expect(codeOf(refused)).toBe('organization_not_allowed');
    }
    expect(told.size).toBe(1);
    expect(await two.here.sessions.ofAccount(ada, two.here.now(), 9)).toEqual(before);
    expect((await enter({ organization: 'acme' })).statusCode).toBe(200);
  });

  it('is chosen for an app, by whoever is in several, after the sign-in and from those alone', async () => {
    await withOrganizations(name, ['acme', 'shut', 'zoo'], 'required');
    const { browser, app } = two.here;
    const uid = uidOf(await goOn());
    expect((await browser.send('GET', `/auth/interactions/${uid}`)).json()).toMatchObject({
      prompt: 'organization',
      person: { username: 'ada' },
      choice: { organizations: [{ name: 'acme' }, { name: 'zoo' }], orNone: false },
    });
    for (const organization of ['hidden', 'shut', 'never-was']) {
      const payload = { answer: 'continue', organization };
      const refused = await browser.send('POST', `/auth/interactions/${uid}`, { payload });
      expect(codeOf(refused)).toBe('organization_not_allowed');
    }
    const payload = { answer: 'continue', organization: 'zoo' };
    const chosen = await browser.send('POST', `/auth/interactions/${uid}`, { payload });
    const back = await browser.send('GET', new URL(chosen.json().redirectTo).pathname);
    const code = locationOf(back).searchParams.get('code') ?? '';
    const tokens = await askForTokens(app, codeForm(code));
    expect(claimsOf(tokens.json().access_token)).toMatchObject({ org_name: 'zoo' });
  });

  it('is the only one that the person is in, without a question', async () => {
    await withOrganizations(name, ['acme', 'shut'], 'required');
    const code = locationOf(await goOn()).searchParams.get('code') ?? '';
    const tokens = await askForTokens(two.here.app, codeForm(code));
    expect(claimsOf(tokens.json().access_token)).toMatchObject({ org_name: 'acme' });
  });

  it.each([
    ['of who is in none', {}, ['shut'], 'the person is in none'],
    ['that others are in', { organization: 'hidden' }, ['acme'], notIn],
    ['that is not there', { organization: 'never-was' }, ['acme'], notIn],
  ] as const)('is refused to the app as at every door: one %s', async (_, asked, names, why) => {
    await withOrganizations(name, names, 'required');
    const { searchParams } = locationOf(await goOn(asked));
    expect([searchParams.get('error'), searchParams.get('error_description')]).toEqual([
      'access_denied',
      `no organization: ${why}`,
    ]);
  });

  /** The page of an app that waits: signs in by this door, and goes on. */
  async function goOn(asked: Readonly<Record<string, string>> = {}): Promise<LightMyRequestResponse> {
    const { browser } = two.here;
    const uid = uidOf(await browser.send('GET', authorizeUrl(asked)));
    const entered = await (await open(browser))({ audience: `${issuer}/account` });
    return answerAt(browser, uid, entered.json<{ accessToken: string }>().accessToken);
  }
});
