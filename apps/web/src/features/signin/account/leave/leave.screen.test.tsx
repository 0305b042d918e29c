import { newId, refusal } from '@signet/contracts';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { screen } from '../../../../../testing/place.ts';
import { answer, openHosted, type Play, refuse, signedIn } from '../../../../../testing/signin.tsx';

const button = (name: string) => screen.getByRole('button', { name });
const field = (name: string) => screen.getByLabel(name, { exact: true });

let address: string;
beforeEach(() => {
  address = location.href;
});
afterEach(() => history.replaceState(null, '', address));

/** A server at which Ada is signed in, and that answers her leaving so. */
function serving(leaving: Play): Play {
  return (asked) => {
    if (asked.path === '/auth/csrf') return answer({ csrfToken: 'c' });
    if (asked.path === '/auth/refresh') return answer(signedIn);
    if (asked.path === '/auth/profile') return answer({ username: 'ada' });
    if (asked.path === '/auth/factors') return answer({ passkeys: [], recoveryCodesLeft: 0 });
    if (asked.path !== '/auth/sessions') return leaving(asked);
    const times = { startedAt: 1, lastUsedAt: 1, current: true };
    return answer({ username: 'ada', sessions: [{ id: newId('session'), ...times }] });
  };
}

describe('Whoever leaves', () => {
  it('types their name and the password, and a code once that is asked for; the account is gone then', async () => {
    let isAsked = false;
    const { asked } = await openHosted(
      '/account',
      serving(() => {
        if (isAsked) return answer({ deleted: true });
        isAsked = true;
        return refuse(refusal('second_factor_required.code'));
      }),
    );
    await button('Delete the account').click();
    await field('Current password').fill('otter lamp gravel');
    await field('Type ada to confirm').fill('eve');
    await button('Delete for good').click();
    await screen.getByText('Type your username.').waitFor();
    expect(asked.some(({ path }) => path === '/auth/account/delete')).toBe(false);
    await field('Type ada to confirm').fill('Ada');
    await button('Delete for good').click();
    await screen.locator('input[name=code]').fill('123456');
    await button('Delete for good').click();
    await screen.getByRole('heading', { name: 'Your account is deleted' }).waitFor();
    expect(asked.filter(({ path }) => path === '/auth/account/delete').map(({ body }) => body)).toEqual([
      { password: 'otter lamp gravel' },
      { password: 'otter lamp gravel', code: '123456' },
    ]);
  });

  it('takes along what is held of them as a file', async () => {
    const { asked } = await openHosted(
      '/account',
      serving(() => answer({ account: { username: 'ada' } })),
    );
    await button('Download').click();
    await screen.getByText('The file is on its way to your downloads.').waitFor();
    expect(asked.at(-1)).toMatchObject({ path: '/auth/account/export', authorization: 'Bearer of-ada' });
  });
});
