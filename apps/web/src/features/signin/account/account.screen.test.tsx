import { newId, refusal } from '@signet/contracts';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { focused } from '../../../../testing/focus.ts';
import { looks } from '../../../../testing/looks.ts';
import { screen } from '../../../../testing/place.ts';
import { answer, openHosted, type Play, refuse, signedIn } from '../../../../testing/signin.tsx';
import { overhang, violations } from '../../../../testing/violations.ts';

const here = {
  id: newId('session'),
  agent: 'Mozilla/5.0 (X11; Linux x86_64; rv:145.0) Gecko/20100101 Firefox/145.0',
  startedAt: Date.now() - 3_600_000,
  lastUsedAt: Date.now(),
  expiresAt: Date.now() + 86_400_000,
  current: true,
};
const phone = {
  ...here,
  id: newId('session'),
  agent:
    'Mozilla/5.0 (iPhone; CPU iPhone OS 19_1 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/19.1 Mobile/15E148 Safari/604.1',
  current: false,
};
const { agent: _, ...silent } = { ...phone, id: newId('session') };

let address: string;
beforeEach(() => {
  address = location.href;
});
afterEach(() => history.replaceState(null, '', address));

/** A server with these sessions, of which each can be ended. */
function keeping(sessions: readonly { readonly id: string; readonly current: boolean }[]): Play {
  let alive = sessions;
  return ({ path }) => {
    const before = alive.length;
    if (path === '/auth/refresh') return answer(signedIn);
    if (path === '/auth/factors') return answer({ passkeys: [], recoveryCodesLeft: 0 });
    if (path === '/auth/logout') return answer({ ended: true });
    if (path === '/auth/profile') return answer({ username: 'ada' });
    if (path === '/auth/sessions') return answer({ username: 'ada', sessions: alive });
    const isOthers = path === '/auth/sessions/end-others';
    alive = alive.filter(({ id, current }) => (isOthers ? current : !path.includes(id)));
    return answer({ ended: before - alive.length, revocationSequence: 7 });
  };
}

const rows = screen.locator('.account-session');
const everywhere = screen.getByRole('button', { name: 'Sign out everywhere else' });

describe('A person’s own page', () => {
  it('lists where one is signed in, by names that one recognises, and marks this browser', async () => {
    const { asked } = await openHosted('/account', keeping([here, phone, silent]));
    await screen.getByText('You are signed in as ada.').waitFor();
    const texts = rows.allInnerTexts();
    expect(texts[0]).toMatch(/^Firefox on Linux\s*This browser/);
    expect(texts[1]).toMatch(/^Safari on iOS/);
    expect(texts[2]).toMatch(/^A device that does not say what it is/);
    expect(asked.find(({ path }) => path === '/auth/sessions')).toMatchObject({
      authorization: 'Bearer of-ada',
    });
    expect({ ...localStorage, ...sessionStorage }).toEqual({});
  });

  it('says from where each signed in, as far as that is known', async () => {
    const network = '192.0.2.0/24';
    const unplaced = { ...silent, network, place: {} };
    const placed = { ...phone, network, place: { city: 'Oslo', country: 'Norway' } };
    await openHosted('/account', keeping([here, placed, unplaced]));
    await screen.getByText('Oslo, Norway').waitFor();
    const texts = rows.allInnerTexts();
    expect(texts[1]).toContain(network);
    expect(texts[2]).toContain(network);
    expect(texts[0]).not.toContain(network);
  });

  it('signs one device out', async () => {
    const { asked } = await openHosted('/account', keeping([here, phone]));
    await screen.getByRole('button', { name: 'Sign out Safari on iOS' }).click();
    await screen.getByText('One session was ended.').waitFor();
    await screen.getByText('You are signed in nowhere else.').waitFor();
    expect(rows.count()).toBe(1);
    expect(asked.map(({ path }) => path)).toContain(`/auth/sessions/${phone.id}/end`);
  });

  it('says what is lost before it signs out everywhere else', async () => {
    await openHosted('/account', keeping([here, phone, silent]));
    await everywhere.click();
    await screen.getByText('2 other sessions end. Their devices need the password again.').waitFor();
    await screen.keyboard.press('Escape');
    expect(rows.count()).toBe(3);
    await everywhere.click();
    await screen.locator('.dialog').getByRole('button', { name: 'Sign out' }).click();
    await screen.getByText('2 sessions were ended.').waitFor();
    await expect.poll(() => rows.count()).toBe(1);
  });

  it('signs out here, and leaves', async () => {
    const keeps = keeping([here]);
    const csrfToken = 'c'.repeat(43);
    const { left, asked } = await openHosted('/account', (one) =>
      one.path === '/auth/csrf' ? answer({ csrfToken }) : keeps(one),
    );
    await screen.getByRole('button', { name: 'Sign out', exact: true }).click();
    await expect.poll(() => left).toEqual(['/signed-out']);
    const byCookie = asked.filter(({ path }) => path === '/auth/refresh' || path === '/auth/logout');
    expect(byCookie.map((one) => one.csrfToken)).toEqual([csrfToken, csrfToken]);
  });

  it.each(['refresh_token_missing', 'session_ended.session', 'account_disabled'] as const)(
    'asks whoever is not signed in to sign in, and shows the page then (%s)',
    async (code) => {
      const keeps = keeping([here]);
      await openHosted('/account', (asked) => {
        if (asked.path === '/auth/refresh') return refuse(refusal(code));
        return asked.path === '/auth/login' ? answer(signedIn) : keeps(asked);
      });
      await screen.getByRole('textbox', { name: 'Username' }).fill('ada');
      await screen.getByLabel('Password', { exact: true }).fill('otter lamp gravel');
      await screen.getByRole('button', { name: 'Sign in', exact: true }).click();
      await screen.getByText('You are signed in as ada.').waitFor();
    },
  );

  it('fetches a new token where the one it has is too old, once', async () => {
    const keeps = keeping([here, phone]);
    let isOld = false;
    const { asked } = await openHosted('/account', (one) => {
      if (one.path === '/auth/refresh') isOld = false;
      if (isOld && one.authorization !== null) {
        return refuse({ code: 'token_expired', sentence: 'The token has expired.' });
      }
      return keeps(one);
    });
    await rows.first().waitFor();
    isOld = true;
    await screen.getByRole('button', { name: 'Sign out Safari on iOS' }).click();
    await screen.getByText('One session was ended.').waitFor();
    expect(asked.filter(({ path }) => path === '/auth/refresh')).toHaveLength(2);
  });

  it('says that no answer came, and keeps what it shows', async () => {
    const keeps = keeping([here, phone]);
    await openHosted('/account', (one) => (one.path.endsWith('/end') ? undefined : keeps(one)));
    await screen.getByRole('button', { name: 'Sign out Safari on iOS' }).click();
    await screen.getByRole('alert').getByText('No answer came.').waitFor();
    expect(rows.count()).toBe(2);
  });

  it('shows nothing of an answer that is none of Signet', async () => {
    const keeps = keeping([]);
    await openHosted('/account', (one) =>
      one.path === '/auth/sessions' ? answer({ username: 'ada', sessions: [{ id: '7' }] }) : keeps(one),
    );
    await screen.getByText('No answer came.').waitFor();
  });
});

describe('Signed out', () => {
  it('says so, and leads to a new sign-in', async () => {
    const { asked } = await openHosted('/signed-out', () => undefined);
    await screen.getByRole('heading', { name: 'You are signed out' }).waitFor();
    await expect.poll(() => focused()?.textContent).toBe('You are signed out');
    expect(await screen.getByRole('link', { name: 'Sign in again' }).getAttribute('href')).toBe('/account');
    expect(asked).toEqual([]);
  });
});

describe('Access to the own page for everyone', () => {
  it.each(looks)('no axe violations, nothing too wide at $name', async (look) => {
    await openHosted('/account', keeping([here, phone, silent]), look);
    await rows.first().waitFor();
    expect([await violations(), overhang()]).toEqual([[], 0]);
    await everywhere.click();
    await screen.locator('.dialog').waitFor();
    expect([await violations(), overhang()]).toEqual([[], 0]);
    await openHosted('/signed-out', () => undefined, look);
    await screen.getByRole('heading', { level: 1 }).waitFor();
    expect([await violations(), overhang()]).toEqual([[], 0]);
  });
});
