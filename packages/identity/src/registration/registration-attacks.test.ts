import { describe, expect, it } from 'vitest';
import { codeOf, postLogin } from '../testing/calls.ts';
import {
  type IdentityUnderTest,
  identityUnderTest,
  issuer,
  password,
} from '../testing/identity-under-test.ts';
import { adasAddress, addAdaWithAddress, type Posting, post, tokenIn } from '../testing/people.ts';

const hour = 60 * 60_000;
const gracesAddress = 'grace@example.org';

const ask = ({ app }: IdentityUnderTest, body: object = {}, posting?: Posting) =>
  post(app, '/auth/register', { email: gracesAddress, ...body }, posting);
const complete = ({ app }: IdentityUnderTest, token: string, body: object = {}, posting?: Posting) =>
  post(app, '/auth/register/complete', { token, username: 'grace', password, ...body }, posting);

async function openForAll(): Promise<IdentityUnderTest> {
  const under = await identityUnderTest();
  under.configure({ registration: 'open' });
  return under;
}

/** Somebody who has a link. */
async function asked(body: object = {}) {
  const under = await openForAll();
  await ask(under, body);
  const [mail] = await under.mails();
  return { ...under, mail, token: tokenIn(mail) };
}

describe('registration', () => {
  it('makes an account of who follows the link: their name, their password, an address that is proved', async () => {
    const under = await asked({ interaction: 'of-an-app' });
    expect([under.mail?.to, under.mail?.subject]).toEqual([
      gracesAddress,
      'Make your account at localhost:9000',
    ]);
    const done = await complete(under, under.token, { username: 'Grace' });
    expect(done.json()).toEqual({ username: 'grace', interaction: 'of-an-app' });
    expect(done.headers['set-cookie']).toBeUndefined();
    expect(await under.identity.accounts.list()).toMatchObject([
      { username: 'grace', email: { address: gracesAddress, verified: true }, roles: [], scopes: [] },
    ]);
    expect((await postLogin(under.app, { username: 'grace' })).statusCode).toBe(200);
    const { entries } = await under.identity.audit.read({
      limit: 10,
      order: 'oldest',
      action: 'account.added',
    });
    expect(entries).toMatchObject([{ actor: { kind: 'account' }, details: { registration: true } }]);
  });

  it('is nobody’s own affair unless the configuration opens it, also for who has a link already', async () => {
    const under = await asked();
    for (const registration of ['invitation', 'closed'] as const) {
      under.configure({ registration });
      const options = await under.app.inject('/auth/options');
      expect(options.json()).toEqual({ registration: false, emailSignIn: false, providers: [] });
      expect(codeOf(await ask(under))).toBe('registration_closed');
      expect(codeOf(await complete(under, under.token))).toBe('registration_closed');
    }
    expect(await under.mails()).toHaveLength(1);
    under.configure({ registration: 'open' });
    expect((await under.app.inject('/auth/options')).json()).toMatchObject({ registration: true });
    expect((await complete(under, under.token)).statusCode).toBe(200);
  });

  it('that is closed refuses invitations too', async () => {
    const under = await identityUnderTest();
    under.configure({ registration: 'closed' });
    const grace = { username: 'grace', email: gracesAddress, language: 'en', roles: [], scopes: [] } as const;
    await expect(under.identity.accounts.invite(grace)).rejects.toMatchObject({
      code: 'registration_closed',
    });
    expect(await under.identity.accounts.list()).toEqual([]);
  });

  it('answers alike whoever has the address, and looks nobody up before it', async () => {
    const under = await openForAll();
    await addAdaWithAddress(under.identity);
    const looked: string[] = [];
    const { emails } = under.stores;
    const { ownerOf } = emails;
    Object.assign(emails, {
      ownerOf: (address: string) => {
        looked.push(address);
        return ownerOf.call(emails, address);
      },
    });
    const answers = [];
    for (const email of [adasAddress, gracesAddress]) answers.push(await ask(under, { email }));
    expect(answers.map(({ statusCode, body }) => [statusCode, body])).toEqual(
      Array(2).fill([200, '{"asked":true}']),
    );
    expect(looked).toEqual([]);
    const [known, unknown] = (await under.mails()).toSorted((a, b) => (a.to < b.to ? -1 : 1));
    expect(known).toMatchObject({ to: adasAddress, subject: 'You have an account at localhost:9000' });
    expect(known?.text).toContain('your user name is ada');
    expect(tokenIn(known)).toBe('no link');
    expect(unknown?.to).toBe(gracesAddress);
  });

  it.each([
    'grace@example.org\r\nbcc: all@example.org',
    'a@b\nSubject: x',
    'grace@example.org,eve@evil.example',
  ])('writes to no address that would write into the head of the mail: %j', async (email) => {
    const under = await openForAll();
    expect(codeOf(await ask(under, { email }))).toBe('request_invalid');
    expect(await under.mails()).toEqual([]);
  });

  it('links to the issuer of the configuration, whatever the request calls it', async () => {
    const under = await openForAll();
    const headers = {
      host: 'evil.example',
      'x-forwarded-host': 'evil.example',
      forwarded: 'host=evil.example',
    };
    await ask(under, {}, { headers });
    const [mail] = await under.mails();
    expect(mail?.text).toContain(`\n${issuer}/account/register#`);
    expect(JSON.stringify(mail)).not.toContain('evil');
  });

  it('is asked for only so often, and writes to one address only so often', async () => {
    const under = await openForAll();
    for (let count = 0; count < 10; count += 1) expect((await ask(under)).statusCode).toBe(200);
    expect(codeOf(await ask(under, { email: 'GRACE@example.org' }))).toBe('mail_throttled');
    for (let count = 0; count < 10; count += 1) await ask(under, {}, { remoteAddress: `10.1.${count}.1` });
    expect(await under.mails()).toHaveLength(5);
  });
});

describe('a link to register by', () => {
  it('works once, and says afterwards that it was used', async () => {
    const under = await asked();
    const answers = await Promise.all(Array.from({ length: 5 }, () => complete(under, under.token)));
    expect(answers.filter(({ statusCode }) => statusCode === 200)).toHaveLength(1);
    expect(await under.identity.accounts.list()).toHaveLength(1);
    const again = await complete(under, under.token, { username: 'eve' });
    expect(again.json()).toMatchObject({ code: 'link_unusable', detail: 'This link was used before.' });
  });

  it('expires after a day, and says so', async () => {
    const under = await asked();
    under.pass(24 * hour);
    expect((await complete(under, under.token)).json()).toMatchObject({ detail: 'This link has expired.' });
    expect(await under.identity.accounts.list()).toEqual([]);
  });

  it('gives an address to one account, whatever names are asked for at once by one link or by two', async () => {
    const under = await asked();
    for (const email of ['Grace@example.org', 'GRACE@example.org']) await ask(under, { email });
    const [, other = 'none', third = 'none'] = (await under.mails()).map(tokenIn);
    const answers = await Promise.all(
      ['grace', 'hopper', 'admiral', 'amazing'].map((username, place) =>
        complete(under, place % 2 === 0 ? under.token : other, { username }),
      ),
    );
    expect(answers.map(({ statusCode }) => statusCode).sort()).toEqual([200, 409, 409, 409]);
    expect(await under.identity.accounts.list()).toHaveLength(1);
    expect(codeOf(await complete(under, third, { username: 'late' }))).toBe('email_taken');
  });

  it('gives a name to one account, and leaves the link of the other as it is', async () => {
    const under = await asked();
    await ask(under, { email: 'hopper@example.org' });
    const other = tokenIn((await under.mails())[1]);
    const answers = await Promise.all([under.token, other].map((token) => complete(under, token)));
    expect(answers.map(({ statusCode }) => statusCode).sort()).toEqual([200, 409]);
    const loser = answers[0]?.statusCode === 200 ? other : under.token;
    expect((await complete(under, loser, { username: 'hopper' })).statusCode).toBe(200);
  });

  it('is not used up by a password that is too weak, and makes no account', async () => {
    const under = await asked();
    for (const weak of ['password', 'grace-grace-grace', 'short']) {
      expect(codeOf(await complete(under, under.token, { password: weak }))).toBe('password_too_weak');
    }
    expect(await under.identity.accounts.list()).toEqual([]);
    expect((await complete(under, under.token)).statusCode).toBe(200);
  });

  it('gives nobody the name of somebody’s address, by which that person asks for a new password', async () => {
    const under = await asked();
    await addAdaWithAddress(under.identity);
    expect((await complete(under, under.token, { username: 'ada@example.org' })).json()).toMatchObject({
      code: 'request_invalid',
      detail: expect.stringContaining('looks like an email address'),
    });
  });

  it('tells of ten names that they are taken, then slower and slower', async () => {
    const under = await asked();
    await addAdaWithAddress(under.identity);
    const codes = [];
    for (let count = 0; count < 11; count += 1) {
      codes.push(codeOf(await complete(under, under.token, { username: 'ada' })));
    }
    expect(codes).toEqual([...Array<string>(10).fill('account_exists'), 'registration_throttled']);
    under.pass(1000);
    expect((await complete(under, under.token)).statusCode).toBe(200);
  });

  it('is a stranger’s to nobody, opens no password, and stands in no log', async () => {
    const under = await asked();
    expect(codeOf(await complete(under, 'A'.repeat(43)))).toBe('link_unusable');
    const reset = { token: under.token, newPassword: password };
    expect(codeOf(await post(under.app, '/auth/password/resets', reset))).toBe('link_unusable');
    await complete(under, under.token);
    expect(under.log() + JSON.stringify(under.recorded)).not.toContain(under.token);
  });

  it('is good for nothing from a page of another site', async () => {
    const under = await asked();
    const headers = { origin: 'https://evil.example' };
    expect(codeOf(await ask(under, {}, { headers }))).toBe('origin_not_allowed');
    expect(codeOf(await complete(under, under.token, {}, { headers }))).toBe('origin_not_allowed');
  });
});
