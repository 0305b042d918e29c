import { newId, refusal } from '@signet/contracts';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { looks } from '../../../../../testing/looks.ts';
import { screen } from '../../../../../testing/place.ts';
import { answer, openHosted, type Play, refuse, signedIn } from '../../../../../testing/signin.tsx';
import { overhang, violations } from '../../../../../testing/violations.ts';

const company = { provider: 'company', name: 'Our company', issuer: 'https://login.company.example' };
const joined = { ...company, joined: { email: 'ada@company.example', joinedAt: Date.UTC(2026, 10, 29) } };
const there = 'https://login.company.example/authorize?state=s';
const session = { id: newId('session'), startedAt: 1, lastUsedAt: 2, expiresAt: 3, current: true };
const click = (name: string) => screen.getByRole('button', { name, exact: true }).click();

let address: string;
beforeEach(() => {
  address = location.href;
});
afterEach(() => history.replaceState(null, '', address));

/** The own page of ada, and what is done on it. */
function page(profile: object, doing: Play): Play {
  return (asked) => {
    if (asked.path === '/auth/refresh') return answer(signedIn);
    if (asked.path === '/auth/factors') return answer({ passkeys: [], recoveryCodesLeft: 0 });
    if (asked.path === '/auth/profile') return answer({ username: 'ada', ...profile });
    if (asked.path === '/auth/sessions') return answer({ username: 'ada', sessions: [session] });
    return doing(asked);
  };
}

const withPassword = { hasPassword: true };
const without = { hasPassword: false, email: { address: 'ada@company.example', verified: true } };
const own = (ownProviders: readonly object[]) => ({ registration: false, ownProviders });

describe('Providers on a person’s own page', () => {
  it('are joined by the password, and gone to for it', async () => {
    const { asked, left } = await openHosted(
      '/account',
      page(withPassword, () => answer({ redirectTo: there })),
      undefined,
      own([company]),
    );
    await screen.getByText('Our company does not sign you in.').waitFor();
    await click('Join Our company');
    await screen.getByLabel('Current password', { exact: true }).fill('otter lamp gravel');
    await click('Join Our company');
    await expect.poll(() => left).toEqual([there]);
    expect(asked.at(-1)).toMatchObject({
      path: '/auth/account/providers/company/begin',
      body: { password: 'otter lamp gravel' },
      authorization: 'Bearer of-ada',
      credentials: 'same-origin',
    });
  });

  it('are joined once the browser is back, and the address forgets it', async () => {
    const { asked } = await openHosted(
      '/account#joined',
      page(withPassword, () => answer({ providers: [joined] })),
      undefined,
      own([joined]),
    );
    await screen.getByText('From now on you can sign in with it.').waitFor();
    await screen.getByText('Our company signs you in, as ada@company.example.').waitFor();
    expect([location.hash, asked.filter(({ path }) => path.endsWith('/join')).length]).toEqual(['', 1]);
  });

  it('stay where they are the last way in, and the page says why', async () => {
    await openHosted(
      '/account',
      page(withPassword, ({ path }) =>
        path.endsWith('/part') ? refuse(refusal('provider_link_refused.last_way')) : answer({}),
      ),
      undefined,
      own([joined]),
    );
    await click('Part Our company');
    await screen.getByLabel('Current password', { exact: true }).fill('otter lamp gravel');
    await click('Part Our company');
    await screen.getByText('Nothing else signs you in here, so this provider stays.').waitFor();
  });
});

describe('Whoever has no password', () => {
  it('proves a change by the code of a mail', async () => {
    const { asked } = await openHosted(
      '/account',
      page(without, ({ path }) =>
        path === '/auth/account/proof-mail' ? answer({ id: 'i'.repeat(43) }) : answer({ deleted: true }),
      ),
      undefined,
      own([joined]),
    );
    await click('Delete the account');
    await screen.getByText('You have no password here.', { exact: false }).waitFor();
    await click('Mail me a code');
    await screen.getByLabel('Code of the mail').fill('12345678');
    await screen.locator('[name=confirmed]').fill('ada');
    await screen.locator('.account-form [type=submit]').click();
    await screen.getByRole('heading', { name: 'Your account is deleted' }).waitFor();
    expect(asked.at(-1)).toMatchObject({
      path: '/auth/account/delete',
      body: { mail: { id: 'i'.repeat(43), code: '12345678' } },
    });
  });

  it('proves it by signing in once more at the provider, and is not asked twice', async () => {
    const play = page(without, ({ path }) =>
      path.endsWith('/prove') ? answer({ redirectTo: there }) : answer({ asked: true }),
    );
    const { left } = await openHosted('/account', play, undefined, own([joined]));
    await click('Change the address');
    await click('Sign in once more with Our company');
    await expect.poll(() => left).toEqual([there]);
  });

  it('comes back with the proof, which the form sends', async () => {
    const play = page(without, () => answer({ asked: true }));
    const { asked } = await openHosted('/account#proven', play, undefined, own([joined]));
    await click('Change the address');
    await screen.getByText('You have just signed in once more.', { exact: false }).waitFor();
    await screen.locator('[name=email]').fill('new@example.org');
    await click('Send a link there');
    await expect
      .poll(() => asked.find(({ path }) => path === '/auth/email')?.body)
      .toMatchObject({ byProvider: true, email: 'new@example.org' });
    expect(location.hash).toBe('');
  });

  it.each(looks)('finds a page without axe violations that is not too wide at $name', async (look) => {
    await openHosted(
      '/account',
      page(without, () => undefined),
      look,
      own([company]),
    );
    await screen.getByRole('heading', { name: /./ }).first().waitFor();
    expect([await violations(), overhang()]).toEqual([[], 0]);
  });
});
