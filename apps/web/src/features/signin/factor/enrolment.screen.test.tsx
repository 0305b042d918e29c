import { refusal } from '@signet/contracts';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { looks } from '../../../../testing/looks.ts';
import { screen } from '../../../../testing/place.ts';
import { answer, interaction, openHosted, type Play, refuse, signedIn } from '../../../../testing/signin.tsx';
import { overhang, violations } from '../../../../testing/violations.ts';

const goesOn = { redirectTo: 'https://login.example/oauth/authorize/u1' };
const secret = 'GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ';
const uri = `otpauth://totp/login.example:ada?secret=${secret}&issuer=login.example`;
const codes = Array.from({ length: 10 }, (_, index) => `k3wm-0v7x-92hd-qnp${index}`);

let address: string;
beforeEach(() => {
  address = location.href;
});
afterEach(() => history.replaceState(null, '', address));

/** A server at which everybody needs an app, and ada has none and a one-time password. */
const play: Play = ({ method, path, body }) => {
  if (path.endsWith('/authenticator')) return answer({ enrolment: 'ticket', secret, uri });
  const signsIn = path === '/auth/login' || path === '/auth/providers/finish';
  if (!signsIn) return answer(method === 'GET' ? interaction() : goesOn);
  const { code, newPassword } = body as { readonly code?: string; readonly newPassword?: string };
  if (path === '/auth/login' && newPassword === undefined) return refuse(refusal('password_change_required'));
  if (code === undefined) return refuse(refusal('factor_enrolment_required'));
  if (code !== '123456') return refuse(refusal('second_factor_wrong.enrolment'));
  return answer({ ...signedIn, recoveryCodes: codes });
};

async function openEnrolment(look?: (typeof looks)[number]) {
  const hosted = await openHosted('/signin/u1', play, look);
  await screen.getByRole('textbox', { name: 'Username' }).fill('ada');
  await screen.getByLabel('Password', { exact: true }).fill('otter lamp gravel');
  await screen.getByRole('button', { name: 'Sign in', exact: true }).click();
  await screen.getByLabel('New password', { exact: true }).fill('gravel lamp otter');
  await screen.getByRole('button', { name: 'Save and sign in' }).click();
  await screen.getByRole('heading', { name: 'Add an authenticator app' }).waitFor();
  await screen.getByRole('img', { name: 'QR code for the authenticator app' }).waitFor();
  return hosted;
}

const code = screen.getByLabel('Code of the app');
const add = screen.getByRole('button', { name: 'Add', exact: true });
const kept = screen.getByRole('button', { name: 'I have kept them' });

describe('Signing in where everybody needs a second factor', () => {
  it('adds an app on the way, and goes on once the recovery codes are kept', async () => {
    const { asked, left } = await openEnrolment();
    await code.fill('000000');
    await add.click();
    await screen.getByText('The code is none of the authenticator app that is being added.').waitFor();
    await code.fill('123456');
    await add.click();
    await screen.getByText(codes[9] ?? '').waitFor();
    expect(left).toEqual([]);
    await kept.click();
    await expect.poll(() => left).toEqual([goesOn.redirectTo]);
    const logins = asked.filter(({ path }) => path === '/auth/login');
    // What was asked before comes again with what is asked last.
    expect(logins.at(-1)?.body).toMatchObject({
      username: 'ada',
      newPassword: 'gravel lamp otter',
      enrolment: 'ticket',
      code: '123456',
    });
    expect(asked.filter(({ path }) => path === '/auth/login/authenticator')).toHaveLength(1);
    expect({ ...localStorage, ...sessionStorage }).toEqual({});
  });

  it('does so after a provider as well', async () => {
    const { asked, left } = await openHosted('/signin/u1#provider', play);
    await code.fill('123456');
    await add.click();
    await kept.click();
    await expect.poll(() => left).toEqual([goesOn.redirectTo]);
    expect(asked.map(({ path }) => path)).toContain('/auth/providers/authenticator');
  });

  it.each(looks)('has no axe violations and is not too wide at $name', async (look) => {
    await openEnrolment(look);
    expect([await violations(), overhang()]).toEqual([[], 0]);
    await code.fill('123456');
    await add.click();
    await screen.getByText(codes[9] ?? '').waitFor();
    expect([await violations(), overhang()]).toEqual([[], 0]);
  });
});
