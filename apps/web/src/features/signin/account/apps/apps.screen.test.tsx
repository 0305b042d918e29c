import { newId, refusal } from '@signet/contracts';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { looks } from '../../../../../testing/looks.ts';
import { screen } from '../../../../../testing/place.ts';
import { answer, openHosted, type Play, refuse, signedIn } from '../../../../../testing/signin.tsx';
import { overhang, violations } from '../../../../../testing/violations.ts';

const agreedAt = Date.UTC(2026, 10, 1);
const reader = {
  client: 'reader',
  name: 'A reader',
  agreements: [{ audience: 'https://api.example', scopes: ['openid', 'news:read'] }],
  agreedAt,
  lastUsedAt: agreedAt,
};
const acme = { name: 'acme', displayName: 'Acme Ltd.' };
const till = {
  client: 'till',
  name: 'The till',
  agreements: [{ audience: 'https://till.example', scopes: [], organization: acme }],
  agreedAt,
};
const withApps = { registration: false, letAppsIn: true } as const;

let address: string;
beforeEach(() => {
  address = location.href;
});
afterEach(() => history.replaceState(null, '', address));

/** A server at which Ada is signed in and let these in; withdrawing is answered so. */
function serving(
  apps: readonly object[],
  withdrawing: Play = () => answer({ client: 'reader', revocationSequence: 1 }),
): Play {
  return (asked) => {
    const { path } = asked;
    if (path === '/auth/csrf') return answer({ csrfToken: 'c' });
    if (path === '/auth/refresh') return answer(signedIn);
    if (path === '/auth/profile') return answer({ username: 'ada' });
    if (path === '/auth/factors') return answer({ passkeys: [], recoveryCodesLeft: 0 });
    if (path === '/auth/consents') return answer({ apps });
    if (path.startsWith('/auth/consents/')) return withdrawing(asked);
    const times = { startedAt: 1, lastUsedAt: 1, current: true };
    return answer({ username: 'ada', sessions: [{ id: newId('session'), ...times }] });
  };
}

const panel = screen.getByRole('region', { name: 'Apps' });
const remove = screen.getByRole('button', { name: 'Remove access: A reader' });

async function confirm(): Promise<void> {
  await remove.click();
  await screen.getByText('It is signed out on all of your devices at once').waitFor();
  await screen.locator('.dialog').getByRole('button', { name: 'Remove access' }).click();
}

describe('The apps that a person let in', () => {
  it('are listed with what they may do, in whose name, and when they were used', async () => {
    const { asked } = await openHosted('/account', serving([reader, till]), undefined, withApps);
    await panel.getByText('know that it is you').waitFor();
    await panel.getByText('use this right in your name').waitFor();
    await panel.getByText('news:read').waitFor();
    await panel.getByText('in the name of Acme Ltd.').waitFor();
    await panel.getByText('Not used yet').waitFor();
    expect(asked.find(({ path }) => path === '/auth/consents')?.authorization).toBe('Bearer of-ada');
  });

  it('lose their access after a question that says what is lost, and not without', async () => {
    const { asked } = await openHosted('/account', serving([reader, till]), undefined, withApps);
    const withdrawn = () => asked.filter(({ path }) => path.endsWith('/withdraw'));
    await remove.click();
    await screen.locator('.dialog').getByRole('button', { name: 'Keep it' }).click();
    expect(withdrawn()).toEqual([]);
    await confirm();
    await screen.getByText('A reader has no access to your account any more.').waitFor();
    expect(remove.count()).toBe(0);
    expect(withdrawn().map(({ method, path }) => `${method} ${path}`)).toEqual([
      'POST /auth/consents/reader/withdraw',
    ]);
  });

  it('have lost it already where that was done elsewhere', async () => {
    const gone = () => refuse(refusal('consent_unknown', { client: 'reader' }));
    await openHosted('/account', serving([reader], gone), undefined, withApps);
    await confirm();
    await screen.getByText('No app has access to your account any more.').waitFor();
  });

  it('stay where no answer came', async () => {
    await openHosted(
      '/account',
      serving([reader], () => undefined),
      undefined,
      withApps,
    );
    await confirm();
    await panel.getByText('No answer came.').waitFor();
    expect(remove.count()).toBe(1);
  });

  it('are no panel for who let none in', async () => {
    await openHosted('/account', serving([]), undefined, withApps);
    await screen.getByText('You are signed in as ada.').waitFor();
    expect(panel.count()).toBe(0);
  });

  it.each(looks)('no axe violations, nothing too wide at $name', async (look) => {
    const long = {
      ...reader,
      client: 'c'.repeat(128),
      name: 'W'.repeat(120),
      agreements: [{ audience: `https://${'a'.repeat(200)}.example`, scopes: ['s'.repeat(128)] }],
    };
    await openHosted('/account', serving([reader, till, long]), look, withApps);
    await remove.waitFor();
    expect([await violations(), overhang()]).toEqual([[], 0]);
    await remove.click();
    await screen.locator('.dialog').waitFor();
    expect([await violations(), overhang()]).toEqual([[], 0]);
  });
});
