import { describe, expect, it } from 'vitest';
import { codeOf, postLogin, postRefresh, signIn } from '../testing/calls.ts';
import {
  addAda,
  type IdentityUnderTest,
  identityUnderTest,
  issuer,
  password,
} from '../testing/identity-under-test.ts';
import {
  adasAddress,
  addAdaWithAddress,
  bearerOfAda,
  type Posting,
  post,
  tokenIn,
} from '../testing/people.ts';

const another = 'walnut bicycle thunder';
const minute = 60_000;

const forget = ({ app }: IdentityUnderTest, name: string, posting?: Posting) =>
  post(app, '/auth/password/forgotten', { name }, posting);
const reset = ({ app }: IdentityUnderTest, token: string, newPassword = another) =>
  post(app, '/auth/password/resets', { token, newPassword });

/** An account whose owner has a link for a new password. */
async function forgotten() {
  const under = await identityUnderTest();
  await addAdaWithAddress(under.identity);
  await forget(under, 'ada');
  const [mail] = await under.mails();
  return { ...under, mail, token: tokenIn(mail) };
}

describe('a forgotten password', () => {
  it.each(['ada', 'ADA', 'ada@example.org', ' ADA@EXAMPLE.org '])(
    'is replaced by a link that goes to the verified address, asked for as %j',
    async (name) => {
      const under = await identityUnderTest();
      await addAdaWithAddress(under.identity);
      expect((await forget(under, name)).json()).toEqual({ asked: true });
      const [mail, ...others] = await under.mails();
      expect([mail?.to, others]).toEqual([adasAddress, []]);
      expect((await reset(under, tokenIn(mail))).json()).toEqual({ username: 'ada' });
      expect((await postLogin(under.app, { password: another })).statusCode).toBe(200);
      expect(codeOf(await postLogin(under.app))).toBe('credentials_invalid');
    },
  );

  it('gets the same answer whoever is named, and no work that would tell: nobody is looked up before it', async () => {
    const under = await identityUnderTest();
    await addAdaWithAddress(under.identity);
    const looked: string[] = [];
    const { findByUsername } = under.accounts;
    under.accounts.findByUsername = (name) => {
      looked.push(name);
      return findByUsername.call(under.accounts, name);
    };
    const names = ['ada', 'nobody', 'ada@example.org', 'nobody@example.org', "' or 1=1 --"];
    const answers = [];
    for (const name of names) answers.push(await forget(under, name));
    expect(new Set(answers.map(({ statusCode, body }) => `${statusCode} ${body}`)).size).toBe(1);
    expect(looked).toEqual([]);
    expect((await under.mails()).map(({ to }) => to)).toEqual([adasAddress, adasAddress]);
  });

  it('sends nothing to an address that nobody has proved, or to a disabled account', async () => {
    const under = await identityUnderTest();
    const { accounts } = under.identity;
    await accounts.add({ username: 'eve', password, email: 'eve@example.org', roles: [], scopes: [] });
    await addAdaWithAddress(under.identity);
    const ada = (await accounts.list()).find(({ username }) => username === 'ada');
    if (ada) await accounts.disable(ada.id);
    for (const name of ['eve', 'eve@example.org', 'ada']) await forget(under, name);
    expect(await under.mails()).toEqual([]);
  });

  it('is replaced at the issuer of the configuration, whatever the request calls it', async () => {
    const under = await identityUnderTest();
    await addAdaWithAddress(under.identity);
    const headers = {
      host: 'evil.example',
      'x-forwarded-host': 'evil.example',
      forwarded: 'host=evil.example',
    };
    await forget(under, 'ada', { headers });
    const [mail] = await under.mails();
    expect(mail?.text).toContain(`\n${issuer}/account/reset#`);
    expect(JSON.stringify(mail)).not.toContain('evil');
  });

  it('is asked for only so often from one network, in so many mails to one account, and slows no sign-in', async () => {
    const under = await identityUnderTest();
    await addAdaWithAddress(under.identity);
    for (let count = 0; count < 10; count += 1) expect((await forget(under, 'ada')).statusCode).toBe(200);
    const throttled = await forget(under, 'ada');
    expect([codeOf(throttled), throttled.headers['retry-after']]).toEqual(['mail_throttled', '1']);
    for (let count = 0; count < 10; count += 1)
      await forget(under, 'ada', { remoteAddress: `10.1.${count}.1` });
    expect(await under.mails()).toHaveLength(5);
    expect((await postLogin(under.app)).statusCode).toBe(200);
    under.pass(60 * minute);
    await forget(under, 'ada');
    expect(await under.mails()).toHaveLength(6);
  });
});

describe('a link for a new password', () => {
  it('works once, of any number at once, and says afterwards that it was used', async () => {
    const under = await forgotten();
    const answers = await Promise.all(Array.from({ length: 5 }, () => reset(under, under.token)));
    expect(answers.map(({ statusCode }) => statusCode).sort()).toEqual([200, 410, 410, 410, 410]);
    const again = await reset(under, under.token, password);
    expect([codeOf(again), again.json().detail]).toEqual(['link_unusable', 'This link was used before.']);
    expect((await postLogin(under.app, { password: another })).statusCode).toBe(200);
  });

  it('expires after half an hour, and says so', async () => {
    const under = await forgotten();
    under.pass(30 * minute);
    expect((await reset(under, under.token)).json()).toMatchObject({ detail: 'This link has expired.' });
    expect((await postLogin(under.app)).statusCode).toBe(200);
  });

  it('is void once the password was changed, so that an old mail in the mailbox opens nothing', async () => {
    const under = await forgotten();
    await forget(under, 'ada');
    const mails = await under.mails();
    await reset(under, tokenIn(mails[1]));
    const late = await reset(under, under.token, 'marble anchor violet');
    expect(late.json()).toMatchObject({
      code: 'link_unusable',
      detail: expect.stringContaining('has changed since'),
    });
  });

  it('is not used up by a password that is too weak', async () => {
    const under = await forgotten();
    expect(codeOf(await reset(under, under.token, 'password'))).toBe('password_too_weak');
    expect(codeOf(await reset(under, under.token, 'ada-ada-ada'))).toBe('password_too_weak');
    expect((await reset(under, under.token)).statusCode).toBe(200);
  });

  it('signs nobody in, ends every session there was, and tells the owner', async () => {
    const under = await forgotten();
    const before = await signIn(under.app);
    under.pass(1000);
    const answer = await reset(under, under.token);
    expect(answer.headers['set-cookie']).toBeUndefined();
    expect(JSON.stringify(answer.json())).not.toContain('accessToken');
    expect(codeOf(await postRefresh(under.app, before.cookie))).toBe('session_ended');
    expect((await under.mails()).map(({ subject }) => subject).at(-1)).toContain('has changed');
    const after = await signIn(under.app, { password: another });
    expect((await postRefresh(under.app, after.cookie)).statusCode).toBe(200);
  });

  it('is a stranger’s to nobody: of a guess, and of a link for something else, nothing is done', async () => {
    const under = await forgotten();
    expect(codeOf(await reset(under, 'A'.repeat(43)))).toBe('link_unusable');
    expect(codeOf(await reset(under, 'short'))).toBe('request_invalid');
    const headers = await bearerOfAda(under.app);
    await post(under.app, '/auth/email', { email: 'new@example.org', password }, { headers });
    const verification = tokenIn((await under.mails()).at(-1));
    expect(codeOf(await reset(under, verification))).toBe('link_unusable');
    expect(codeOf(await post(under.app, '/auth/email/confirmations', { token: under.token }))).toBe(
      'link_unusable',
    );
  });

  it('stands neither in the store nor in the queue nor in a log', async () => {
    const under = await forgotten();
    await reset(under, under.token);
    await reset(under, under.token);
    expect(under.token).toMatch(/^[\w-]{43}$/);
    expect(under.log() + JSON.stringify(under.recorded)).not.toContain(under.token);
    const kept = JSON.stringify(await under.stores.mailQueue.take(Number.MAX_SAFE_INTEGER, 0, 100));
    expect(kept).not.toContain(under.token);
  });
});

describe('a change of password', () => {
  const change = async (under: IdentityUnderTest, body: object, headers: Record<string, string>) =>
    post(under.app, '/auth/password/change', { password, newPassword: another, ...body }, { headers });

  it('is for who knows the one of now, tells the owner, and ends the other sessions unless told otherwise', async () => {
    const under = await identityUnderTest();
    await addAdaWithAddress(under.identity);
    const elsewhere = await signIn(under.app);
    const headers = await bearerOfAda(under.app);
    expect((await change(under, {}, headers)).json()).toEqual({ ended: 1 });
    expect(codeOf(await postRefresh(under.app, elsewhere.cookie))).toBe('session_ended');
    expect((await under.mails()).map(({ to, subject }) => [to, subject])).toEqual([
      [adasAddress, 'Your password for localhost:9000 has changed'],
    ]);
    const stays = await signIn(under.app, { password: another });
    const again = { password: another, newPassword: password, endOthers: false };
    expect((await change(under, again, headers)).json()).toEqual({ ended: 0 });
    expect((await postRefresh(under.app, stays.cookie)).statusCode).toBe(200);
  });

  it('is refused for a wrong password, slower and slower, also where a page was left open', async () => {
    const under = await identityUnderTest();
    await addAda(under.identity);
    const headers = await bearerOfAda(under.app);
    const codes: string[] = [];
    for (let count = 0; count < 11; count += 1) {
      codes.push(codeOf(await change(under, { password: 'a wrong guess' }, headers)));
    }
    expect(new Set(codes.slice(0, 10))).toEqual(new Set(['credentials_invalid']));
    expect(codes[10]).toBe('login_throttled');
    under.pass(10 * minute);
    expect((await postLogin(under.app)).statusCode).toBe(200);
  });

  it('is refused without a sign-in, for a weak password, and for the same again', async () => {
    const under = await identityUnderTest();
    await addAda(under.identity);
    expect(codeOf(await change(under, {}, {}))).toBe('token_missing');
    const headers = await bearerOfAda(under.app);
    expect(codeOf(await change(under, { newPassword: 'password12' }, headers))).toBe('password_too_weak');
    const same = await change(under, { newPassword: password }, headers);
    expect(same.json()).toMatchObject({
      code: 'password_too_weak',
      detail: expect.stringContaining('of now'),
    });
  });
});
