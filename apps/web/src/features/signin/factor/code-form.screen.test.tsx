import { refusal } from '@signet/contracts';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { focused } from '../../../../testing/focus.ts';
import { looks } from '../../../../testing/looks.ts';
import { screen } from '../../../../testing/place.ts';
import { answer, interaction, openHosted, type Play, refuse, signedIn } from '../../../../testing/signin.tsx';
import { overhang, violations } from '../../../../testing/violations.ts';

const goesOn = { redirectTo: 'https://login.example/oauth/authorize/u1' };
const code = screen.getByLabel('Code of the app', { exact: true });
const recovery = screen.getByLabel('Recovery code', { exact: true });
const signIn = screen.getByRole('button', { name: 'Sign in', exact: true });

let address: string;
beforeEach(() => {
  address = location.href;
});
afterEach(() => history.replaceState(null, '', address));

/** A server at which ada has an authenticator app, and that answers a code so. */
function askingForCode(onCode: (code: string) => Response): Play {
  return ({ method, path, body }) => {
    if (path !== '/auth/login') return answer(method === 'GET' ? interaction() : goesOn);
    const { code: given } = body as { readonly code?: string };
    return given === undefined ? refuse(refusal('second_factor_required.code')) : onCode(given);
  };
}

async function openCode(onCode: (code: string) => Response, look?: (typeof looks)[number]) {
  const hosted = await openHosted('/signin/u1', askingForCode(onCode), look);
  await screen.getByRole('textbox', { name: 'Username' }).fill('ada');
  await screen.getByLabel('Password', { exact: true }).fill('otter lamp gravel');
  await signIn.click();
  await screen.getByRole('heading', { name: 'Show that it is you' }).waitFor();
  return hosted;
}

const wrong = () => refuse(refusal('second_factor_wrong.wrong'));

describe('A second factor', () => {
  it('is asked for after the password, in a field that phones fill in, and sent together with it', async () => {
    const { asked, left } = await openCode(() => answer(signedIn));
    expect(await code.getAttribute('autocomplete')).toBe('one-time-code');
    expect(await code.getAttribute('inputmode')).toBe('numeric');
    expect(focused()).toBe(await code.element());
    await code.fill('123456');
    await signIn.click();
    await expect.poll(() => left).toEqual([goesOn.redirectTo]);
    const logins = asked.filter(({ path }) => path === '/auth/login');
    expect(logins.at(-1)?.body).toMatchObject({
      username: 'ada',
      password: 'otter lamp gravel',
      code: '123456',
    });
    expect({ ...localStorage, ...sessionStorage }).toEqual({});
  });

  it('says what to do about a wrong code, and takes the next one', async () => {
    const { left } = await openCode((given) => (given === '123456' ? answer(signedIn) : wrong()));
    await code.fill('000000');
    await signIn.click();
    await screen.getByRole('alert').getByText('The code is wrong.').waitFor();
    // Of a code on paper nothing was said yet.
    await screen.getByRole('button', { name: 'Use a recovery code' }).click();
    await recovery.waitFor();
    expect(await screen.getByText('The code is wrong.').count()).toBe(0);
    await screen.getByRole('button', { name: 'Use the authenticator app' }).click();
    await code.fill('123456');
    await signIn.click();
    await expect.poll(() => left).toEqual([goesOn.redirectTo]);
  });

  it('waits with codes of the app where too many were wrong, and takes a recovery code meanwhile', async () => {
    const slowed = () => refuse(refusal('second_factor_throttled', { wait: 75 }));
    const { left } = await openCode((given) => (given.includes('-') ? answer(signedIn) : slowed()));
    await code.fill('000000');
    await signIn.click();
    await screen.getByText('You can try again in 1:15.').waitFor();
    expect(await signIn.getAttribute('aria-disabled')).toBe('true');
    await screen.getByRole('button', { name: 'Use a recovery code' }).click();
    await recovery.fill('k3wm-0v7x-92hd-qnpe');
    await signIn.click();
    await expect.poll(() => left).toEqual([goesOn.redirectTo]);
  });

  it('asks for what is missing, and leaves the way to another account open', async () => {
    await openCode(wrong);
    await signIn.click();
    await screen.getByText('Enter the six digits that the app shows.').waitFor();
    await screen.getByRole('button', { name: 'Sign in as somebody else' }).click();
    await screen.getByRole('textbox', { name: 'Username' }).waitFor();
  });

  it.each(looks)('has no axe violations and is not too wide at $name', async (look) => {
    await openCode(wrong, look);
    expect([await violations(), overhang()]).toEqual([[], 0]);
    await code.fill('000000');
    await signIn.click();
    await screen.getByText('The code is wrong.').waitFor();
    expect([await violations(), overhang()]).toEqual([[], 0]);
    await screen.getByRole('button', { name: 'Use a recovery code' }).click();
    await recovery.waitFor();
    expect([await violations(), overhang()]).toEqual([[], 0]);
  });
});
