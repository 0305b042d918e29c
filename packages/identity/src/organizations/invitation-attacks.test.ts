import { describe, expect, it } from 'vitest';
import { codeOf, postLogin, signIn } from '../testing/calls.ts';
import {
  type IdentityUnderTest,
  identityUnderTest,
  issuer,
  password,
} from '../testing/identity-under-test.ts';
import { adasAddress, addAdaWithAddress, type Posting, post, tokenIn } from '../testing/people.ts';

const day = 24 * 60 * 60_000;
const week = 7 * day;
const gracesAddress = 'grace@example.org';

type Step = 'show' | 'accept' | 'decline' | 'register';
const at = ({ app }: IdentityUnderTest, step: Step, body: object, posting?: Posting) =>
  post(app, `/auth/invitations/${step}`, body, posting);
const register = (under: IdentityUnderTest, token: string, more: object = {}) =>
  at(under, 'register', { token, username: 'grace', password, ...more });

/** Somebody whom `acme` invited at this address, and what the link of the mail says. */
async function invited(email: string, roles: readonly string[] = ['clerk'], displayName = 'Acme Ltd.') {
  const under = await identityUnderTest();
  await addAdaWithAddress(under.identity);
  await under.identity.accounts.add({ username: 'eve', password, roles: [], scopes: [] });
  const administration = under.identity.organizationAdministration;
  await administration.add({ name: 'acme', displayName });
  const invitation = await administration.inviteMember('acme', { email, roles, language: 'en' });
  const [mail] = await under.mails();
  const idOf = async (username: string) =>
    (await under.accounts.findByUsername(username))?.id ?? expect.fail(`There is no ${username}.`);
  const members = async () =>
    (await administration.listMembers('acme', { limit: 9 })).members.map(({ username, roles: has }) => [
      username,
      ...has,
    ]);
  const audited = async () =>
    (await under.identity.audit.read({ limit: 50, order: 'oldest' })).entries
      .filter(({ action }) => action.startsWith('organization.'))
      .map(({ action, actor }) => `${action} by ${actor.kind}`);
  return { ...under, administration, invitation, mail, token: tokenIn(mail), idOf, members, audited };
}

/** `Authorization` of a new session of this account. */
async function bearer({ app }: IdentityUnderTest, username: string): Promise<Posting> {
  const { accessToken } = await signIn(app, { username, audience: `${issuer}/account` });
  return { headers: { authorization: `Bearer ${accessToken}` } };
}

describe('an invitation into an organisation', () => {
  it('makes a member of whose confirmed address it went to, with the roles that it says, once', async () => {
    const under = await invited('ADA@example.org', ['clerk', 'manager']);
    expect(under.mail).toMatchObject({
      to: 'ADA@example.org',
      subject: 'You are invited into Acme Ltd. at localhost:9000',
    });
    const shown = await at(under, 'show', { token: under.token });
    expect(shown.json()).toEqual({
      organization: { name: 'acme', displayName: 'Acme Ltd.' },
      email: 'ADA@example.org',
      hasAccount: true,
    });
    const ada = await bearer(under, 'ada');
    const accepted = await at(under, 'accept', { token: under.token }, ada);
    expect(accepted.json()).toEqual({ organization: { name: 'acme', displayName: 'Acme Ltd.' } });
    expect(await under.members()).toEqual([['ada', 'clerk', 'manager']]);
    expect(await under.administration.listInvitations('acme', { limit: 9 })).toEqual({ invitations: [] });
    expect(await under.audited()).toEqual([
      'organization.added by server',
      'organization.invited by server',
      'organization.member_added by account',
    ]);
    for (const step of ['show', 'accept', 'decline'] as const) {
      const again = await at(under, step, { token: under.token }, ada);
      expect(again.json()).toMatchObject({ code: 'link_unusable', detail: 'This link was used before.' });
    }
  });

  it.each(['open', 'invitation', 'closed'] as const)(
    'makes the account of who has none, also where registration is %s, and signs nobody in',
    async (registration) => {
      const under = await invited(gracesAddress);
      under.configure({ registration });
      expect((await at(under, 'show', { token: under.token })).json()).toMatchObject({ hasAccount: false });
      const joined = await register(under, under.token, { username: 'Grace' });
      expect(joined.json()).toEqual({
        organization: { name: 'acme', displayName: 'Acme Ltd.' },
        username: 'grace',
      });
      expect(joined.headers['set-cookie']).toBeUndefined();
      expect(await under.members()).toEqual([['grace', 'clerk']]);
      const grace = (await under.identity.accounts.list()).find(({ username }) => username === 'grace');
      expect(grace).toMatchObject({
        email: { address: gracesAddress, verified: true },
        roles: [],
        scopes: [],
      });
      expect((await postLogin(under.app, { username: 'grace', organization: 'acme' })).statusCode).toBe(200);
      expect(codeOf(await register(under, under.token, { username: 'hopper' }))).toBe('link_unusable');
    },
  );

  it('is declined by whoever holds the link, with no account, and is over then', async () => {
    const under = await invited(gracesAddress);
    expect((await at(under, 'decline', { token: under.token })).json()).toEqual({ declined: true });
    expect(codeOf(await register(under, under.token))).toBe('link_unusable');
    expect(await under.audited()).toContain('organization.invitation_declined by anonymous');
    expect(await under.members()).toEqual([]);
  });

  it('leaves who is a member already what they are, and takes part in no more organisations than one may', async () => {
    const under = await invited(adasAddress, ['king']);
    const account = await under.idOf('ada');
    await under.administration.addMember('acme', { account, roles: ['clerk'] });
    const ada = await bearer(under, 'ada');
    expect((await at(under, 'accept', { token: under.token }, ada)).statusCode).toBe(200);
    expect(await under.members()).toEqual([['ada', 'clerk']]);
    for (let nth = 0; nth < 99; nth += 1) {
      await under.administration.add({ name: `of-${nth}`, displayName: 'Another' });
      await under.administration.addMember(`of-${nth}`, { account, roles: [] });
    }
    await under.administration.add({ name: 'last', displayName: 'Last' });
    await under.administration.inviteMember('last', { email: adasAddress, roles: [], language: 'en' });
    const token = tokenIn((await under.mails()).at(-1));
    expect(codeOf(await at(under, 'accept', { token }, ada))).toBe('membership_limit');
    await under.administration.removeMember('of-0', account);
    expect((await at(under, 'accept', { token }, ada)).statusCode).toBe(200);
  });

  it('is listed while it waits, one for each address, and as many as an organisation may have', async () => {
    const under = await invited(gracesAddress);
    const { administration, invitation } = under;
    const again = await administration.inviteMember('acme', {
      email: 'GRACE@example.org',
      roles: ['clerk'],
      language: 'de',
    });
    const listed = await administration.listInvitations('acme', { limit: 9 });
    expect(listed.invitations).toEqual([again]);
    expect(again).toMatchObject({ email: 'GRACE@example.org', expiresAt: invitation.invitedAt + week });
    expect((await under.mails()).at(-1)?.subject).toBe('Acme Ltd. lädt dich bei localhost:9000 ein');
    for (let nth = 0; nth < 999; nth += 1) {
      await administration.inviteMember('acme', { email: `p${nth}@example.org`, roles: [], language: 'en' });
    }
    const one = { email: 'one-more@example.org', roles: [], language: 'en' } as const;
    await expect(administration.inviteMember('acme', one)).rejects.toMatchObject({
      code: 'invitation_limit',
    });
    const first = await administration.listInvitations('acme', { limit: 1000 });
    expect([first.invitations.length, first.next]).toEqual([1000, undefined]);
    const half = await administration.listInvitations('acme', { limit: 600 });
    const { next } = half;
    const rest = await administration.listInvitations('acme', {
      limit: 600,
      ...(next ? { after: next } : {}),
    });
    expect(half.invitations.length + rest.invitations.length).toBe(1000);
    under.pass(week);
    expect(await administration.listInvitations('acme', { limit: 9 })).toMatchObject({ invitations: [] });
    expect(await administration.inviteMember('acme', one)).toMatchObject({ email: one.email });
  });
});

describe('whoever attacks an invitation', () => {
  it('joins by none that went to somebody else: not with an account of another address, nor one that only claims it', async () => {
    const under = await invited(adasAddress);
    const eve = await bearer(under, 'eve');
    expect(codeOf(await at(under, 'accept', { token: under.token }, eve))).toBe('invitation_for_another');
    const accountId = await under.idOf('eve');
    for (const address of ['eve@example.org', 'ada@example.org.evil.example', adasAddress]) {
      await under.stores.emails.put({ accountId, address, verified: false });
      expect(codeOf(await at(under, 'accept', { token: under.token }, eve))).toBe('invitation_for_another');
    }
    expect(codeOf(await at(under, 'accept', { token: under.token }))).toBe('token_missing');
    expect(codeOf(await register(under, under.token, { username: 'mallory' }))).toBe('email_taken');
    expect(await under.members()).toEqual([]);
    const ada = await bearer(under, 'ada');
    expect((await at(under, 'accept', { token: under.token }, ada)).statusCode).toBe(200);
  });

  it('joins by it no more once the address is another’s, or the account has another', async () => {
    const under = await invited(adasAddress);
    const accountId = await under.idOf('ada');
    await under.stores.emails.put({ accountId, address: 'new@example.org', verified: true });
    const ada = await bearer(under, 'ada');
    expect(codeOf(await at(under, 'accept', { token: under.token }, ada))).toBe('invitation_for_another');
    expect(await under.members()).toEqual([]);
  });

  it('uses it once, of any number at once, by accepting, declining and registering together', async () => {
    const under = await invited(gracesAddress);
    const answers = await Promise.all([
      ...['grace', 'hopper', 'admiral'].map((username) => register(under, under.token, { username })),
      at(under, 'decline', { token: under.token }),
    ]);
    const passed = answers.filter(({ statusCode }) => statusCode === 200);
    expect(passed).toHaveLength(1);
    expect((await under.members()).length).toBeLessThanOrEqual(1);
    const twice = await invited(adasAddress);
    const ada = await bearer(twice, 'ada');
    const accepts = Array.from({ length: 8 }, () => at(twice, 'accept', { token: twice.token }, ada));
    const good = (await Promise.all(accepts)).filter(({ statusCode }) => statusCode === 200);
    expect([good.length, await twice.members()]).toEqual([1, [['ada', 'clerk']]]);
  });

  it('is left with no account where it is withdrawn while that is made', async () => {
    const under = await invited(gracesAddress);
    const { ownerOf } = under.stores.emails;
    under.stores.emails.ownerOf = async (address) => {
      await under.administration.listInvitations('acme', { limit: 1 }).then(({ invitations: [one] }) => {
        return one && under.administration.withdrawInvitation('acme', one.id);
      });
      return ownerOf.call(under.stores.emails, address);
    };
    expect(codeOf(await register(under, under.token))).toBe('link_unusable');
    expect(await under.accounts.findByUsername('grace')).toBeUndefined();
    expect(await under.stores.emails.ownerOf(gracesAddress)).toBeUndefined();
    expect(await under.members()).toEqual([]);
  });

  it.each<readonly [string, (under: Awaited<ReturnType<typeof invited>>) => Promise<unknown>]>([
    [
      'it is withdrawn',
      ({ administration, invitation }) => administration.withdrawInvitation('acme', invitation.id),
    ],
    ['the organisation is removed', ({ administration }) => administration.remove('acme')],
    [
      'the organisation is removed, and another gets its name',
      async ({ administration }) => {
        await administration.remove('acme');
        await administration.add({ name: 'acme', displayName: 'Acme of others' });
      },
    ],
    [
      'the organisation is disabled',
      async ({ administration }) => {
        const { etag } = await administration.show('acme');
        await administration.change('acme', etag, { displayName: 'Acme', disabled: true });
      },
    ],
    [
      'another was sent to the same address',
      ({ administration }) =>
        administration.inviteMember('acme', { email: adasAddress, roles: [], language: 'en' }),
    ],
    ['a week has passed', async ({ pass }) => pass(week)],
  ])('gets nothing by it once %s', async (_, happens) => {
    const [ofAda, ofGrace] = [await invited(adasAddress), await invited(gracesAddress)];
    await happens(ofAda);
    if (_ !== 'another was sent to the same address') await happens(ofGrace);
    const ada = await bearer(ofAda, 'ada');
    for (const step of ['show', 'accept', 'decline'] as const) {
      expect(codeOf(await at(ofAda, step, { token: ofAda.token }, ada))).toBe('link_unusable');
    }
    const accountId = await ofAda.idOf('ada');
    expect(await ofAda.stores.organizations.ofAccount(accountId)).toEqual([]);
    if (_ === 'another was sent to the same address') return;
    expect(codeOf(await register(ofGrace, ofGrace.token))).toBe('link_unusable');
    expect(await ofGrace.accounts.findByUsername('grace')).toBeUndefined();
  });

  it('writes no roles into it: what the request says beside the link is refused, and `admin` is never one', async () => {
    const under = await invited(adasAddress);
    const ada = await bearer(under, 'ada');
    for (const more of [{ roles: ['manager'] }, { organization: 'other' }, { email: 'eve@example.org' }]) {
      const tampered = await at(under, 'accept', { token: under.token, ...more }, ada);
      expect(codeOf(tampered)).toBe('request_invalid');
      expect(codeOf(await register(under, under.token, more))).toBe('request_invalid');
    }
    const kept = await under.stores.organizations.findInvitation(under.invitation.id);
    if (kept) await under.stores.organizations.invite({ ...kept, roles: ['admin', 'clerk'] }, 10);
    await at(under, 'accept', { token: under.token }, ada);
    expect(await under.members()).toEqual([['ada', 'clerk']]);
  });

  it('tampers with no link: another token, one of another kind, and the id of the invitation open nothing', async () => {
    const under = await invited(adasAddress);
    const ada = await bearer(under, 'ada');
    await post(under.app, '/auth/password/forgotten', { name: 'ada' });
    const reset = tokenIn((await under.mails()).at(-1));
    const flipped = `${under.token.slice(0, -1)}${under.token.endsWith('A') ? 'B' : 'A'}`;
    for (const token of [reset, 'A'.repeat(43), flipped]) {
      expect(codeOf(await at(under, 'accept', { token }, ada))).toBe('link_unusable');
    }
    expect(codeOf(await at(under, 'accept', { token: under.invitation.id }, ada))).toBe('request_invalid');
    const asReset = { token: under.token, newPassword: 'walnut bicycle thunder' };
    expect(codeOf(await post(under.app, '/auth/password/resets', asReset))).toBe('link_unusable');
    const asRegistration = { token: under.token, username: 'grace', password };
    under.configure({ registration: 'open' });
    expect(codeOf(await post(under.app, '/auth/register/complete', asRegistration))).toBe('link_unusable');
  });

  it('learns of no account: inviting answers and mails alike whoever has the address, and looks nobody up', async () => {
    const looked: string[] = [];
    const told = [];
    for (const email of [adasAddress, gracesAddress]) {
      const under = await identityUnderTest();
      await addAdaWithAddress(under.identity);
      const { ownerOf } = under.stores.emails;
      under.stores.emails.ownerOf = (address) => {
        looked.push(address);
        return ownerOf.call(under.stores.emails, address);
      };
      const administration = under.identity.organizationAdministration;
      await administration.add({ name: 'acme', displayName: 'Acme' });
      const answer = await administration.inviteMember('acme', { email, roles: [], language: 'en' });
      const [mail] = await under.mails();
      const text = mail?.text.replace(tokenIn(mail), 'TOKEN');
      told.push([{ ...answer, id: '', email: '' }, mail?.subject, text]);
    }
    expect(told[0]).toEqual(told[1]);
    expect(looked).toEqual([]);
  });

  it('writes nothing else into the mail, and has it lead to nobody else', async () => {
    const under = await invited(gracesAddress, [], 'Acme <b>x</b> [press](https://evil.example) {{link}}');
    const { mail } = under;
    expect(mail?.subject.split('\n')).toHaveLength(1);
    expect(mail?.html).not.toContain('<b>x</b>');
    expect(mail?.html.match(/href="[^"]*"/g)?.every((href) => href.startsWith(`href="${issuer}/`))).toBe(
      true,
    );
    expect(mail?.text).toContain(`${issuer}/account/join#`);
  });

  it('finds the token in no log, record, queue or audit entry, and fills no mailbox', async () => {
    const under = await invited(adasAddress);
    const { administration } = under;
    await at(under, 'accept', { token: under.token }, await bearer(under, 'eve'));
    const { entries } = await under.identity.audit.read({ limit: 50, order: 'oldest' });
    const seen = under.log() + JSON.stringify([under.recorded, entries]);
    expect(seen).not.toContain(under.token);
    expect(seen).not.toContain(adasAddress);
    for (let nth = 0; nth < 9; nth += 1) {
      await administration.inviteMember('acme', { email: adasAddress, roles: [], language: 'en' });
      await under.mails();
    }
    expect(await under.mails()).toHaveLength(5);
  });

  it('answers it from no page of another site', async () => {
    const under = await invited(adasAddress);
    const { headers = {} } = await bearer(under, 'ada');
    for (const step of ['accept', 'decline', 'register'] as const) {
      const body = { token: under.token, ...(step === 'register' ? { username: 'grace', password } : {}) };
      const forged = await at(under, step, body, { headers: { ...headers, origin: 'https://evil.example' } });
      expect(codeOf(forged)).toBe('origin_not_allowed');
    }
    expect(await under.members()).toEqual([]);
  });
});
