import { describe, expect, it } from 'vitest';
import { codeOf } from '../testing/calls.ts';
import {
  addAda,
  type IdentityUnderTest,
  identityUnderTest,
  issuer,
  password,
} from '../testing/identity-under-test.ts';
import { adasAddress, addAdaWithAddress, bearerOfAda, post, tokenIn } from '../testing/people.ts';

const hour = 3_600_000;

const ask = (under: IdentityUnderTest, headers: Record<string, string>, email: string, more: object = {}) =>
  post(under.app, '/auth/email', { email, password, ...more }, { headers });
const confirm = (under: IdentityUnderTest, token: string) =>
  post(under.app, '/auth/email/confirmations', { token });

async function withAda(add: (identity: IdentityUnderTest['identity']) => Promise<void> = addAda) {
  const under = await identityUnderTest();
  await add(under.identity);
  const headers = await bearerOfAda(under.app);
  const profile = async () =>
    (await under.app.inject({ method: 'GET', url: '/auth/profile', headers })).json();
  return { ...under, headers, profile };
}

describe('an address', () => {
  it('is the person’s once the link that was mailed to it is followed, and not before', async () => {
    const under = await withAda();
    expect((await ask(under, under.headers, 'ada@example.org')).json()).toEqual({ asked: true });
    expect(await under.profile()).toEqual({ username: 'ada', hasPassword: true });
    const [mail] = await under.mails();
    expect(mail?.to).toBe('ada@example.org');
    expect(mail?.text).toContain(`${issuer}/account/email#`);
    expect((await confirm(under, tokenIn(mail))).json()).toEqual({ email: 'ada@example.org' });
    expect(await under.profile()).toEqual({
      username: 'ada',
      hasPassword: true,
      email: { address: 'ada@example.org', verified: true },
    });
  });

  it('is confirmed by a press, for scanners open every link: nothing answers a GET', async () => {
    const under = await withAda();
    await ask(under, under.headers, 'ada@example.org');
    const token = tokenIn((await under.mails())[0]);
    for (const url of ['/auth/email/confirmations', `/auth/email/confirmations?token=${token}`]) {
      expect((await under.app.inject({ method: 'GET', url })).statusCode).not.toBe(200);
    }
    expect(await under.profile()).toEqual({ username: 'ada', hasPassword: true });
    expect((await confirm(under, token)).statusCode).toBe(200);
  });

  it('is asked for with the password, so that who finds the page open takes over nothing', async () => {
    const under = await withAda();
    expect(codeOf(await ask(under, under.headers, 'eve@evil.example', { password: 'a guess' }))).toBe(
      'credentials_invalid',
    );
    expect(codeOf(await ask(under, {}, 'eve@evil.example'))).toBe('token_missing');
    expect(await under.mails()).toEqual([]);
  });

  it('is changed at the new one, and the old one is told', async () => {
    const under = await withAda(addAdaWithAddress);
    await ask(under, under.headers, 'lovelace@example.org');
    expect(await under.profile()).toMatchObject({ email: { address: adasAddress } });
    await confirm(under, tokenIn((await under.mails())[0]));
    const mails = await under.mails();
    expect(mails.map(({ to }) => to)).toEqual(['lovelace@example.org', adasAddress]);
    expect(mails[1]?.text).toContain('from now on localhost:9000 writes to lovelace@example.org');
  });

  it('is one account’s: another is told neither by the answer nor by a mail that it exists', async () => {
    const under = await withAda(addAdaWithAddress);
    const { identity, app } = under;
    await identity.accounts.add({ username: 'eve', password, roles: [], scopes: [] });
    const headers = await bearerOfAda(app, { username: 'eve' });
    expect((await ask(under, headers, 'ADA@example.org')).json()).toEqual({ asked: true });
    expect(await under.mails()).toEqual([]);
    const again = { username: 'bob', password, email: 'aDa@example.org', emailVerified: true };
    await expect(identity.accounts.add({ ...again, roles: [], scopes: [] })).rejects.toMatchObject({
      code: 'email_taken',
    });
  });

  it('goes to the first of two who confirm it', async () => {
    const under = await withAda();
    await under.identity.accounts.add({ username: 'eve', password, roles: [], scopes: [] });
    const eve = await bearerOfAda(under.app, { username: 'eve' });
    for (const headers of [under.headers, eve]) await ask(under, headers, 'shared@example.org');
    const tokens = (await under.mails()).map(tokenIn);
    const answers = await Promise.all(tokens.map((token) => confirm(under, token)));
    expect(answers.map(({ statusCode }) => statusCode).sort()).toEqual([200, 409]);
  });

  it('of a link that was overtaken, used, or has expired changes nothing, and the page can say which', async () => {
    const under = await withAda(addAdaWithAddress);
    await ask(under, under.headers, 'first@example.org');
    await ask(under, under.headers, 'second@example.org');
    await ask(under, under.headers, 'third@example.org');
    const [first = '', second = '', third = ''] = (await under.mails()).map(tokenIn);
    expect((await confirm(under, second)).statusCode).toBe(200);
    const details = [];
    for (const token of [first, second]) details.push((await confirm(under, token)).json().detail);
    under.pass(24 * hour);
    details.push((await confirm(under, third)).json().detail);
    expect(details).toEqual([
      'The account has changed since this link was sent.',
      'This link was used before.',
      'This link has expired.',
    ]);
  });

  it('gets five such mails an hour, whoever asks', async () => {
    const under = await withAda();
    for (let count = 0; count < 9; count += 1) await ask(under, under.headers, 'victim@example.org');
    expect(await under.mails()).toHaveLength(5);
  });

  it.each(['ada@example.org\r\nBcc: eve@evil.example', 'ada@example.org,eve@evil.example', 'ada'])(
    'cannot be %j',
    async (email) => {
      const under = await withAda();
      expect(codeOf(await ask(under, under.headers, email))).toBe('request_invalid');
      expect(await under.mails()).toEqual([]);
    },
  );
});
