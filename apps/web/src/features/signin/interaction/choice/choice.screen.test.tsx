import { refusal } from '@signet/contracts';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { focused, tabTo } from '../../../../../testing/focus.ts';
import { looks } from '../../../../../testing/looks.ts';
import { screen } from '../../../../../testing/place.ts';
import { answer, interaction, openHosted, type Play, refuse } from '../../../../../testing/signin.tsx';
import { overhang, violations } from '../../../../../testing/violations.ts';

const goesOn = { redirectTo: 'https://login.example/oauth/authorize/u1' };
const acme = { name: 'acme', displayName: 'Acme Ltd.' };
const zoo = { name: 'zoo', displayName: 'The zoo' };
const person = { username: 'ada' };

let address: string;
beforeEach(() => {
  address = location.href;
});
afterEach(() => history.replaceState(null, '', address));

function asking(organizations: readonly object[], orNone = false): object {
  return interaction({ prompt: 'organization', person, choice: { organizations, orNone } });
}

function serving(asks: object): Play {
  return ({ method }) => answer(method === 'GET' ? asks : goesOn);
}

const given = (asked: readonly { readonly method: string; readonly body: unknown }[]) =>
  asked.filter(({ method }) => method === 'POST').map(({ body }) => body);

describe('Who is in several organisations', () => {
  it('chooses one with the keyboard, and goes on to the app', async () => {
    const { asked, left } = await openHosted('/signin/u1', serving(asking([acme, zoo])));
    await screen.getByRole('heading', { name: 'Go on to Orders for which organisation?' }).waitFor();
    await screen.getByText('You are signed in as ada.').waitFor();
    await expect.poll(() => focused()?.tagName).toBe('H1');
    await tabTo('The zoo zoo');
    await screen.keyboard.press('Enter');
    await expect.poll(() => left).toEqual([goesOn.redirectTo]);
    expect(given(asked)).toEqual([{ answer: 'continue', organization: 'zoo' }]);
    expect({ ...localStorage, ...sessionStorage }).toEqual({});
  });

  it('finds one among many by what it is called', async () => {
    const more = Array.from({ length: 98 }, (_, at) => ({ name: `team-${at}`, displayName: `Team ${at}` }));
    await openHosted('/signin/u1', serving(asking([acme, ...more, zoo])));
    const find = screen.getByRole('searchbox', { name: 'Find an organisation' });
    await find.fill(' THE Z');
    await expect.poll(() => screen.locator('.choice-one').allInnerTexts().length).toBe(1);
    await find.fill('nobody');
    await screen.getByText('No organisation of yours is called so.').waitFor();
  });

  it('goes on without one where the app can do without, and not elsewhere', async () => {
    const without = screen.getByRole('button', { name: 'Go on without an organisation' });
    await openHosted('/signin/u1', serving(asking([acme, zoo])));
    await screen.getByRole('button', { name: 'Acme Ltd. acme' }).waitFor();
    expect(without.count()).toBe(0);
    const { asked } = await openHosted('/signin/u1', serving(asking([acme], true)));
    await without.click();
    await expect.poll(() => given(asked)).toEqual([{ answer: 'continue' }]);
  });

  it('chooses from what is left, where they are in the chosen one no longer', async () => {
    let isOut = false;
    await openHosted('/signin/u1', ({ method }) => {
      if (method === 'GET') return answer(asking(isOut ? [acme] : [acme, zoo]));
      isOut = true;
      return refuse(refusal('organization_not_allowed.unknown'));
    });
    await screen.getByRole('button', { name: 'The zoo zoo' }).click();
    await screen.getByRole('alert').getByText('No token of this organisation is given here.').waitFor();
    expect(screen.locator('.choice-one').allInnerTexts()).toHaveLength(1);
  });

  it('is shown nothing once the session is over', async () => {
    await openHosted('/signin/u1', serving(interaction({ prompt: 'organization' })));
    await screen.getByRole('heading', { name: 'This sign-in is over' }).waitFor();
    await openHosted('/signin/u1', ({ method }) =>
      method === 'GET' ? answer(asking([acme, zoo])) : refuse(refusal('sign_in_needed')),
    );
    await screen.getByRole('button', { name: 'The zoo zoo' }).click();
    await screen.getByRole('heading', { name: 'This sign-in is over' }).waitFor();
  });

  it('is told at the consent in whose name the app will act', async () => {
    const asks = interaction({ prompt: 'consent', person, organization: acme });
    await openHosted('/signin/u1', serving(asks));
    await screen.getByText('The app acts in the name of Acme Ltd.').waitFor();
  });
});

describe('The choice for everyone', () => {
  it.each(looks)('has no axe violations and is not too wide at $name', async (look) => {
    const long = { name: 'w'.repeat(63), displayName: 'W'.repeat(120) };
    const turned = { name: 'turned', displayName: 'مؤسسة (Acme)' };
    await openHosted('/signin/u1', serving(asking([acme, zoo, long, turned], true)), look);
    await screen.getByRole('button', { name: 'Acme Ltd. acme' }).waitFor();
    expect([await violations(), overhang()]).toEqual([[], 0]);
  });
});
