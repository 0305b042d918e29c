import { refusal } from '@signet/contracts';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { focused } from '../../../../../testing/focus.ts';
import { looks } from '../../../../../testing/looks.ts';
import { screen } from '../../../../../testing/place.ts';
import { answer, openHosted, type Play, refuse, signedIn } from '../../../../../testing/signin.tsx';
import { overhang, violations } from '../../../../../testing/violations.ts';

let address: string;
beforeEach(() => {
  address = location.href;
});
afterEach(() => history.replaceState(null, '', address));

const secret = 'GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ';
const begun = {
  enrolment: 'ticket',
  secret,
  uri: `otpauth://totp/login.example:ada?secret=${secret}&issuer=login.example`,
};
const codes = Array.from({ length: 10 }, (_, index) => `k3wm-0v7x-92hd-qnp${index}`);

/** A server at which ada has an app, or none, and that takes the password `right` and the code `123456`. */
function serving(hasApp: boolean): Play {
  let has = hasApp;
  const listed = () =>
    answer({
      ...(has && { authenticator: { addedAt: Date.now() - 60_000 } }),
      passkeys: [],
      recoveryCodesLeft: has ? 10 : 0,
    });
  return ({ path, method, body }) => {
    if (path === '/auth/refresh') return answer(signedIn);
    if (path === '/auth/sessions') return answer({ username: 'ada', sessions: [] });
    if (path === '/auth/profile') return answer({ username: 'ada' });
    if (method === 'GET') return listed();
    const given = body as { readonly password?: string; readonly code?: string };
    if (given.password !== undefined && given.password !== 'right') {
      return refuse(refusal('credentials_invalid.wrong'));
    }
    if (path === '/auth/factors/authenticator') return answer(begun);
    if (given.code !== '123456') return refuse(refusal('second_factor_wrong.enrolment'));
    has = path.endsWith('/confirm') || path.endsWith('/recovery-codes');
    return path.endsWith('/remove') ? listed() : answer({ recoveryCodes: codes });
  };
}

const dialog = screen.locator('.dialog');
const button = (name: string) => dialog.getByRole('button', { name, exact: true });
const password = dialog.getByLabel('Password', { exact: true });
const add = screen.getByRole('button', { name: 'Add an authenticator app' });

describe('How a person signs in', () => {
  it('gains an authenticator app: password, picture, first code, and recovery codes this once', async () => {
    const { asked } = await openHosted('/account', serving(false));
    await add.click();
    await password.waitFor();
    expect(focused()).toBe(await password.element());
    await password.fill('right');
    await button('Continue').click();
    await dialog.getByRole('img', { name: 'QR code for the authenticator app' }).waitFor();
    await dialog.getByText('GEZD GNBV GY3T').waitFor();
    await dialog.getByLabel('Code of the app').fill('123456');
    await button('Add').click();
    await dialog.getByText(codes[9] ?? '').waitFor();
    await button('I have kept them').click();
    await screen.getByText('The authenticator app was added.').waitFor();
    await screen.getByText('10 are left.').waitFor();
    const posted = asked.filter(({ path, method }) => path.startsWith('/auth/factors') && method === 'POST');
    expect(posted.map(({ body }) => body)).toEqual([
      { password: 'right' },
      { enrolment: 'ticket', code: '123456' },
    ]);
    expect(document.body.textContent).not.toContain(codes[9]);
    expect({ ...localStorage, ...sessionStorage }).toEqual({});
  });

  it('says what is wrong with password and code, and lets one try again', async () => {
    await openHosted('/account', serving(false));
    await add.click();
    await button('Continue').click();
    await dialog.getByText('Enter your password.').waitFor();
    await password.fill('wrong');
    await button('Continue').click();
    await dialog.getByText('The name or the password is wrong.').waitFor();
    await password.fill('right');
    await button('Continue').click();
    await dialog.getByLabel('Code of the app').fill('000000');
    await button('Add').click();
    await dialog.getByText('The code is none of the authenticator app').waitFor();
  });

  it('loses the app by password and code, after saying what that means', async () => {
    const { asked } = await openHosted('/account', serving(true));
    await screen.getByRole('button', { name: 'Remove: Authenticator app' }).click();
    await dialog.getByText('From then on your password alone signs in').waitFor();
    await password.fill('right');
    await dialog.getByLabel('Code of the app, or a recovery code').fill('123456');
    await button('Remove').click();
    await screen.getByText('The authenticator app was removed.').waitFor();
    await add.waitFor();
    expect(asked.at(-1)).toMatchObject({
      path: '/auth/factors/authenticator/remove',
      body: { password: 'right', code: '123456' },
      authorization: 'Bearer of-ada',
    });
  });

  it('gets other recovery codes', async () => {
    await openHosted('/account', serving(true));
    await screen.getByRole('button', { name: 'Make new ones: Recovery codes' }).click();
    await password.fill('right');
    await dialog.getByLabel('Code of the app, or a recovery code').fill('123456');
    await button('Make new ones').click();
    await dialog.getByText(codes[0] ?? '').waitFor();
    await button('I have kept them').click();
    await screen.getByText('The new recovery codes are in force.').waitFor();
  });

  it('changes nothing when it is left', async () => {
    const { asked } = await openHosted('/account', serving(true));
    await screen.getByRole('button', { name: 'Remove: Authenticator app' }).click();
    await screen.keyboard.press('Escape');
    await expect.poll(() => dialog.count()).toBe(0);
    expect(asked.filter(({ path }) => path.includes('remove'))).toEqual([]);
  });

  it.each(looks)('has no axe violations and is not too wide at $name', async (look) => {
    await openHosted('/account', serving(false), look);
    await add.click();
    await password.fill('right');
    expect([await violations(), overhang()]).toEqual([[], 0]);
    await button('Continue').click();
    await dialog.getByRole('img', { name: 'QR code for the authenticator app' }).waitFor();
    expect([await violations(), overhang()]).toEqual([[], 0]);
    await dialog.getByLabel('Code of the app').fill('123456');
    await button('Add').click();
    await dialog.getByText(codes[9] ?? '').waitFor();
    expect([await violations(), overhang()]).toEqual([[], 0]);
    await button('I have kept them').click();
    await screen.getByText('10 are left.').waitFor();
    expect([await violations(), overhang()]).toEqual([[], 0]);
  });
});
