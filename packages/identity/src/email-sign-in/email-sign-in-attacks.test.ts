import { beforeEach, describe, expect, it } from 'vitest';
import { addAuthenticator, codeNow } from '../factors/testing/authenticator.ts';
import { Browser, claimsOf } from '../oidc/testing/app-under-test.ts';
import { codeOf, postLogin, signIn } from '../testing/calls.ts';
import {
  type IdentityUnderTest,
  identityUnderTest,
  issuer,
  password,
} from '../testing/identity-under-test.ts';
import { adasAddress, addAdaWithAddress } from '../testing/people.ts';

const minute = 60_000;

let test: IdentityUnderTest;
let browser: Browser;

beforeEach(async () => {
  test = await identityUnderTest();
  test.configure({ emailSignIn: true });
  await addAdaWithAddress(test.identity);
  browser = new Browser(test.app);
});

const ask = (name = 'ada', by = browser, more: object = {}) =>
  by.send('POST', '/auth/login/email', { payload: { name, ...more } });
const finish = (payload: object, by = browser) => by.send('POST', '/auth/login/email/finish', { payload });

async function newestMail() {
  const mail = (await test.mails()).at(-1);
  const mailCode = /^ {4}(\d{8})$/m.exec(mail?.text ?? '')?.[1] ?? 'no code';
  const link = /#mail\.([\w-]{43})$/m.exec(mail?.text ?? '')?.[1] ?? 'no link';
  return { mail, mailCode, link };
}

/** Another code than that. */
const wrongOf = (code: string, by = 1) => String((Number(code) + by) % 100_000_000).padStart(8, '0');

describe('a sign-in by mail', () => {
  it.each(['ada', 'ADA@example.org'])(
    'goes to the confirmed address and opens a session by the code, asked for as %j',
    async (name) => {
      expect((await ask(name)).json()).toEqual({ asked: true });
      const { mail, mailCode } = await newestMail();
      expect(mail?.to).toBe(adasAddress);
      const spaced = `${mailCode.slice(0, 4)} ${mailCode.slice(4)}`;
      const entered = await finish({ mailCode: spaced });
      expect(entered.statusCode).toBe(200);
      expect(claimsOf(entered.json().accessToken)).toMatchObject({ acr: '1', amr: ['email'] });
      expect(browser.held('signet_email')).toEqual([]);
    },
  );

  it('opens one by the link, which leads to the app that waits, at the configured issuer', async () => {
    const payload = { name: 'ada', interaction: 'waiting-sign-in' };
    const headers = { host: 'evil.example', 'x-forwarded-host': 'evil.example' };
    await browser.send('POST', '/auth/login/email', { payload, headers });
    const { mail, link } = await newestMail();
    expect(mail?.text).toContain(`\n${issuer}/signin/waiting-sign-in#mail.${link}\n`);
    expect(JSON.stringify(mail)).not.toContain('evil');
    expect((await finish({ link })).statusCode).toBe(200);
  });

  it('is off unless it is turned on, also for a mail of before', async () => {
    await ask();
    const { mailCode } = await newestMail();
    test.configure({ emailSignIn: false });
    expect(codeOf(await ask())).toBe('email_sign_in_off');
    expect(codeOf(await finish({ mailCode }))).toBe('email_sign_in_off');
    expect(await test.mails()).toHaveLength(1);
  });

  it('is in no subject, log, record or queue, and the store holds neither code nor link', async () => {
    await ask();
    const queued = JSON.stringify(await test.stores.mailQueue.take(Number.MAX_SAFE_INTEGER, 0, 100));
    test.pass(1);
    const { mail, mailCode, link } = await newestMail();
    await finish({ mailCode: wrongOf(mailCode) });
    await finish({ mailCode });
    const seen = queued + test.log() + JSON.stringify(test.recorded) + mail?.subject;
    expect(mailCode).toMatch(/^\d{8}$/);
    for (const secret of [mailCode, link]) expect(seen).not.toContain(secret);
  });
});

describe('whoever attacks a sign-in by mail', () => {
  it('uses it once, by code and link together, of any number at once', async () => {
    await ask();
    const { mailCode, link } = await newestMail();
    const both = [{ mailCode }, { link }, { mailCode }, { link }];
    const answers = await Promise.all(both.map((given) => finish(given)));
    expect(answers.map(({ statusCode }) => statusCode).sort()).toEqual([200, 410, 410, 410]);
    const id = (await test.accounts.findByUsername('ada'))?.id;
    expect(id && (await test.sessions.ofAccount(id, test.now(), 9))).toHaveLength(1);
  });

  it('uses a cookie that was kept no second time', async () => {
    await ask();
    const held = browser.held('signet_email').join('; ');
    const { mailCode } = await newestMail();
    await finish({ mailCode });
    const again = await test.app.inject({
      method: 'POST',
      url: '/auth/login/email/finish',
      payload: { mailCode },
      headers: { cookie: held },
    });
    expect([codeOf(again), again.json().detail]).toEqual([
      'email_sign_in_over',
      'This sign-in by mail is over.',
    ]);
  });

  it('guesses five times, and is refused then with the right code as well, however parallel', async () => {
    await ask();
    const { mailCode } = await newestMail();
    const guesses = Array.from({ length: 12 }, (_, nth) => finish({ mailCode: wrongOf(mailCode, nth + 1) }));
    const codes = (await Promise.all(guesses)).map(codeOf).sort();
    expect(codes.filter((code) => code === 'email_sign_in_wrong')).toHaveLength(5);
    expect(codes.filter((code) => code === 'email_sign_in_over')).toHaveLength(7);
    expect(codeOf(await finish({ mailCode }))).toBe('email_sign_in_over');
  });

  it('does not try a code and a link in one go, nor nothing', async () => {
    await ask();
    const { mailCode, link } = await newestMail();
    expect(codeOf(await finish({ mailCode: wrongOf(mailCode), link }))).toBe('email_sign_in_wrong');
    expect(codeOf(await finish({ mailCode, link: 'A'.repeat(43) }))).toBe('email_sign_in_wrong');
    expect(codeOf(await finish({}))).toBe('email_sign_in_wrong');
    expect((await finish({ mailCode, link })).statusCode).toBe(200);
  });

  it('signs nobody in with a link that is opened in another browser: no fixation, and no theft of a mail alone', async () => {
    await ask();
    const { link, mailCode } = await newestMail();
    const stranger = new Browser(test.app);
    for (const given of [{ link }, { mailCode }]) {
      const answer = await finish(given, stranger);
      expect([codeOf(answer), answer.json().detail]).toEqual([
        'email_sign_in_over',
        'No sign-in by mail is under way in this browser.',
      ]);
      expect(answer.headers['set-cookie']).toBeUndefined();
    }
    await ask('nobody', stranger);
    expect(codeOf(await finish({ link }, stranger))).toBe('email_sign_in_wrong');
    expect((await finish({ link })).statusCode).toBe(200);
  });

  it('forges no cookie, and takes none of another Signet', async () => {
    const other = await identityUnderTest();
    other.configure({ emailSignIn: true });
    const there = new Browser(other.app);
    await ask('ada', there);
    await ask();
    const { mailCode } = await newestMail();
    const [held = ''] = browser.held('signet_email');
    const forged = [
      there.held('signet_email')[0] ?? '',
      `${held.slice(0, -2)}AA`,
      'signet_email=',
      `${held}; ${held}`,
    ];
    for (const cookie of forged) {
      const answer = await test.app.inject({
        method: 'POST',
        url: '/auth/login/email/finish',
        payload: { mailCode },
        headers: { cookie },
      });
      expect(codeOf(answer)).toBe('email_sign_in_over');
    }
  });

  it('uses none after ten minutes, nor one whose mail was written too late', async () => {
    await ask();
    const { mailCode } = await newestMail();
    test.pass(10 * minute);
    expect(codeOf(await finish({ mailCode }))).toBe('email_sign_in_over');
    await ask();
    test.pass(10 * minute);
    expect(await test.mails()).toHaveLength(1);
  });

  it('voids the mail of before by asking for another', async () => {
    await ask();
    const before = await newestMail();
    await ask();
    const { mailCode } = await newestMail();
    expect(codeOf(await finish({ mailCode: before.mailCode }))).toBe('email_sign_in_wrong');
    expect((await finish({ mailCode })).statusCode).toBe(200);
  });

  it('learns nothing of who has an account: the same answers, looked up by nobody before the mail', async () => {
    const { accounts } = test.identity;
    await accounts.add({ username: 'eve', password, email: 'eve@example.org', roles: [], scopes: [] });
    const looked: string[] = [];
    const { findByUsername, findById } = test.accounts;
    test.accounts.findByUsername = (name) => {
      looked.push(name);
      return findByUsername.call(test.accounts, name);
    };
    test.accounts.findById = (id) => {
      looked.push(id);
      return findById.call(test.accounts, id);
    };
    const told = [];
    // Without an account, with an address that nobody has confirmed, and with a confirmed one.
    for (const name of ['nobody', 'eve', 'ada']) {
      const by = new Browser(test.app);
      const asked = await ask(name, by);
      const sizes = by.held('signet_email').map((cookie) => cookie.length);
      const beforeMail = [...looked];
      await test.mails();
      looked.length = 0;
      const guesses = [];
      for (let guess = 0; guess < 6; guess += 1) {
        const { detail, code } = (await finish({ mailCode: '00000000' }, by)).json();
        guesses.push([code, detail]);
      }
      told.push(JSON.stringify([asked.statusCode, asked.body, sizes, beforeMail, looked, guesses]));
      looked.length = 0;
    }
    expect(new Set(told).size).toBe(1);
    expect((await test.mails()).map(({ to }) => to)).toEqual([adasAddress]);
  });

  it('fills no mailbox, and slows no sign-in by password', async () => {
    const codes: (string | undefined)[] = [];
    for (let count = 0; count < 11; count += 1) codes.push((await ask()).json().code);
    expect(codes.filter((code) => code === 'mail_throttled')).toHaveLength(1);
    for (let count = 0; count < 10; count += 1) {
      const payload = { name: count % 2 === 0 ? 'ada' : adasAddress };
      await test.app.inject({
        method: 'POST',
        url: '/auth/login/email',
        payload,
        remoteAddress: `10.1.${count}.1`,
      });
    }
    expect(await test.mails()).toHaveLength(5);
    expect((await postLogin(test.app)).statusCode).toBe(200);
  });

  it('does not skip the second factor, and need not show the mail again for it', async () => {
    const { secret } = await addAuthenticator(test, await signIn(test.app));
    await ask();
    const { mailCode } = await newestMail();
    const first = await finish({ mailCode });
    expect([codeOf(first), JSON.stringify(first.headers['set-cookie'])]).toEqual([
      'second_factor_required',
      expect.not.stringContaining('signet_refresh'),
    ]);
    expect(codeOf(await finish({ code: '000000' }))).toBe('second_factor_wrong');
    test.pass(30_000);
    const entered = await finish({ code: codeNow(secret, test.now()) });
    expect(claimsOf(entered.json().accessToken)).toMatchObject({ acr: '2', amr: ['email', 'otp', 'mfa'] });
    test.pass(30_000);
    expect(codeOf(await finish({ code: codeNow(secret, test.now()) }))).toBe('email_sign_in_over');
  });

  it('does not go in without adding a factor where everybody needs one', async () => {
    test.configure({ secondFactor: 'required' });
    await ask();
    const { mailCode } = await newestMail();
    expect(codeOf(await finish({ mailCode }))).toBe('factor_enrolment_required');
    const begun = await browser.send('POST', '/auth/login/email/authenticator', { payload: {} });
    const { enrolment, secret } = begun.json<{ enrolment: string; secret: string }>();
    const entered = await finish({ enrolment, code: codeNow(secret, test.now()) });
    expect([entered.statusCode, entered.json().recoveryCodes?.length]).toEqual([200, 10]);
    expect(codeOf(await browser.send('POST', '/auth/login/email/authenticator', { payload: {} }))).toBe(
      'email_sign_in_over',
    );
  });

  it('reads an old mailbox in vain, and that of a disabled account', async () => {
    const ada = await test.accounts.findByUsername('ada');
    if (ada === undefined) throw new Error('There is no ada.');
    await ask();
    const { mailCode } = await newestMail();
    await test.stores.emails.put({ accountId: ada.id, address: 'new@example.org', verified: true });
    expect(codeOf(await finish({ mailCode }))).toBe('email_sign_in_over');
    await ask();
    const next = await newestMail();
    await test.identity.accounts.disable(ada.id);
    expect(codeOf(await finish({ mailCode: next.mailCode }))).toBe('account_disabled');
    await ask();
    expect(await test.mails()).toHaveLength(2);
  });

  it('does not begin or finish one from another site', async () => {
    const headers = { origin: 'https://evil.example' };
    for (const url of ['/auth/login/email', '/auth/login/email/finish']) {
      const answer = await browser.send('POST', url, { payload: { name: 'ada' }, headers });
      expect(codeOf(answer)).toBe('origin_not_allowed');
    }
  });
});
