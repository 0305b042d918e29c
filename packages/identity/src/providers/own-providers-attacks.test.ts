import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { addAuthenticator, codeNow } from '../factors/testing/authenticator.ts';
import { Browser } from '../oidc/testing/app-under-test.ts';
import { softPasskey } from '../passkeys/testing/authenticator.ts';
import { codeOf, postLogin, signIn } from '../testing/calls.ts';
import { password } from '../testing/identity-under-test.ts';
import {
  adasAddress,
  finish,
  other,
  otherIssuer,
  signInByOther,
  signInThere,
  type TwoSignets,
  twoSignets,
} from './testing/two-signets.ts';

let two: TwoSignets;

beforeEach(async () => {
  two = await twoSignets();
});
afterEach(() => two.close());

/** Somebody who is signed in here, at their own page. */
interface Person {
  readonly browser: Browser;
  readonly headers: Readonly<Record<string, string>>;
}

async function byPassword(body: object = {}): Promise<Person & { accessToken: string }> {
  const { accessToken } = await signIn(two.here.app, body);
  return {
    browser: new Browser(two.here.app),
    headers: { authorization: `Bearer ${accessToken}` },
    accessToken,
  };
}

/** Who came by the other Signet, and has no password here. */
async function byProvider(): Promise<Person & { accessToken: string }> {
  two.here.configure({ providers: { other: { ...other, register: true } } });
  const browser = new Browser(two.here.app);
  const answer = await signInByOther(two, { browser });
  const { accessToken } = answer.json<{ accessToken: string }>();
  return { browser, headers: { authorization: `Bearer ${accessToken}` }, accessToken };
}

const ask = ({ browser, headers }: Person, path: string, payload: object = {}) =>
  browser.send('POST', `/auth/account${path}`, { payload, headers });

/** Begins, signs in there, and comes back; answers where the page goes on. */
async function goThere(person: Person, to: 'begin' | 'prove', proof: object = {}) {
  const begun = await ask(person, `/providers/other/${to}`, proof);
  if (begun.statusCode !== 200) throw new Error(`Beginning was refused: ${begun.body}`);
  const target = new URL(begun.json<{ redirectTo: string }>().redirectTo);
  const back = await person.browser.send('GET', await signInThere(two, target));
  return { target, goOn: back.headers.location };
}

/** Adds a passkey, as whoever came by the provider. */
async function withPasskey(person: Person) {
  const { browser, headers } = person;
  const post = (path: string, payload: object) => browser.send('POST', path, { payload, headers });
  const soft = softPasskey();
  await goThere(person, 'prove');
  const begun = await post('/auth/factors/passkeys', { byProvider: true });
  const credential = soft.create(begun.json());
  const added = await post('/auth/factors/passkeys/confirm', { credential, name: 'Phone' });
  const { id } = added.json<{ passkey: { id: string } }>().passkey;
  const assertion = async () => ({
    passkey: soft.get((await post('/auth/login/passkey/challenge', {})).json()),
  });
  const remove = async () => post(`/auth/factors/passkeys/${id}/remove`, await assertion());
  return { post, assertion, remove };
}

const listed = async ({ browser, headers }: Person) =>
  (await browser.send('GET', '/auth/account/providers', { headers })).json();

describe('a provider that a person joins to their account', () => {
  it('signs them in from then on: told by mail and in the log, and parted again', async () => {
    const ada = await byPassword();
    expect(await listed(ada)).toEqual({
      providers: [{ provider: 'other', name: 'The other', issuer: otherIssuer }],
    });
    const { goOn } = await goThere(ada, 'begin', { password });
    expect(goOn).toBe('/account#joined');
    const joined = await ask(ada, '/providers/join', { language: 'en' });
    expect(joined.json().providers[0].joined).toMatchObject({ email: adasAddress });
    expect((await signInByOther(two, { browser: new Browser(two.here.app) })).statusCode).toBe(200);
    const parted = await ask(ada, '/providers/part', { issuer: otherIssuer, password });
    expect(parted.json().providers[0].joined).toBeUndefined();
    const { entries } = await two.here.identity.audit.read({ limit: 20, order: 'newest' });
    const told = entries.filter(({ action }) => action.startsWith('account.provider_'));
    expect(told.map(({ action, actor, details }) => [action, actor.kind, details])).toEqual([
      ['account.provider_parted', 'account', { issuer: otherIssuer }],
      ['account.provider_joined', 'account', { provider: 'other', issuer: otherIssuer, by: 'person' }],
    ]);
    const again = await signInByOther(two, { browser: new Browser(two.here.app) });
    expect(codeOf(again)).toBe('provider_account_missing');
  });

  it('is begun with the password, or by nobody who found the page open', async () => {
    const ada = await byPassword();
    const wrong = await ask(ada, '/providers/other/begin', { password: 'a wrong guess' });
    expect([codeOf(wrong), wrong.headers['set-cookie']]).toEqual(['credentials_invalid', undefined]);
    expect(codeOf(await ask(ada, '/providers/other/begin'))).toBe('request_invalid');
    expect(codeOf(await ask({ ...ada, headers: {} }, '/providers/other/begin', { password }))).toBe(
      'token_missing',
    );
    expect(codeOf(await ask(ada, '/providers/join'))).toBe('provider_sign_in_over');
    expect(codeOf(await ask(ada, '/providers/part', { issuer: otherIssuer, password: 'a guess' }))).toBe(
      'credentials_invalid',
    );
  });

  it('is joined to the account that asked alone, in its browser alone, and once', async () => {
    const ada = await byPassword();
    await two.here.identity.accounts.add({ username: 'eve', password, roles: [], scopes: [] });
    const eve = await byPassword({ username: 'eve' });
    await goThere(ada, 'begin', { password });
    expect(codeOf(await ask({ browser: ada.browser, headers: eve.headers }, '/providers/join'))).toBe(
      'provider_sign_in_over',
    );
    expect(codeOf(await ask({ browser: eve.browser, headers: ada.headers }, '/providers/join'))).toBe(
      'provider_sign_in_over',
    );
    const held = ada.browser.held('signet_provider').join('; ');
    expect((await ask(ada, '/providers/join')).statusCode).toBe(200);
    await ask(ada, '/providers/part', { issuer: otherIssuer, password });
    const replayed = await two.here.app.inject({
      method: 'POST',
      url: '/auth/account/providers/join',
      payload: {},
      headers: { ...ada.headers, cookie: held },
    });
    expect(codeOf(replayed)).toBe('provider_sign_in_over');
  });

  it('signs nobody in by what was begun for that, nor joins by what was begun to sign in', async () => {
    const ada = await byPassword();
    await goThere(ada, 'begin', { password });
    const answer = await finish(ada.browser);
    expect([codeOf(answer), answer.headers['set-cookie']]).toEqual(['provider_sign_in_over', undefined]);
    const begun = await ada.browser.send('POST', '/auth/providers/other/begin', { payload: {} });
    const target = new URL(begun.json<{ redirectTo: string }>().redirectTo);
    await ada.browser.send('GET', await signInThere(two, target));
    expect(codeOf(await ask(ada, '/providers/join'))).toBe('provider_sign_in_over');
  });

  it('belongs to one account: it is taken from no other', async () => {
    await byProvider();
    const ada = await byPassword();
    await goThere(ada, 'begin', { password });
    const taken = await ask(ada, '/providers/join');
    expect([codeOf(taken), taken.json().detail]).toEqual([
      'provider_link_refused',
      'This sign-in at the provider belongs to another account here.',
    ]);
    expect((await listed(ada)).providers[0].joined).toBeUndefined();
  });

  it('is shown to an administrator and parted by them, also when it is configured no more', async () => {
    await byProvider();
    const { providerAdministration } = two.here.identity;
    const account = (await two.here.accounts.list()).find(({ passwordHash }) => passwordHash === 'none');
    if (account === undefined) throw new Error('Nobody came by the provider.');
    two.here.configure({ providers: {} });
    const shown = await providerAdministration.list(account.id);
    expect(shown.providers).toMatchObject([{ name: '127.0.0.1:9999', issuer: otherIssuer }]);
    const left = await providerAdministration.part(account.id, otherIssuer);
    expect(left.providers).toEqual([]);
    await expect(providerAdministration.part(account.id, otherIssuer)).rejects.toMatchObject({
      code: 'provider_unknown',
    });
  });
});

describe('whoever came by a provider and has no password', () => {
  it('is signed in by no password, and does not lose the last way in', async () => {
    const person = await byProvider();
    const { username } = (await person.browser.send('GET', '/auth/profile', person)).json();
    for (const guess of ['none', '', 'x']) {
      expect((await postLogin(two.here.app, { username, password: guess })).statusCode).not.toBe(200);
    }
    await goThere(person, 'prove');
    const refused = await ask(person, '/providers/part', { issuer: otherIssuer, byProvider: true });
    expect([codeOf(refused), refused.json().detail]).toEqual([
      'provider_link_refused',
      'Nothing else signs you in here, so this provider stays.',
    ]);
    two.here.configure({ emailSignIn: true });
    expect((await ask(person, '/providers/part', { issuer: otherIssuer, byProvider: true })).statusCode).toBe(
      200,
    );
  });

  it('keeps the passkey that is the last way in, until there is another', async () => {
    const person = await byProvider();
    const { post, assertion, remove } = await withPasskey(person);
    const parted = await ask(person, '/providers/part', { issuer: otherIssuer, ...(await assertion()) });
    expect(parted.statusCode).toBe(200);
    const refused = await remove();
    expect([refused.statusCode, codeOf(refused)]).toEqual([409, 'passkey_not_removed']);
    const held = await person.browser.send('GET', '/auth/factors', { headers: person.headers });
    expect(held.json().passkeys).toHaveLength(1);
    expect((await post('/auth/login/passkey', await assertion())).statusCode).toBe(200);
    two.here.configure({ emailSignIn: true });
    expect((await remove()).json()).toMatchObject({ passkeys: [] });
  });

  it('keeps it also where the provider that is joined is configured no more', async () => {
    const { remove } = await withPasskey(await byProvider());
    two.here.configure({ providers: {} });
    expect(codeOf(await remove())).toBe('passkey_not_removed');
    two.here.configure({ providers: { other } });
    expect((await remove()).json()).toMatchObject({ passkeys: [] });
  });

  it('proves who they are at the provider, which asks anew, for one change', async () => {
    const person = await byProvider();
    const { target, goOn } = await goThere(person, 'prove');
    expect([target.searchParams.get('max_age'), goOn]).toEqual(['0', '/account#proven']);
    const begun = await person.browser.send('POST', '/auth/factors/authenticator', {
      payload: { byProvider: true },
      headers: person.headers,
    });
    expect(begun.json().secret).toBeDefined();
    expect(codeOf(await ask(person, '/delete', { byProvider: true }))).toBe('proof_over');
  });

  it('does not prove it by the sign-in of before, that of another account, nor in another browser', async () => {
    const person = await byProvider();
    expect(codeOf(await ask(person, '/delete', { byProvider: true }))).toBe('proof_over');
    await goThere(person, 'prove');
    const elsewhere = { browser: new Browser(two.here.app), headers: person.headers };
    expect(codeOf(await ask(elsewhere, '/delete', { byProvider: true }))).toBe('proof_over');
    two.here.pass(10 * 60_000);
    expect(codeOf(await ask(person, '/delete', { byProvider: true }))).toBe('proof_over');
  });

  it('does not prove it by a provider that did not ask anew', async () => {
    const person = await byProvider();
    two.here.pass(60_000);
    two.there.pass(60_000);
    const again = new URL((await ask(person, '/providers/other/prove')).json().redirectTo);
    // As if the provider did not know it.
    again.searchParams.delete('max_age');
    await person.browser.send('GET', await signInThere(two, again));
    expect(codeOf(await ask(person, '/delete', { byProvider: true }))).toBe('provider_answer_invalid');
  });

  it('proves it by a mailed code of this account alone, once, within five tries', async () => {
    const person = await byProvider();
    const { id } = (await ask(person, '/proof-mail', { language: 'en' })).json<{ id: string }>();
    const mail = (await two.here.mails()).at(-1);
    const code = /^ {4}(\d{8})$/m.exec(mail?.text ?? '')?.[1] ?? 'no code';
    expect(mail?.to).toBe(adasAddress);
    expect(mail?.text).not.toContain('http');
    const wrong = String((Number(code) + 1) % 100_000_000).padStart(8, '0');
    expect(codeOf(await ask(person, '/delete', { mail: { id, code: wrong } }))).toBe('email_sign_in_wrong');
    const ada = await byPassword();
    expect(codeOf(await ask(ada, '/delete', { mail: { id, code } }))).toBe('credentials_invalid');
    const begun = await ask(person, '/providers/other/begin', { mail: { id, code } });
    expect(begun.statusCode).toBe(200);
    expect(codeOf(await ask(person, '/delete', { mail: { id, code } }))).toBe('proof_over');
    const next = (await ask(person, '/proof-mail', {})).json<{ id: string }>().id;
    const newest = /^ {4}(\d{8})$/m.exec((await two.here.mails()).at(-1)?.text ?? '')?.[1] ?? '';
    const bad = newest === wrong ? code : wrong;
    for (let guess = 0; guess < 5; guess += 1)
      await ask(person, '/delete', { mail: { id: next, code: bad } });
    expect(codeOf(await ask(person, '/delete', { mail: { id: next, code: newest } }))).toBe('proof_over');
  });

  it('shows the second factor beside it, and does not use the proof up by a wrong one', async () => {
    const person = await byProvider();
    await goThere(person, 'prove');
    const begun = await person.browser.send('POST', '/auth/factors/authenticator', {
      payload: { byProvider: true },
      headers: person.headers,
    });
    const { enrolment, secret } = begun.json<{ enrolment: string; secret: string }>();
    await person.browser.send('POST', '/auth/factors/authenticator/confirm', {
      payload: { enrolment, code: codeNow(secret, two.here.now()) },
      headers: person.headers,
    });
    await goThere(person, 'prove');
    expect(codeOf(await ask(person, '/delete', { byProvider: true }))).toBe('second_factor_required');
    two.here.pass(30_000);
    const code = codeNow(secret, two.here.now());
    expect((await ask(person, '/delete', { byProvider: true, code })).json()).toEqual({ deleted: true });
  });

  it('is asked for the password where there is one: a mailbox or a provider alone changes nothing', async () => {
    const ada = await byPassword();
    await addAuthenticator(two.here, await signIn(two.here.app));
    for (const path of ['/proof-mail', '/providers/other/prove']) {
      const answer = await ask(ada, path);
      expect([codeOf(answer), answer.json().detail]).toEqual([
        'credentials_invalid',
        'This account has a password, which is what it shows.',
      ]);
    }
    expect(codeOf(await ask(ada, '/delete', { byProvider: true }))).toBe('credentials_invalid');
    const both = { password, byProvider: true };
    expect(codeOf(await ask(ada, '/delete', both))).toBe('request_invalid');
  });
});
