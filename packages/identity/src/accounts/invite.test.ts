import { describe, expect, it } from 'vitest';
import { codeOf, postLogin } from '../testing/calls.ts';
import { identityUnderTest, issuer, password } from '../testing/identity-under-test.ts';
import { addAdaWithAddress, post, tokenIn } from '../testing/people.ts';

const day = 86_400_000;
const grace = {
  username: 'grace',
  email: 'grace@example.org',
  language: 'en',
  roles: [],
  scopes: [],
} as const;

async function invited() {
  const under = await identityUnderTest();
  const { id } = await under.identity.accounts.invite(grace);
  const follow = (token: string) =>
    post(under.app, '/auth/password/resets', { token, newPassword: password });
  return { ...under, id, follow };
}

describe('who is invited', () => {
  it('chooses the password by the link, which proves their address, and signs in then', async () => {
    const { app, identity, mails, follow } = await invited();
    const [mail] = await mails();
    expect([mail?.to, mail?.subject]).toEqual(['grace@example.org', 'An account for you at localhost:9000']);
    expect(mail?.text).toContain(`${issuer}/account/reset#`);
    expect(await identity.accounts.list()).toMatchObject([{ email: { verified: false } }]);
    expect((await follow(tokenIn(mail))).json()).toEqual({ username: 'grace' });
    expect(await identity.accounts.list()).toMatchObject([
      { email: { address: 'grace@example.org', verified: true } },
    ]);
    expect((await postLogin(app, { username: 'grace' })).statusCode).toBe(200);
    expect(codeOf(await follow(tokenIn(mail)))).toBe('link_unusable');
  });

  it('is invited again while the link was not followed, and not afterwards', async () => {
    const { identity, id, pass, mails, follow } = await invited();
    const late = tokenIn((await mails())[0]);
    pass(7 * day);
    expect((await follow(late)).json()).toMatchObject({ detail: 'This link has expired.' });
    expect(await identity.accounts.invite(grace)).toEqual({ id });
    await follow(tokenIn((await mails())[1]));
    await expect(identity.accounts.invite({ ...grace, email: 'other@example.org' })).rejects.toMatchObject({
      code: 'account_exists',
    });
  });

  it('is nobody who exists already: neither by name, which another address cannot take over, nor by address', async () => {
    const { identity, mails } = await invited();
    await addAdaWithAddress(identity);
    for (const [changed, code] of [
      [{ email: 'eve@evil.example' }, 'account_exists'],
      [{ username: 'ada' }, 'account_exists'],
      [{ username: 'eve', email: 'ADA@example.org' }, 'email_taken'],
    ] as const) {
      await expect(identity.accounts.invite({ ...grace, ...changed })).rejects.toMatchObject({ code });
    }
    expect(await mails()).toHaveLength(1);
  });
});
