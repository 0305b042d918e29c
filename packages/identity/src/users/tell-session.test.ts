import type { SessionId } from '@signet/contracts';
import { newId } from '@signet/contracts';
import { describe, expect, it } from 'vitest';
import { codeOf, postLogin, postLogout, postRefresh, signIn } from '../testing/calls.ts';
import { addAda, identityUnderTest, lifetimes, password } from '../testing/identity-under-test.ts';
import { post } from '../testing/people.ts';

const day = 24 * 60 * 60_000;

/** Ada on a laptop, whose session is to end, and on a phone, where she asks. */
async function withTwoDevices() {
  const under = await identityUnderTest();
  await addAda(under.identity);
  const laptop = await signIn(under.app);
  const id = laptop.sessionId as SessionId;
  const phone = await signIn(under.app);
  const headers = { authorization: `Bearer ${phone.accessToken}` };
  const story = () => under.identity.userAdministration.explainSession(id);
  const listed = async () => {
    const { sessions } = (await under.app.inject({ url: '/auth/sessions/ended', headers })).json();
    return sessions.map((one: { readonly id: string; readonly cause: string }) => [one.id, one.cause]);
  };
  return { ...under, laptop, id, phone, headers, story, listed };
}

describe('why a session ended', () => {
  it('is nothing while it is alive', async () => {
    const { story, listed, id } = await withTwoDevices();
    expect(await story()).toEqual({
      id,
      account: expect.stringMatching(/^usr_/),
      username: 'ada',
      agent: expect.any(String),
      startedAt: expect.any(Number),
      expiresAt: expect.any(Number),
      families: [{ id: expect.stringMatching(/^fam_/), startedAt: expect.any(Number) }],
    });
    expect(await listed()).toEqual([]);
  });

  it('is a log-out on the device, told with who did it and from where', async () => {
    const { app, laptop, id, story, listed, now } = await withTwoDevices();
    await postLogout(app, { cookie: laptop.cookie });
    expect(await story()).toMatchObject({
      cause: 'logout',
      endedAt: now(),
      by: { kind: 'account' },
      address: '127.0.0.1',
      families: [{ reason: 'session_ended' }],
    });
    expect(await listed()).toEqual([[id, 'logout']]);
  });

  it('is the person on another device, or their new password', async () => {
    const elsewhere = await withTwoDevices();
    await post(elsewhere.app, `/auth/sessions/${elsewhere.id}/end`, {}, elsewhere);
    expect(await elsewhere.story()).toMatchObject({ cause: 'ended_elsewhere', by: { kind: 'account' } });
    expect(await elsewhere.listed()).toEqual([[elsewhere.id, 'ended_elsewhere']]);
    const changed = await withTwoDevices();
    const body = { password, newPassword: 'walnut bicycle thunder' };
    await post(changed.app, '/auth/password/change', body, changed);
    expect(await changed.story()).toMatchObject({ cause: 'password_changed' });
  });

  it('is a refresh token that came twice: whose, when it had been used, and from where it came again', async () => {
    const { app, laptop, id, story, listed, now, pass } = await withTwoDevices();
    await postRefresh(app, laptop.cookie);
    const usedAt = now();
    pass(lifetimes.refreshGrace + 1);
    expect(codeOf(await postRefresh(app, laptop.cookie))).toBe('refresh_token_reused');
    expect(await story()).toMatchObject({
      cause: 'refresh_token_reused',
      endedAt: now(),
      by: { kind: 'anonymous' },
      address: '127.0.0.1',
      reuse: { client: 'signet', usedAt },
      families: [{ reason: 'refresh_token_reused' }],
    });
    expect(await listed()).toEqual([[id, 'refresh_token_reused']]);
  });

  it('is an administrator, or that the account was disabled', async () => {
    const ended = await withTwoDevices();
    const { account } = await ended.story();
    if (account === undefined) throw new Error('The session has no account.');
    await ended.identity.userAdministration.endSessions(account);
    expect(await ended.story()).toMatchObject({ cause: 'administrator' });
    const disabled = await withTwoDevices();
    const [ada] = await disabled.identity.accounts.list();
    if (ada) await disabled.identity.accounts.disable(ada.id);
    expect(await disabled.story()).toMatchObject({ cause: 'account_disabled' });
  });

  it('is that nobody went on with it, or its age', async () => {
    const { app, id, pass, story, identity } = await withTwoDevices();
    const began = (await story()).startedAt ?? 0;
    pass(8 * day);
    expect(await story()).toMatchObject({ cause: 'unused', endedAt: began + lifetimes.refreshTokenLifetime });
    const { accessToken } = await signIn(app);
    const headers = { authorization: `Bearer ${accessToken}` };
    const { sessions } = (await app.inject({ url: '/auth/sessions/ended', headers })).json();
    expect(sessions).toHaveLength(2);
    expect(sessions[0]).toMatchObject({ cause: 'unused' });
    pass(23 * day);
    expect(await identity.userAdministration.explainSession(id)).toMatchObject({ cause: 'expired' });
  });

  it('is known from the audit log once the session is forgotten', async () => {
    const { app, laptop, sessions, story, pass } = await withTwoDevices();
    await postLogout(app, { cookie: laptop.cookie });
    pass(2 * day);
    await sessions.forget(Number.MAX_SAFE_INTEGER, 10);
    expect(await story()).toMatchObject({
      username: 'ada',
      cause: 'logout',
      by: { kind: 'account' },
      families: [],
    });
  });

  it('is told of no session of anybody else, and of none that never was', async () => {
    const under = await withTwoDevices();
    await under.identity.accounts.add({ username: 'eve', password, roles: [], scopes: [] });
    await postLogout(under.app, { cookie: under.laptop.cookie });
    const eve = (await postLogin(under.app, { username: 'eve' })).json();
    const headers = { authorization: `Bearer ${eve.accessToken}` };
    expect((await under.app.inject({ url: '/auth/sessions/ended', headers })).json()).toEqual({
      sessions: [],
    });
    expect(codeOf(await under.app.inject('/auth/sessions/ended'))).toBe('token_missing');
    const unknown = under.identity.userAdministration.explainSession(newId('session'));
    await expect(unknown).rejects.toMatchObject({ code: 'session_unknown' });
  });
});
