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
});
