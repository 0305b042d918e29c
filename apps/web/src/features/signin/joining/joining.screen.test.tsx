import { refusal, type SignetRefusal } from '@signet/contracts';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { looks } from '../../../../testing/looks.ts';
import { screen } from '../../../../testing/place.ts';
import { answer, openHosted, type Play, refuse, signedIn } from '../../../../testing/signin.tsx';
import { overhang, violations } from '../../../../testing/violations.ts';

const token = 'a-token_'.repeat(6).slice(0, 43);
const path = `/account/join#${token}`;
const organization = { name: 'acme', displayName: 'Acme Ltd.' };
const button = (name: string) => screen.getByRole('button', { name, exact: true });
const heading = (name: string) => screen.getByRole('heading', { name });

let address: string;
beforeEach(() => {
  address = location.href;
});
afterEach(() => history.replaceState(null, '', address));

const invited = (hasAccount: boolean) => answer({ organization, email: 'ada@example.org', hasAccount });

/** Whoever is signed in in this browser, or nobody. */
const played =
  ({
    hasAccount = true,
    isSignedIn = true,
    refused,
  }: {
    readonly hasAccount?: boolean;
    readonly isSignedIn?: boolean;
    readonly refused?: () => SignetRefusal | undefined;
  } = {}): Play =>
  ({ path: asked }) => {
    if (asked === '/auth/invitations/show') return invited(hasAccount);
    if (asked === '/auth/refresh')
      return isSignedIn ? answer(signedIn) : refuse(refusal('refresh_token_missing'));
    if (asked === '/auth/login') return answer(signedIn);
    const why = refused?.();
    if (why !== undefined) return refuse(why);
    if (asked === '/auth/invitations/decline') return answer({ declined: true });
    return answer({ organization, ...(asked.endsWith('/register') ? { username: 'grace' } : {}) });
  };

describe('Whoever is invited into an organisation', () => {
  it('sees by whom and at which address, and accepts as who is signed in', async () => {
    const { asked } = await openHosted(path, played());
    await heading('Acme Ltd. invites you').waitFor();
    await screen.getByText('The invitation went to ada@example.org.').waitFor();
    expect(asked.map((one) => one.path)).toEqual(['/auth/invitations/show']);
    await button('Accept').click();
    await heading('You are in Acme Ltd.').waitFor();
    expect(asked.at(-1)).toMatchObject({
      path: '/auth/invitations/accept',
      body: { token },
      authorization: 'Bearer of-ada',
    });
  });

  it('signs in first where nobody is, and has accepted then', async () => {
    const { asked } = await openHosted(path, played({ isSignedIn: false }));
    await button('Accept').click();
    await screen.getByText('Sign in to accept the invitation of Acme Ltd.').waitFor();
    await screen.getByLabel('Username', { exact: true }).fill('ada');
    await screen.getByLabel('Password', { exact: true }).fill('otter lamp gravel');
    await button('Sign in').click();
    await heading('You are in Acme Ltd.').waitFor();
    expect(asked.filter(({ path: one }) => one === '/auth/invitations/accept')).toHaveLength(1);
  });

  it('is told where it went to another address, and signs in with another account', async () => {
    let why: SignetRefusal | undefined = refusal('invitation_for_another');
    await openHosted(path, played({ refused: () => why }));
    await button('Accept').click();
    await screen.getByRole('alert').getByText('another address').first().waitFor();
    why = undefined;
    await button('Sign in with another account').click();
    await screen.getByLabel('Username', { exact: true }).fill('ada');
    await screen.getByLabel('Password', { exact: true }).fill('otter lamp gravel');
    await button('Sign in').click();
    await heading('You are in Acme Ltd.').waitFor();
  });

  it('makes an account there where they have none', async () => {
    const { asked } = await openHosted(path, played({ hasAccount: false }));
    await button('Create the account and accept').click();
    await screen.getByText('Enter a username.', { exact: true }).waitFor();
    await screen.getByLabel('Username', { exact: true }).fill('grace');
    await screen.getByLabel('Password', { exact: true }).fill('walnut bicycle thunder');
    await button('Create the account and accept').click();
    await screen.getByText('Your account is made. Your username is grace.').waitFor();
    expect(asked.at(-1)).toMatchObject({
      path: '/auth/invitations/register',
      body: { token, username: 'grace', password: 'walnut bicycle thunder' },
    });
  });

  it.each([true, false])('declines, with an account or without: %j', async (hasAccount) => {
    await openHosted(path, played({ hasAccount, isSignedIn: false }));
    await button('Decline').click();
    await heading('You declined the invitation of Acme Ltd.').waitFor();
  });

  it('is told where the invitation is not open any more', async () => {
    await openHosted(path, () => refuse(refusal('link_unusable.withdrawn')));
    await heading('The invitation is not open').waitFor();
    await screen.getByText('This invitation is not open any more.').first().waitFor();
  });

  it.each(looks)('no axe violations, nothing too wide at $name', async (look) => {
    for (const hasAccount of [true, false]) {
      await openHosted(path, played({ hasAccount }), look);
      await heading('Acme Ltd. invites you').waitFor();
      expect([await violations(), overhang()]).toEqual([[], 0]);
    }
  });
});
