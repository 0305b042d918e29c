import { refusal } from '@signet/contracts';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { looks } from '../../../../testing/looks.ts';
import { screen } from '../../../../testing/place.ts';
import { answer, openHosted, refuse } from '../../../../testing/signin.tsx';
import { overhang, violations } from '../../../../testing/violations.ts';

const goesOn = () => answer({ redirectTo: 'https://login.example/oauth/authorize?client_id=tv' });
const code = screen.getByLabel('Code');
const go = screen.getByRole('button', { name: 'Continue' });

let address: string;
beforeEach(() => {
  address = location.href;
});
afterEach(() => history.replaceState(null, '', address));

describe('The code of a device', () => {
  it('is shown as the device shows it, however it is typed, and leads to the sign-in', async () => {
    const { asked, left } = await openHosted('/device', goesOn);
    await code.fill(' bcdf ghjk');
    expect(await code.inputValue()).toBe('BCDF-GHJK');
    await code.press('Enter');
    await expect.poll(() => left).toEqual(['https://login.example/oauth/authorize?client_id=tv']);
    expect(asked.map(({ method, path, body }) => [method, path, body])).toEqual([
      ['POST', '/auth/device', { userCode: 'BCDF-GHJK' }],
    ]);
  });

  it('that an address brings is sent only once the person says so, who is warned', async () => {
    const { asked } = await openHosted('/device?user_code=bcdfghjk', goesOn);
    await screen.getByText(/Whoever sent you a code or a link would be signed in as you/).waitFor();
    expect([await code.inputValue(), asked]).toEqual(['BCDF-GHJK', []]);
    await go.click();
    await expect.poll(() => asked.length).toBe(1);
  });

  it('that is not whole is asked for again, and not sent', async () => {
    const { asked } = await openHosted('/device', goesOn);
    await code.fill('bcd');
    await go.click();
    await screen.getByText('The code has eight letters.').waitFor();
    expect(asked).toEqual([]);
  });

  it.each([
    ['is wrong', refusal('user_code_unknown'), 'Look at the device again.'],
    ['came after too many', refusal('user_code_throttled', { wait: 30 }), 'You can try again in 0:30.'],
  ])('that %s says so, and what to do', async (_, refused, told) => {
    await openHosted('/device', () => refuse(refused));
    await code.fill('BCDFGHJK');
    await go.click();
    await screen.getByText(told).waitFor();
    expect(await code.inputValue()).toBe('BCDF-GHJK');
  });

  it('leads nowhere else than this origin', async () => {
    const { left } = await openHosted('/device', () => answer({ redirectTo: 'https://evil.example/' }));
    await code.fill('BCDFGHJK');
    await go.click();
    await screen.getByText('No answer came.').waitFor();
    expect(left).toEqual([]);
  });

  it.each([
    ['/device/allowed', 'Your device is signed in', 'Open my account'],
    ['/device/denied', 'Your device is not signed in', 'Open my account'],
    ['/device/over', 'This sign-in is over', 'Type another code'],
  ])('%s says what came of it, and leads on', async (path, title, link) => {
    await openHosted(path, goesOn);
    await screen.getByRole('heading', { name: title }).waitFor();
    await screen.getByRole('link', { name: link }).waitFor();
  });

  it.each(looks)('no axe violations, nothing too wide at $name', async (look) => {
    for (const path of ['/device?user_code=BCDF-GHJK', '/device/over']) {
      await openHosted(path, goesOn, look);
      await screen.getByRole('heading').waitFor();
      expect([await violations(), overhang()]).toEqual([[], 0]);
    }
  });
});
