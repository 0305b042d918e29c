import { refusal, type SignetRefusal } from '@signet/contracts';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { focused } from '../../../../testing/focus.ts';
import { looks } from '../../../../testing/looks.ts';
import { screen } from '../../../../testing/place.ts';
import { answer, interaction, openHosted, type Play, refuse } from '../../../../testing/signin.tsx';
import { overhang, violations } from '../../../../testing/violations.ts';

const token = 'a-token_'.repeat(6).slice(0, 43);
const button = (name: string) => screen.getByRole('button', { name });
const link = (name: string) => screen.getByRole('link', { name });
const field = (name: string) => screen.getByLabel(name, { exact: true });

let address: string;
beforeEach(() => {
  address = location.href;
});
afterEach(() => history.replaceState(null, '', address));

describe('Whoever has no account', () => {
  const waits: Play = () => answer(interaction());

  it('is offered one where that is open, for the app that waits', async () => {
    await openHosted('/signin/u1', waits, undefined, { registration: true });
    expect(await link('Create an account').getAttribute('href')).toBe('/account/register?for=u1');
  });

  it('is offered none where it is not', async () => {
    await openHosted('/signin/u1', waits);
    await link('Forgot your password?').waitFor();
    expect(await link('Create an account').count()).toBe(0);
  });

  it('goes on where the mailed link is opened in the same tab', async () => {
    await openHosted('/account/register', () => answer({ asked: true }));
    await button('Send the link').waitFor();
    location.hash = `#${token}`;
    await screen.getByLabel('Password', { exact: true }).waitFor();
    expect(await button('Send the link').count()).toBe(0);
  });

  it('gives the address alone, and is told the same whoever has it', async () => {
    const { asked } = await openHosted('/account/register?for=u1', () => answer({ asked: true }));
    await expect.poll(() => focused()?.getAttribute('autocomplete')).toBe('email');
    for (const none of ['', 'grace', 'grace@', 'grace @example.org']) {
      await field('Email address').fill(none);
      await button('Send the link').click();
      await screen.getByText('Enter your email address, such as name@example.org.').waitFor();
    }
    expect(asked.filter(({ method }) => method === 'POST')).toEqual([]);
    await field('Email address').fill(' grace@example.org ');
    await button('Send the link').click();
    await screen.getByRole('heading', { name: 'Look at your mail' }).waitFor();
    expect(asked).toMatchObject([
      {
        path: '/auth/register',
        body: { email: 'grace@example.org', language: 'en', interaction: 'u1' },
      },
    ]);
    expect(await link('Back to sign in').getAttribute('href')).toBe('/signin/u1');
  });

  it('takes no other page for the sign-in that waits', async () => {
    await openHosted('/account/register?for=//evil.example', () => answer({ asked: true }));
    expect(await link('Back to sign in').getAttribute('href')).toBe('/account');
  });

  it('is told where registration is closed', async () => {
    await openHosted('/account/register', () => refuse(refusal('registration_closed.own')));
    await field('Email address').fill('grace@example.org');
    await button('Send the link').click();
    await screen.getByRole('alert').getByText('Nobody makes an account for themselves here.').waitFor();
  });
});

describe('A link to make an account', () => {
  const fill = async (): Promise<void> => {
    await field('Username').fill('grace');
    await field('Password').fill('walnut bicycle thunder');
    await button('Create the account').click();
  };

  it('makes it with name and password, and leads on to the sign-in that waits', async () => {
    const { asked } = await openHosted(`/account/register#${token}`, () =>
      answer({ username: 'grace', interaction: 'u1' }),
    );
    await fill();
    await screen.getByText('Your username is grace. Sign in with it.').waitFor();
    expect(asked).toMatchObject([
      {
        path: '/auth/register/complete',
        body: { token, username: 'grace', password: 'walnut bicycle thunder' },
      },
    ]);
    expect(await link('Sign in').getAttribute('href')).toBe('/signin/u1');
  });

  it('keeps the form where the name is taken, and offers a new link where it is over', async () => {
    let code: SignetRefusal = refusal('account_exists');
    await openHosted(`/account/register#${token}`, () => refuse(code));
    await fill();
    await screen.getByRole('alert').getByText('name').first().waitFor();
    code = refusal('link_unusable.used');
    await fill();
    expect(await link('Ask for a new link').getAttribute('href')).toBe('/account/register');
  });
});

describe('Registration for everyone', () => {
  it.each(looks)('no axe violations, nothing too wide at $name', async (look) => {
    for (const [path, title] of [
      ['/account/register', 'Create an account'],
      [`/account/register#${token}`, 'Choose a username and a password'],
    ] as const) {
      await openHosted(path, () => undefined, look);
      await screen.getByRole('heading', { name: title }).waitFor();
      expect([await violations(), overhang()]).toEqual([[], 0]);
    }
  });
});
