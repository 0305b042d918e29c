import { refusal } from '@signet/contracts';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { looks } from '../../../../testing/looks.ts';
import { screen } from '../../../../testing/place.ts';
import { answer, interaction, openHosted, type Play, refuse, signedIn } from '../../../../testing/signin.tsx';
import { overhang, violations } from '../../../../testing/violations.ts';

const allowed = { registration: false, emailSignIn: true } as const;
const goesOn = 'https://login.example/oauth/authorize/u1';
const offer = screen.getByRole('button', { name: 'Sign in by mail' });
const nameField = screen.getByLabel('Username or email address');
const codeField = screen.getByLabel('Code of the mail');
const link = 'L'.repeat(43);

let address: string;
beforeEach(() => {
  address = location.href;
});
afterEach(() => history.replaceState(null, '', address));

/** A server where an app waits, and that answers so to what the mail said. */
function serving(finish: Play): Play {
  return (asked) => {
    if (asked.path === '/auth/login/email') return answer({ asked: true });
    if (asked.path === '/auth/login/email/finish') return finish(asked);
    return answer(asked.method === 'GET' ? interaction() : { redirectTo: goesOn });
  };
}

describe('Signing in by mail', () => {
  it('is not offered where it is off', async () => {
    await openHosted(
      '/signin/u1',
      serving(() => undefined),
    );
    await screen.getByRole('button', { name: 'Sign in', exact: true }).waitFor();
    expect(await offer.count()).toBe(0);
  });

  it('asks for the name, then for the code, and goes on to the app that waits', async () => {
    const { asked, left } = await openHosted(
      '/signin/u1',
      serving(() => answer(signedIn)),
      undefined,
      allowed,
    );
    await screen.getByLabel('Username', { exact: true }).fill('ada');
    await offer.click();
    expect(await nameField.inputValue()).toBe('ada');
    await screen.getByRole('button', { name: 'Send the mail' }).click();
    await codeField.fill('1234 5678');
    await screen.getByRole('button', { name: 'Sign in', exact: true }).click();
    await expect.poll(() => left).toEqual([goesOn]);
    expect(asked.filter(({ path }) => path.startsWith('/auth/login/email'))).toMatchObject([
      { body: { name: 'ada', language: 'en', interaction: 'u1' }, credentials: 'same-origin' },
      { body: { mailCode: '1234 5678', audience: 'https://login.example/account' } },
    ]);
    expect(asked.at(-1)).toMatchObject({ body: { answer: 'continue' }, authorization: 'Bearer of-ada' });
  });

  it('says what is wrong with a code at its field, and sends another mail', async () => {
    const { asked } = await openHosted(
      '/signin/u1',
      serving(() => refuse(refusal('email_sign_in_wrong'))),
      undefined,
      allowed,
    );
    await offer.click();
    await screen.getByRole('button', { name: 'Send the mail' }).click();
    await screen.getByText('Enter your username or your email address.').waitFor();
    await nameField.fill('ada');
    await screen.getByRole('button', { name: 'Send the mail' }).click();
    await codeField.fill('12345678');
    await screen.getByRole('button', { name: 'Sign in', exact: true }).click();
    await screen.getByText('This is not the code of the newest mail.').waitFor();
    await screen.getByRole('button', { name: 'Send another mail' }).click();
    await expect.poll(() => asked.filter(({ path }) => path === '/auth/login/email').length).toBe(2);
    await screen.getByRole('button', { name: 'Sign in in another way' }).click();
    await screen.getByLabel('Password', { exact: true }).waitFor();
  });

  it('goes on by the link at once, forgets it, and asks for the second factor alone', async () => {
    const finish: Play = ({ body }) =>
      typeof body === 'object' && body !== null && 'code' in body
        ? answer(signedIn)
        : refuse(refusal('second_factor_required.code'));
    const { asked, left } = await openHosted(`/signin/u1#mail.${link}`, serving(finish), undefined, allowed);
    await screen.getByLabel('Code of the app').fill('123456');
    expect(location.hash).toBe('');
    await screen.getByRole('button', { name: 'Sign in', exact: true }).click();
    await expect.poll(() => left).toEqual([goesOn]);
    expect(asked.filter(({ path }) => path.endsWith('/finish')).map(({ body }) => body)).toMatchObject([
      { link },
      { link, code: '123456' },
    ]);
  });

  it('says of a link in another browser where to open it, and that the code is good there', async () => {
    const lost: Play = () => refuse(refusal('interaction_unknown'));
    await openHosted(`/signin/u1#mail.${link}`, lost, undefined, allowed);
    await screen.getByRole('heading', { name: 'This link is for another browser' }).waitFor();
    await screen.getByText('type the code of the mail', { exact: false }).waitFor();
  });

  it.each(looks)('is readable, fits and needs no mouse, %o', async (look) => {
    await openHosted(
      '/signin/u1',
      serving(() => undefined),
      look,
      allowed,
    );
    await offer.click();
    await nameField.fill('ada');
    await nameField.press('Enter');
    await codeField.waitFor();
    expect(await codeField.getAttribute('autocomplete')).toBe('one-time-code');
    expect(await violations()).toEqual([]);
    expect(overhang()).toBe(0);
  });
});
