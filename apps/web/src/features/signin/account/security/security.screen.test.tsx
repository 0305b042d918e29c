import { newId, refusal } from '@signet/contracts';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { looks } from '../../../../../testing/looks.ts';
import { screen } from '../../../../../testing/place.ts';
import { answer, openHosted, type Play, refuse, signedIn } from '../../../../../testing/signin.tsx';
import { overhang, violations } from '../../../../../testing/violations.ts';

const here = { id: newId('session'), startedAt: Date.now(), lastUsedAt: Date.now(), current: true };

let address: string;
beforeEach(() => {
  address = location.href;
});
afterEach(() => history.replaceState(null, '', address));

/** A server where `ada` has this address. */
function of(email: object | undefined, play: Play = () => undefined): Play {
  return (asked) => {
    if (asked.path === '/auth/csrf') return answer({ csrfToken: signedIn.csrfToken });
    if (asked.path === '/auth/refresh') return answer(signedIn);
    if (asked.path === '/auth/sessions') return answer({ username: 'ada', sessions: [here] });
    if (asked.path === '/auth/factors') return answer({ passkeys: [], recoveryCodesLeft: 0 });
    if (asked.path === '/auth/profile') return answer({ username: 'ada', ...(email && { email }) });
    return play(asked);
  };
}

const button = (name: string) => screen.getByRole('button', { name });
const now = screen.getByLabel('Current password', { exact: true });

describe('The address on the own page', () => {
  it.each([
    [undefined, 'No address is known.'],
    [{ address: 'ada@example.org', verified: true }, 'Mail for your account goes to ada@example.org.'],
    [{ address: 'ada@example.org', verified: false }, 'ada@example.org is not confirmed yet.'],
  ])('is shown as what it is: %j', async (email, sentence) => {
    await openHosted('/account', of(email));
    await screen.getByText(sentence).waitFor();
  });

  it('is set by a link that goes there, for who knows the password', async () => {
    const { asked } = await openHosted(
      '/account',
      of(undefined, () => answer({ asked: true })),
    );
    await button('Set an address').click();
    await button('Send a link there').click();
    await screen.getByText('Enter an email address, such as name@example.org.').waitFor();
    await screen.getByText('Enter your current password.').waitFor();
    await now.fill('otter lamp gravel');
    await screen.getByRole('textbox', { name: 'New email address' }).fill('ada@example.org');
    await button('Send a link there').click();
    await screen.getByText('A link is on its way to that address.').waitFor();
    expect(asked.at(-1)).toMatchObject({
      path: '/auth/email',
      body: { email: 'ada@example.org', password: 'otter lamp gravel', language: 'en' },
      authorization: 'Bearer of-ada',
    });
  });
});

describe('The password on the own page', () => {
  const open = async (play: Play) => {
    const hosted = await openHosted('/account', of(undefined, play));
    await button('Change the password').click();
    await now.fill('otter lamp gravel');
    await screen.getByLabel('New password', { exact: true }).fill('walnut bicycle thunder');
    return hosted;
  };

  it('is changed, and ends the other sessions unless told otherwise', async () => {
    const { asked } = await open(() => answer({ ended: 2 }));
    await button('Save the password').click();
    await screen.getByText('Your password is changed, and 2 other sessions were ended.').waitFor();
    const given = { password: 'otter lamp gravel', newPassword: 'walnut bicycle thunder', endOthers: true };
    const change = asked.find(({ path }) => path === '/auth/password/change');
    expect(change).toMatchObject({ body: given, credentials: 'same-origin' });
  });

  it('leaves the other sessions where that is wanted', async () => {
    const { asked } = await open(() => answer({ ended: 0 }));
    await screen.getByRole('checkbox', { name: 'Sign out everywhere else' }).click();
    await button('Save the password').click();
    await screen.getByText('Your password is changed.').waitFor();
    const change = asked.find(({ path }) => path === '/auth/password/change');
    expect(change).toMatchObject({ body: { endOthers: false } });
  });

  it('is changed with a code by whoever has a second factor, which is asked for once the server does', async () => {
    const { asked } = await open(({ body }) =>
      'code' in (body as object) ? answer({ ended: 0 }) : refuse(refusal('second_factor_required.code')),
    );
    await button('Save the password').click();
    const code = screen.getByLabel('Code of the app, or a recovery code', { exact: true });
    await code.waitFor();
    expect(screen.getByText('This account has a second factor').count()).toBe(0);
    await code.fill('123456');
    await button('Save the password').click();
    await screen.getByText('Your password is changed').waitFor();
    expect(asked.filter(({ path }) => path === '/auth/password/change').at(-1)?.body).toMatchObject({
      code: '123456',
    });
  });

  it('is not changed by a wrong one, and what was typed stays', async () => {
    await open(() => refuse(refusal('credentials_invalid.wrong')));
    await button('Save the password').click();
    await screen.getByRole('alert').getByText('The name or the password is wrong.').waitFor();
    expect(await now.inputValue()).toBe('otter lamp gravel');
  });
});

describe('Address and password for everyone', () => {
  it.each(looks)('no axe violations, nothing too wide at $name', async (look) => {
    await openHosted('/account', of({ address: 'ada@example.org', verified: false }), look);
    await button('Set an address').click();
    await button('Change the password').click();
    expect([await violations(), overhang()]).toEqual([[], 0]);
  });
});
