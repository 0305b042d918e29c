import { newId } from '@signet/contracts';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { screen } from '../../../../../testing/place.ts';
import { answer, openHosted, type Play, signedIn } from '../../../../../testing/signin.tsx';
import { overhang, violations } from '../../../../../testing/violations.ts';

let address: string;
beforeEach(() => {
  address = location.href;
});
afterEach(() => history.replaceState(null, '', address));

function serving(sessions: readonly object[]): Play {
  return ({ path }) => {
    if (path === '/auth/csrf') return answer({ csrfToken: 'c' });
    if (path === '/auth/refresh') return answer(signedIn);
    if (path === '/auth/profile') return answer({ username: 'ada' });
    if (path === '/auth/factors') return answer({ recoveryCodesLeft: 0 });
    if (path === '/auth/sessions/ended') return answer({ sessions });
    const times = { startedAt: 1, lastUsedAt: 1, current: true };
    return answer({ username: 'ada', sessions: [{ id: newId('session'), ...times }] });
  };
}

const show = () => screen.getByRole('button', { name: 'Show them' }).click();

describe('Whoever wonders why they were signed out', () => {
  it('is told what ended each session', async () => {
    const times = { startedAt: 1, endedAt: Date.now() };
    await openHosted(
      '/account',
      serving([
        { id: newId('session'), agent: 'A strange thing', ...times, cause: 'ended_elsewhere' },
        { id: newId('session'), ...times, cause: 'refresh_token_reused' },
      ]),
    );
    await show();
    await screen.getByText('A strange thing').waitFor();
    await screen.getByText('You signed it out from another device.').waitFor();
    await screen.getByText('Its sign-in was used a second time').waitFor();
    expect([await violations(), overhang()]).toEqual([[], 0]);
  });

  it('is told where none has ended', async () => {
    await openHosted('/account', serving([]));
    await show();
    await screen.getByText('None of your sessions has ended within the last day.').waitFor();
  });
});
