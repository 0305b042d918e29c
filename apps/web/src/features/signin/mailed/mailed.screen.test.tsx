import { refusal } from '@signet/contracts';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { focused } from '../../../../testing/focus.ts';
import { looks } from '../../../../testing/looks.ts';
import { screen } from '../../../../testing/place.ts';
import { answer, openHosted, type Play, refuse } from '../../../../testing/signin.tsx';
import { overhang, violations } from '../../../../testing/violations.ts';

const token = 'a-token_'.repeat(6).slice(0, 43);
const button = (name: string) => screen.getByRole('button', { name });

let address: string;
beforeEach(() => {
  address = location.href;
});
afterEach(() => history.replaceState(null, '', address));

describe('A forgotten password', () => {
  const name = screen.getByRole('textbox', { name: 'Username or email address' });

  it('is asked about by name or address, and the answer says nothing of the account', async () => {
    const { asked } = await openHosted('/account/forgotten', () => answer({ asked: true }));
    await expect.poll(() => focused()?.getAttribute('name')).toBe('username');
    await name.fill(' ada@example.org ');
    await button('Send the link').click();
    await screen.getByRole('heading', { name: 'Look at your mail' }).waitFor();
    await screen.getByText('If there is such an account').waitFor();
    expect(asked).toMatchObject([
      { path: '/auth/password/forgotten', body: { name: 'ada@example.org', language: 'en' } },
    ]);
  });

  it('says what is missing, and that one must wait', async () => {
    const wait = refusal('mail_throttled.account', { wait: 90 });
    const { asked } = await openHosted('/account/forgotten', () => refuse(wait));
    await button('Send the link').click();
    await screen.getByText('Enter your username or your email address.', { exact: true }).waitFor();
    expect(asked).toEqual([]);
    await name.fill('ada');
    await button('Send the link').click();
    await screen.getByRole('alert').getByText('Too many mails were asked for about this account.').waitFor();
  });
});

describe('A link for a new password', () => {
  const open = (play: Play) => openHosted(`/account/reset#${token}`, play);

  it('sets the password that is typed, and leads to the sign-in', async () => {
    const { asked } = await open(() => answer({ username: 'ada' }));
    await screen.getByLabel('New password', { exact: true }).fill('walnut bicycle thunder');
    await button('Save the password').click();
    await screen.getByRole('heading', { name: 'Your password is changed' }).waitFor();
    expect(asked).toMatchObject([
      { path: '/auth/password/resets', body: { token, newPassword: 'walnut bicycle thunder' } },
    ]);
    expect(await screen.getByRole('link', { name: 'Sign in' }).getAttribute('href')).toBe('/account');
  });

  it.each(['unknown', 'used', 'expired', 'overtaken'] as const)(
    'that is %s says so, and offers a new one',
    async (variant) => {
      await open(() => refuse(refusal(`link_unusable.${variant}`)));
      await screen.getByLabel('New password', { exact: true }).fill('walnut bicycle thunder');
      await button('Save the password').click();
      await screen.getByRole('alert').getByText('link').first().waitFor();
      const link = screen.getByRole('link', { name: 'Ask for a new link' });
      expect(await link.getAttribute('href')).toBe('/account/forgotten');
    },
  );

  it('keeps the form where the password is too weak', async () => {
    await open(() => refuse(refusal('password_too_weak.common')));
    await screen.getByLabel('New password', { exact: true }).fill('password12');
    await button('Save the password').click();
    await screen.getByRole('alert').getByText('password').first().waitFor();
    await button('Save the password').waitFor();
  });
});

describe('A link that confirms an address', () => {
  it('does nothing until it is pressed', async () => {
    const { asked } = await openHosted(`/account/email#${token}`, () => answer({ email: 'ada@example.org' }));
    await screen.getByRole('heading', { name: 'Confirm your email address' }).waitFor();
    expect(asked).toEqual([]);
    await button('Confirm').click();
    await screen.getByText('Mail for your account goes to ada@example.org.').waitFor();
    expect(asked).toMatchObject([{ method: 'POST', path: '/auth/email/confirmations', body: { token } }]);
  });

  it('that is over leads to the account, where a new one is asked for', async () => {
    await openHosted(`/account/email#${token}`, () => refuse(refusal('link_unusable.used')));
    await button('Confirm').click();
    await screen.getByRole('alert').getByText('This link was used before.').waitFor();
    await screen.getByRole('link', { name: 'Open my account' }).waitFor();
  });
});

describe('Mailed links for everyone', () => {
  it.each(looks)('no axe violations, nothing too wide at $name', async (look) => {
    for (const [path, title] of [
      ['/account/forgotten', 'Forgot your password?'],
      [`/account/reset#${token}`, 'Choose a new password'],
      [`/account/email#${token}`, 'Confirm your email address'],
    ] as const) {
      await openHosted(path, () => undefined, look);
      await screen.getByRole('heading', { name: title }).waitFor();
      expect([await violations(), overhang()]).toEqual([[], 0]);
    }
  });
});
