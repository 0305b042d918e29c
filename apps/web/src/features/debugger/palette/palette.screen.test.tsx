import { describe, expect, it } from 'vitest';
import { screen } from '../../../../testing/place.ts';
import { violations } from '../../../../testing/violations.ts';
import { openWorkbench } from '../../../../testing/workbench.tsx';

describe('Commands by name', () => {
  it('open on Ctrl K, even in an editor, and run by Enter', async () => {
    const bench = await openWorkbench();
    await bench.token.focus();
    await screen.keyboard.press('ControlOrMeta+k');
    await screen.getByRole('dialog', { name: 'Commands' }).waitFor();
    expect(await violations()).toEqual([]);
    await screen.keyboard.type('sample');
    await screen.keyboard.press('Enter');
    await bench.verified.waitFor();
    expect(screen.getByRole('dialog').count()).toBe(0);
  });

  it('open on a question mark outside of texts, and close on Escape', async () => {
    const bench = await openWorkbench();
    await bench.key.focus();
    await screen.keyboard.type('?');
    expect(await bench.key.textContent()).toContain('?');
    await screen.getByRole('button', { name: 'Try a sample' }).focus();
    await screen.keyboard.type('?');
    await screen.getByRole('dialog', { name: 'Commands' }).waitFor();
    await screen.keyboard.press('Escape');
    await screen.getByRole('dialog').waitFor({ state: 'detached' });
  });

  it('are chosen by arrows, and found by what they belong to', async () => {
    const bench = await openWorkbench();
    await screen.getByRole('button', { name: /^Commands/ }).click();
    await screen.keyboard.type('samples');
    const selected = screen.getByRole('dialog').getByRole('option', { selected: true });
    expect(await selected.textContent()).toContain('ES256');
    for (const key of ['ArrowDown', 'ArrowDown', 'ArrowUp']) await screen.keyboard.press(key);
    await expect.poll(() => selected.textContent()).toContain('RS256');
    await screen.keyboard.press('Enter');
    await bench.verified.waitFor();
    expect(await bench.reason.textContent()).toContain('RS256');
  });

  it.each(['Lessons', 'Theme', 'Language', 'Samples', 'Panels', 'Pages'])('offer %s', async (group) => {
    await openWorkbench();
    await screen.keyboard.press('ControlOrMeta+k');
    await screen.keyboard.type(group);
    await screen.getByRole('dialog').getByRole('option').first().waitFor();
    expect(screen.getByRole('dialog').getByRole('option').count()).toBeGreaterThan(2);
    expect(await violations()).toEqual([]);
  });

  it('change theme and language of the page', async () => {
    await openWorkbench();
    for (const name of ['Dark', 'Deutsch']) {
      await screen.keyboard.press('ControlOrMeta+k');
      await screen.keyboard.type(name);
      await screen.keyboard.press('Enter');
    }
    await expect.poll(() => document.documentElement.lang).toBe('de');
    await expect.poll(() => document.documentElement.dataset['mantineColorScheme']).toBe('dark');
    document.documentElement.lang = 'en';
  });
});
