import { refusal } from '@signet/contracts';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { focused, tabTo } from '../../../testing/focus.ts';
import { looks } from '../../../testing/looks.ts';
import { screen } from '../../../testing/place.ts';
import { answer, interaction, openHosted, type Play, refuse, signedIn } from '../../../testing/signin.tsx';
import { overhang, violations } from '../../../testing/violations.ts';

const username = screen.getByRole('textbox', { name: 'Username' });
const password = screen.getByLabel('Password', { exact: true });
const signIn = screen.getByRole('button', { name: 'Sign in', exact: true });
const alert = screen.getByRole('alert');
const goesOn = { redirectTo: 'https://login.example/oauth/authorize/u1' };

let address: string;
beforeEach(() => {
  address = location.href;
});
afterEach(() => {
  vi.useRealTimers();
  history.replaceState(null, '', address);
});

/** A server that waits at `/signin/u1`, and answers a sign-in so. */
function serving(login: Play, asks: object = interaction()): Play {
  return (asked) => {
    if (asked.path === '/auth/login') return login(asked);
    if (asked.path === '/auth/refresh') return answer(signedIn);
    return answer(asked.method === 'GET' ? asks : goesOn);
  };
}

async function signInAs(name: string, secret: string): Promise<void> {
  await username.fill(name);
  await password.fill(secret);
  await signIn.click();
}

describe('Signing in for an app', () => {
  it('says where one goes, and goes there with the token in a header and in no address', async () => {
    const { asked, left } = await openHosted(
      '/signin/u1',
      serving(() => answer(signedIn)),
    );
    await screen.getByText('You then go on to Orders.').waitFor();
    await signInAs(' ada ', 'otter lamp gravel');
    await expect.poll(() => left).toEqual([goesOn.redirectTo]);
    await screen.getByRole('heading', { name: 'Going on to Orders' }).waitFor();
    expect(asked.map(({ method, path }) => `${method} ${path}`)).toEqual([
      'GET /auth/interactions/u1',
      'POST /auth/login',
      'POST /auth/interactions/u1',
    ]);
    const audience = 'https://login.example/account';
    expect(asked[1]?.body).toEqual({ username: 'ada', password: 'otter lamp gravel', audience });
    expect(asked[2]).toMatchObject({ body: { answer: 'continue' }, authorization: 'Bearer of-ada' });
    expect(new Set(asked.map(({ credentials }) => credentials))).toEqual(new Set(['same-origin']));
    expect({ ...localStorage, ...sessionStorage }).toEqual({});
  });

  it.each([
    'https://evil.example/',
    'javascript:alert(1)',
    '//evil.example/',
    'https://login.example.evil.example/',
  ])('follows no answer to another origin: %s', async (redirectTo) => {
    const play: Play = ({ method, path }) =>
      answer(path === '/auth/login' ? signedIn : method === 'GET' ? interaction() : { redirectTo });
    const { left } = await openHosted('/signin/u1', play);
    await signInAs('ada', 'otter lamp gravel');
    await screen.getByText('No answer came.').waitFor();
    expect(left).toEqual([]);
  });

  it('has fields that password managers know, and the cursor in the first', async () => {
    await openHosted(
      '/signin/u1',
      serving(() => answer(signedIn)),
    );
    expect(await username.getAttribute('autocomplete')).toBe('username webauthn');
    expect(await password.getAttribute('autocomplete')).toBe('current-password');
    expect(await password.getAttribute('type')).toBe('password');
    expect(focused()).toBe(await username.element());
  });

  it('begins with the name that the app expects, and the cursor in the password', async () => {
    await openHosted(
      '/signin/u1',
      serving(() => answer(signedIn), interaction({ loginHint: 'ada' })),
    );
    await expect.poll(() => username.inputValue()).toBe('ada');
    expect(focused()).toBe(await password.element());
  });

  it('shows the password for as long as its owner wants to see it', async () => {
    await openHosted(
      '/signin/u1',
      serving(() => answer(signedIn)),
    );
    await password.fill('otter');
    await screen.getByRole('button', { name: 'Show password' }).click();
    expect(await password.getAttribute('type')).toBe('text');
    await screen.getByRole('button', { name: 'Hide password' }).click();
    expect(await password.getAttribute('type')).toBe('password');
    expect(await password.inputValue()).toBe('otter');
  });

  it('says what is missing before it asks anybody, beside the field, and leads there', async () => {
    const { asked } = await openHosted(
      '/signin/u1',
      serving(() => answer(signedIn)),
    );
    await signIn.click();
    await screen.getByText('Enter your username.').waitFor();
    expect(focused()).toBe(await username.element());
    expect(await described(await username.element())).toBe('Enter your username.');
    expect(await described(await password.element())).toBe('Enter your password.');
    expect(asked).toHaveLength(1);
  });

  it('goes back to the app without a sign-in', async () => {
    const { asked, left } = await openHosted(
      '/signin/u1',
      serving(() => answer(signedIn)),
    );
    await screen.getByRole('button', { name: 'Cancel and go back to Orders' }).click();
    await expect.poll(() => left).toEqual([goesOn.redirectTo]);
    expect(asked.at(-1)).toMatchObject({ body: { answer: 'deny' }, authorization: null });
  });

  it('shows a name of the app that would turn the sentence round as what it is', async () => {
    const client = { id: 'x', name: '\u202Eknab ruoY', firstParty: true };
    await openHosted(
      '/signin/u1',
      serving(() => answer(signedIn), interaction({ client })),
    );
    await screen.getByText('\\u202eknab ruoY', { exact: false }).first().waitFor();
  });
});

function described(element: HTMLElement): string {
  const ids = element.getAttribute('aria-describedby')?.split(' ') ?? [];
  return ids.map((id) => document.getElementById(id)?.textContent ?? '').join(' ');
}

describe('A sign-in that is refused', () => {
  it('says that name or password is wrong, keeps the name, and ties it to the fields', async () => {
    await openHosted(
      '/signin/u1',
      serving(() => refuse(refusal('credentials_invalid.wrong'))),
    );
    await signInAs('ada', 'wrong');
    await alert.getByText('The name or the password is wrong.').waitFor();
    expect(await username.inputValue()).toBe('ada');
    expect(described(await password.element())).toContain('Check both and try again.');
    expect(await password.getAttribute('aria-invalid')).toBe('true');
  });

  it('warns who agrees to a device of codes that others sent, and nobody else', async () => {
    const warning = screen.getByText(/whoever sent you the code would be signed in as you/);
    const asks = { prompt: 'consent', person: { username: 'ada' } };
    await openHosted(
      '/signin/u1',
      serving(() => undefined, interaction({ ...asks, forDevice: true })),
    );
    await warning.waitFor();
    await openHosted(
      '/signin/u1',
      serving(() => undefined, interaction(asks)),
    );
    await screen.getByRole('button', { name: 'Allow' }).waitFor();
    expect(warning.count()).toBe(0);
  });

  it('tells who agreed before what is new, and asks for all where nothing is', async () => {
    const asks = { prompt: 'consent', person: { username: 'ada' }, scopes: ['openid', 'email'] };
    await openHosted(
      '/signin/u1',
      serving(() => undefined, interaction({ ...asks, agreed: ['openid'] })),
    );
    await screen.getByText('If you allow it, the app can also:').waitFor();
    const [more, before] = [...document.querySelectorAll('.gate-scopes')].map((one) => one.textContent);
    expect([more, before]).toEqual([
      expect.stringContaining('read your email address'),
      expect.stringContaining('know that it is you'),
    ]);
    await openHosted(
      '/signin/u1',
      serving(() => undefined, interaction({ ...asks, agreed: asks.scopes })),
    );
    await screen.getByText('If you allow it, the app can:').waitFor();
    expect(document.querySelectorAll('.gate-scopes')).toHaveLength(1);
  });

  it('counts down to the next attempt, which it holds back until then', async () => {
    vi.useFakeTimers({ toFake: ['Date', 'setInterval', 'clearInterval'] });
    const { asked } = await openHosted(
      '/signin/u1',
      serving(() => refuse(refusal('login_throttled.account', { wait: 75 }))),
    );
    await signInAs('ada', 'wrong');
    await screen.getByText('You can try again in 1:15.').waitFor();
    expect(await signIn.getAttribute('aria-disabled')).toBe('true');
    await password.press('Enter');
    expect(asked).toHaveLength(2);
    vi.advanceTimersByTime(70_000);
    await screen.getByText(/You can try again in 0:0[56]\./).waitFor();
    vi.advanceTimersByTime(6000);
    await screen.getByText('You can try again now.').waitFor();
    await signIn.click();
    await expect.poll(() => asked.length).toBe(3);
  });

  it.each([
    ['an account that is disabled', () => refuse(refusal('account_disabled')), 'The account is disabled.'],
    [
      'a name that none can have',
      () =>
        refuse(
          refusal('request_invalid.member', { member: 'username', expected: 'x', actual: 'y' } as never),
        ),
      'A username has letters, digits',
    ],
    ['a connection that breaks', () => undefined, 'No answer came. Check your connection'],
    ['a server that is no Signet', () => new Response('<html>'), 'No answer came.'],
  ])('says what to do about %s', async (_, login, words) => {
    await openHosted('/signin/u1', serving(login));
    await signInAs('ada', 'otter lamp gravel');
    await alert.getByText(words).waitFor();
    expect(await password.inputValue()).toBe('otter lamp gravel');
  });

  it('goes on where the password was right and the connection broke after it', async () => {
    let breaks = true;
    const play: Play = ({ method, path }) => {
      if (path === '/auth/login') return answer(signedIn);
      if (method === 'GET') return answer(interaction());
      return breaks ? undefined : answer(goesOn);
    };
    const { asked, left } = await openHosted('/signin/u1', play);
    await signInAs('ada', 'otter lamp gravel');
    await screen.getByText('No answer came.').waitFor();
    breaks = false;
    await screen.getByRole('button', { name: 'Try again' }).click();
    await expect.poll(() => left).toEqual([goesOn.redirectTo]);
    expect(asked.filter(({ path }) => path === '/auth/login')).toHaveLength(1);
  });
});

describe('A first password', () => {
  const newPassword = screen.getByLabel('New password', { exact: true });
  const save = screen.getByRole('button', { name: 'Save and sign in' });

  it('is replaced by one that the server takes, with its reasons where it does not', async () => {
    const { asked, left } = await openHosted(
      '/signin/u1',
      serving(({ body }) => {
        const { newPassword: chosen } = body as { newPassword?: string };
        if (chosen === undefined) return refuse(refusal('password_change_required'));
        return chosen === 'short'
          ? refuse(refusal('password_too_weak.too_short', { least: 10 }))
          : answer(signedIn);
      }),
    );
    await signInAs('ada', 'one-time');
    await screen.getByRole('heading', { name: 'Choose a password of your own' }).waitFor();
    await screen.getByText('At least 10 characters').waitFor();
    expect(await newPassword.getAttribute('autocomplete')).toBe('new-password');
    expect(focused()).toBe(await newPassword.element());
    await newPassword.fill('short');
    await save.click();
    await alert.getByText('The password is too short.').waitFor();
    await newPassword.fill('otter lamp gravel');
    await save.click();
    await expect.poll(() => left).toEqual([goesOn.redirectTo]);
    expect(asked.at(-2)?.body).toMatchObject({
      username: 'ada',
      password: 'one-time',
      newPassword: 'otter lamp gravel',
    });
  });

  it('leaves the way back to another account open', async () => {
    await openHosted(
      '/signin/u1',
      serving(() => refuse(refusal('password_change_required'))),
    );
    await signInAs('ada', 'one-time');
    await screen.getByRole('button', { name: 'Sign in as somebody else' }).click();
    await username.waitFor();
  });
});

describe('Somebody who is signed in already', () => {
  const ada = interaction({ person: { username: 'ada' } });
  const goOn = screen.getByRole('button', { name: 'Continue as ada' });

  it('goes on with one press', async () => {
    const { asked, left } = await openHosted(
      '/signin/u1',
      serving(() => undefined, ada),
    );
    await goOn.click();
    await expect.poll(() => left).toEqual([goesOn.redirectTo]);
    expect(asked.at(-1)).toMatchObject({ body: { answer: 'continue' }, authorization: 'Bearer of-ada' });
  });

  it('does not keep another person out', async () => {
    await openHosted(
      '/signin/u1',
      serving(() => answer(signedIn), ada),
    );
    await screen.getByRole('button', { name: 'Use another account' }).click();
    await expect.poll(() => username.inputValue()).toBe('');
  });

  it('signs in again where the session has ended in the meantime', async () => {
    const play: Play = ({ path }) =>
      path === '/auth/refresh' ? refuse(refusal('session_ended.session')) : answer(ada);
    await openHosted('/signin/u1', play);
    await goOn.click();
    await expect.poll(() => username.inputValue()).toBe('ada');
  });
});

describe('A sign-in that nobody waits for', () => {
  it.each(['u1', 'x'.repeat(128)])('says that it is over, and what to do (%s)', async (uid) => {
    await openHosted(`/signin/${uid}`, () => refuse(refusal('interaction_unknown')));
    await screen.getByRole('heading', { name: 'This sign-in is over' }).waitFor();
    await screen.getByText('Go back to the app, and sign in from there again.').waitFor();
    await expect.poll(() => focused()?.textContent).toBe('This sign-in is over');
  });

  it('is told apart from a server that does not answer, which is asked again', async () => {
    let breaks = true;
    await openHosted('/signin/u1', () => (breaks ? undefined : answer(interaction())));
    await screen.getByText('No answer came.').waitFor();
    breaks = false;
    await screen.getByRole('button', { name: 'Try again' }).click();
    await username.waitFor();
  });
});

describe('The sign-in for everyone', () => {
  const shown: readonly (readonly [string, Play])[] = [
    ['sign in', serving(() => refuse(refusal('credentials_invalid.wrong')))],
    ['change', serving(() => refuse(refusal('password_change_required')))],
    ['known', serving(() => undefined, interaction({ person: { username: 'ada' } }))],
    ['consent', serving(() => undefined, interaction({ prompt: 'consent', person: { username: 'ada' } }))],
    ['lost', () => refuse(refusal('interaction_unknown'))],
    ['failed', () => undefined],
  ];

  it.each(looks)('has no axe violations and is not too wide at $name', async (look) => {
    for (const [name, play] of shown) {
      await openHosted('/signin/u1', play, look);
      await screen.getByRole('heading', { level: 1 }).waitFor();
      expect([name, await violations(), overhang()]).toEqual([name, [], 0]);
      if (signIn.count() === 1) {
        await signInAs('ada', 'otter lamp gravel');
        await screen
          .getByText(/wrong|of your own/)
          .first()
          .waitFor();
        expect([name, await violations(), overhang()]).toEqual([name, [], 0]);
      }
    }
  });

  it('is done with the keyboard alone, in the order in which it is read', async () => {
    const { left } = await openHosted(
      '/signin/u1',
      serving(() => answer(signedIn)),
    );
    await username.waitFor();
    await screen.keyboard.type('ada');
    await screen.keyboard.press('Tab');
    expect(focused()).toBe(await password.element());
    await screen.keyboard.type('otter lamp gravel');
    await tabTo('Show password');
    await tabTo('Sign in');
    await screen.keyboard.press('Enter');
    await expect.poll(() => left).toEqual([goesOn.redirectTo]);
  });
});
