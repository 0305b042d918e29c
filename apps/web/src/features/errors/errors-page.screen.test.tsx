import { errorCatalogue, errorCodes } from '@signet/contracts';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { openCodes } from '../../../testing/codes.tsx';
import { tabTo } from '../../../testing/focus.ts';
import { looks } from '../../../testing/looks.ts';
import { screen } from '../../../testing/place.ts';
import { overhang, violations } from '../../../testing/violations.ts';

const rows = screen.locator('.code-group a');
const field = screen.getByRole('textbox', { name: 'Find a code' });
let address: string;

beforeEach(() => {
  address = location.href;
});
afterEach(() => history.replaceState(null, '', address));

describe('The list of codes', () => {
  it('holds every code of the catalogue once', async () => {
    await openCodes('');
    expect(rows.count()).toBe(errorCodes.length);
    await screen.getByText(`${errorCodes.length} codes`).waitFor();
  });

  it('is searched as one types, and keeps what is searched for in the address', async () => {
    await openCodes('');
    await field.fill('401 clock');
    await expect.poll(() => rows.count()).toBeLessThan(errorCodes.length);
    await screen.locator('.code-group a', { hasText: 'token_not_yet_valid' }).waitFor();
    expect(location.search).toBe('?find=401+clock');
    await openCodes(`?find=rate_limited`);
    expect(rows.count()).toBe(1);
  });

  it('says what to do when nothing fits, and shows all again', async () => {
    await openCodes('?find=no-such-thing');
    await screen.getByText('No code fits.').waitFor();
    await screen.getByRole('button', { name: 'Show all codes' }).click();
    await expect.poll(() => rows.count()).toBe(errorCodes.length);
    expect(location.search).toBe('');
  });

  it('stands in for a code that there is not, and says so', async () => {
    await openCodes('no_such_code');
    await screen.getByText('There is no code no_such_code.').waitFor();
    expect(rows.count()).toBe(errorCodes.length);
  });
});

describe('The page of a code', () => {
  it.each(['alg_none', 'limiter_unavailable', 'refresh_token_reused'] as const)(
    'says of %s what its file says, and links the rule',
    async (code) => {
      await openCodes(code);
      const { title, status } = errorCatalogue[code];
      expect(await screen.getByRole('heading', { level: 1 }).textContent()).toBe(code + title);
      await screen.getByText(`Status ${status}`).waitFor();
      expect(screen.locator('main h2').allTextContents()).toEqual([
        'What happened',
        'Expected and actual',
        'How to fix it',
        'Rule or reference',
      ]);
      await expect.poll(() => document.title).toBe(`${code}: ${title} — Signet`);
    },
  );

  it('leads to the rule, to the codes beside it and back to all', async () => {
    await openCodes('alg_none');
    const rule = screen.getByRole('link', { name: 'RFC 8725 §3.2' });
    expect(await rule.evaluate((link) => link.getAttribute('href'))).toBe(
      'https://www.rfc-editor.org/rfc/rfc8725#section-3.2',
    );
    expect(
      await screen.getByRole('link', { name: 'key_unknown' }).evaluate((link) => link.getAttribute('href')),
    ).toBe('./key_unknown');
    expect(
      await screen.getByRole('link', { name: 'All codes' }).evaluate((link) => link.getAttribute('href')),
    ).toBe('./');
  });
});

describe('Access to the codes for everyone', () => {
  it.each(looks)('neither list nor page has axe violations or is too wide at $name', async (look) => {
    for (const place of ['', '?find=no-such-thing', 'no_such_code', 'limiter_unavailable']) {
      await openCodes(place, look);
      expect([place, await violations(), overhang()]).toEqual([place, [], 0]);
    }
  });

  it('a code is found and opened with the keyboard alone', async () => {
    await openCodes('');
    await screen.keyboard.press('Tab');
    await screen.keyboard.press('Enter');
    await expect.poll(() => document.activeElement?.id).toBe('codes');
    await screen.keyboard.press('Tab');
    expect(document.activeElement).toBe(await field.element());
    await screen.keyboard.type('alg_none');
    await tabTo('alg_none 401 The token is not signed');
    expect(document.activeElement?.getAttribute('href')).toBe('./alg_none');
  });
});
