import { refusal } from '@signet/contracts';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { looks } from '../../../../testing/looks.ts';
import { screen } from '../../../../testing/place.ts';
import { answer, interaction, openHosted, type Play, refuse, signedIn } from '../../../../testing/signin.tsx';
import { overhang, violations } from '../../../../testing/violations.ts';

const company = { registration: false, providers: [{ id: 'company', name: 'Our company' }] };
const there = 'https://login.company.example/authorize?state=s';
const goesOn = 'https://login.example/oauth/authorize/u1';
const button = screen.getByRole('button', { name: 'Continue with Our company' });

let address: string;
beforeEach(() => {
  address = location.href;
});
afterEach(() => history.replaceState(null, '', address));

/** A server where an app waits, and that answers so once the browser is back. */
function serving(finish: Play, redirectTo: string = there): Play {
  return (asked) => {
    if (asked.path === '/auth/providers/company/begin') return answer({ redirectTo });
    if (asked.path === '/auth/providers/finish') return finish(asked);
    return answer(asked.method === 'GET' ? interaction() : { redirectTo: goesOn });
  };
}

describe('A provider', () => {
  it('is offered by its name, and gone to for the app that waits', async () => {
    const { asked, left } = await openHosted(
      '/signin/u1',
      serving(() => undefined),
      undefined,
      company,
    );
    await button.click();
    await expect.poll(() => left).toEqual([there]);
    expect(asked.at(-1)).toMatchObject({
      path: '/auth/providers/company/begin',
      body: { interaction: 'u1' },
      credentials: 'same-origin',
    });
  });

  it.each(['javascript:alert(1)', 'data:text/html,x', 'nowhere'])(
    'is not gone to where the address is none: %s',
    async (redirectTo) => {
      const play = serving(() => undefined, redirectTo);
      const { left } = await openHosted('/signin/u1', play, undefined, company);
      await button.click();
      await screen.getByText('No answer came.').waitFor();
      expect(left).toEqual([]);
    },
  );

  it('leads back to where it goes on by itself, once', async () => {
    const { asked, left } = await openHosted(
      '/signin/u1#provider',
      serving(() => answer(signedIn)),
      undefined,
      company,
    );
    await expect.poll(() => left).toEqual([goesOn]);
    expect(location.hash).toBe('');
    expect(asked.filter(({ path }) => path === '/auth/providers/finish')).toMatchObject([
      { body: { audience: 'https://login.example/account', language: 'en' } },
    ]);
    expect(asked.at(-1)).toMatchObject({ body: { answer: 'continue' }, authorization: 'Bearer of-ada' });
  });

  it('does not stand for the second factor, which is asked for', async () => {
    const play = serving(({ body }) =>
      (body as { readonly code?: string }).code === '123456'
        ? answer(signedIn)
        : refuse(refusal('second_factor_required.code')),
    );
    const { left } = await openHosted('/signin/u1#provider', play, undefined, company);
    await screen.getByText('Your account has a second factor.').waitFor();
    await screen.getByLabel('Code of the app').fill('123456');
    await screen.getByRole('button', { name: 'Sign in', exact: true }).click();
    await expect.poll(() => left).toEqual([goesOn]);
  });

  it('that signed nobody in leaves the other ways open, and says why', async () => {
    const play = serving(() => refuse(refusal('provider_account_missing.none')));
    await openHosted('/signin/u1#provider', play, undefined, company);
    await screen.getByRole('alert').getByText('no account here belongs to it').waitFor();
    await screen.getByLabel('Password', { exact: true }).waitFor();
    await button.waitFor();
  });

  it.each(looks)('has no axe violations and is not too wide at $name', async (look) => {
    await openHosted(
      '/signin/u1',
      serving(() => undefined),
      look,
      company,
    );
    await screen.getByRole('button', { name: /Our company/ }).waitFor();
    expect([await violations(), overhang()]).toEqual([[], 0]);
  });
});
