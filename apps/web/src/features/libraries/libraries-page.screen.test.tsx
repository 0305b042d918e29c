import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { tabTo } from '../../../testing/focus.ts';
import { openLibraries } from '../../../testing/libraries.tsx';
import { looks } from '../../../testing/looks.ts';
import { screen } from '../../../testing/place.ts';
import { overhang, violations } from '../../../testing/violations.ts';
import { libraries, reviewed } from './directory/libraries.ts';

const rows = screen.locator('.library');
let address: string;

beforeEach(() => {
  address = location.href;
});
afterEach(() => history.replaceState(null, '', address));

function hrefsOf(selector: string): readonly (string | null)[] {
  return [...document.querySelectorAll(selector)].map((link) => link.getAttribute('href'));
}

describe('The directory of libraries', () => {
  it('shows all of them, and when they were reviewed', async () => {
    await openLibraries();
    expect(rows.count()).toBe(libraries.length);
    await screen.getByText(`Reviewed on ${reviewed}`).waitFor();
    await expect.poll(() => document.title).toBe('JWT libraries — Signet');
  });

  it('keeps the filters in the address, and takes them from there', async () => {
    await openLibraries();
    await screen.getByLabel('Programming language').selectOption('Go');
    await screen.getByLabel('crit').click();
    await expect.poll(() => rows.count()).toBe(1);
    expect(location.search).toBe('?language=Go&check=crit');
    await openLibraries('?algorithm=ML-DSA-65&find=jose');
    expect(rows.count()).toBe(1);
    await screen.getByRole('link', { name: 'jose', exact: true }).waitFor();
  });

  it('shows a claim without a source as not stated, and every other with its source', async () => {
    await openLibraries('?find=panva');
    expect(screen.locator('.library-check-unstated').count()).toBe(0);
    expect(hrefsOf('.library a').every((href) => href?.startsWith('https://'))).toBe(true);
    expect(hrefsOf('.library-check')).toHaveLength(8);
    await openLibraries('?find=auth0/node-jsonwebtoken');
    await screen.locator('.library-check-unstated', { hasText: 'crit Not stated' }).waitFor();
    expect(screen.locator('.library').getByText('No', { exact: true }).count()).toBe(0);
  });

  it('tells of an advisory what it is and which version mends it', async () => {
    await openLibraries('?find=CVE-2026-32597');
    await screen.getByRole('link', { name: 'CVE-2026-32597' }).waitFor();
    await screen.getByText('fixed in 2.12.0').waitFor();
  });

  it('shows all again when nothing fits', async () => {
    await openLibraries('?find=no-such-library');
    await screen.getByText('No library fits all of that.').waitFor();
    await screen.getByRole('button', { name: 'Clear the filters' }).click();
    await expect.poll(() => rows.count()).toBe(libraries.length);
    expect(location.search).toBe('');
  });
});

describe('Access to the libraries for everyone', () => {
  it.each(looks)('no axe violations and not too wide at $name', async (look) => {
    await openLibraries('', look);
    expect(overhang()).toBe(0);
    for (const query of ['?language=Ruby', '?find=no-such-library']) {
      await openLibraries(query, look);
      expect([query, await violations(), overhang()]).toEqual([query, [], 0]);
    }
  });

  it('is filtered and read with the keyboard alone', async () => {
    await openLibraries('?language=Lua');
    await screen.keyboard.press('Tab');
    await screen.keyboard.press('Enter');
    await expect.poll(() => document.activeElement?.id).toBe('libraries');
    await screen.keyboard.press('Tab');
    expect(document.activeElement?.matches('.library-find-field')).toBe(true);
    await tabTo('lua-resty-jwt');
    expect(getComputedStyle(document.activeElement ?? document.body).outlineStyle).toBe('solid');
  });
});
