import { newId, refusal } from '@signet/contracts';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { looks } from '../../../../../testing/looks.ts';
import { screen } from '../../../../../testing/place.ts';
import { answer, openHosted, type Play, refuse, signedIn } from '../../../../../testing/signin.tsx';
import { overhang, violations } from '../../../../../testing/violations.ts';

const acme = { name: 'acme', displayName: 'Acme Ltd.', roles: ['clerk', 'manager'] };
const zoo = { name: 'zoo', displayName: 'The zoo', roles: [] };
const inSome = { registration: false, inOrganizations: true } as const;

let address: string;
beforeEach(() => {
  address = location.href;
});
afterEach(() => history.replaceState(null, '', address));

/** A server at which Ada is signed in and in these; leaving is answered so. */
function serving(
  organizations: readonly object[],
  leaving: Play = () => answer({ id: 'org_1', name: 'zoo' }),
): Play {
  return (asked) => {
    const { path } = asked;
    if (path === '/auth/csrf') return answer({ csrfToken: 'c' });
    if (path === '/auth/refresh') return answer(signedIn);
    if (path === '/auth/profile') return answer({ username: 'ada' });
    if (path === '/auth/factors') return answer({ passkeys: [], recoveryCodesLeft: 0 });
    if (path === '/auth/organizations') return answer({ organizations });
    if (path.startsWith('/auth/organizations/')) return leaving(asked);
    const times = { startedAt: 1, lastUsedAt: 1, current: true };
    return answer({ username: 'ada', sessions: [{ id: newId('session'), ...times }] });
  };
}

const panel = screen.getByRole('region', { name: 'Organisations' });
const leaveZoo = screen.getByRole('button', { name: 'Leave The zoo' });

async function confirm(): Promise<void> {
  await leaveZoo.click();
  await screen.getByText('Only an administrator can let you in again.').waitFor();
  await screen.locator('.dialog').getByRole('button', { name: 'Leave it' }).click();
}

describe('The organisations of a person', () => {
  it('are listed with what they may do there', async () => {
    const { asked } = await openHosted('/account', serving([acme, zoo]), undefined, inSome);
    await panel.getByText('Acme Ltd.').waitFor();
    await panel.getByText('clerk, manager').waitFor();
    expect(asked.find(({ path }) => path === '/auth/organizations')?.authorization).toBe('Bearer of-ada');
  });

  it('are left after a question that says what is lost, and not without', async () => {
    const { asked } = await openHosted('/account', serving([acme, zoo]), undefined, inSome);
    const left = () => asked.filter(({ path }) => path.endsWith('/leave'));
    await leaveZoo.click();
    await screen.locator('.dialog').getByRole('button', { name: 'Stay' }).click();
    expect(left()).toEqual([]);
    await confirm();
    await screen.getByText('You have left The zoo.').waitFor();
    expect(leaveZoo.count()).toBe(0);
    expect(left().map(({ method, path }) => `${method} ${path}`)).toEqual([
      'POST /auth/organizations/zoo/leave',
    ]);
  });

  it('are left already where that was done elsewhere', async () => {
    const gone = () => refuse(refusal('organization_unknown', { organization: 'zoo' }));
    await openHosted('/account', serving([zoo], gone), undefined, inSome);
    await confirm();
    await screen.getByText('You are in no organisation any more.').waitFor();
  });

  it('stay where no answer came', async () => {
    await openHosted(
      '/account',
      serving([acme, zoo], () => undefined),
      undefined,
      inSome,
    );
    await confirm();
    await panel.getByText('No answer came.').waitFor();
    expect(leaveZoo.count()).toBe(1);
  });

  it('are no panel for who is in none', async () => {
    await openHosted('/account', serving([]), undefined, inSome);
    await screen.getByText('You are signed in as ada.').waitFor();
    expect(panel.count()).toBe(0);
  });

  it.each(looks)('no axe violations, nothing too wide at $name', async (look) => {
    const long = { name: 'w'.repeat(63), displayName: 'W'.repeat(120), roles: ['r'.repeat(60)] };
    await openHosted('/account', serving([acme, zoo, long]), look, inSome);
    await leaveZoo.waitFor();
    expect([await violations(), overhang()]).toEqual([[], 0]);
    await leaveZoo.click();
    await screen.locator('.dialog').waitFor();
    expect([await violations(), overhang()]).toEqual([[], 0]);
  });
});
