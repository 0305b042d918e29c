import { describe, expect, it } from 'vitest';
import { tabTo } from '../../../testing/focus.ts';
import { looks } from '../../../testing/looks.ts';
import { screen } from '../../../testing/place.ts';
import { hmacToken } from '../../../testing/tokens.ts';
import { overhang, violations } from '../../../testing/violations.ts';
import { openWorkbench, paste } from '../../../testing/workbench.tsx';

describe('Access to the debugger for everyone', () => {
  it.each(looks)('has no axe violations at $name', async (look) => {
    const bench = await openWorkbench(look);
    expect(await violations()).toEqual([]);
    await screen.getByRole('button', { name: 'Try a sample' }).click();
    await bench.verified.waitFor();
    expect(await violations()).toEqual([]);
    await bench.part('Payload').getByText('JSON', { exact: true }).click();
    await paste(bench.token, (await hmacToken('short', { exp: 1 })).token);
    await paste(bench.key, 'wrong');
    await bench.refused.waitFor();
    expect(await violations()).toEqual([]);
  });

  it.each(looks)('fits the window at $name, with the verdict always in sight', async (look) => {
    const bench = await openWorkbench(look);
    await screen.getByRole('button', { name: 'Try a sample' }).click();
    await bench.verified.waitFor();
    expect(overhang()).toBeLessThanOrEqual(0);
    window.scrollTo(0, document.body.scrollHeight);
    const { y } = await screen.locator('.verdict').boundingBox();
    expect(y).toBeGreaterThanOrEqual(0);
    expect(y).toBeLessThan(60);
  });

  it.each(looks)('keeps every button of a secret’s panel inside it at $name', async (look) => {
    const { key } = await openWorkbench(look);
    await key.fill('a shared secret');
    await screen.getByText('Base64url', { exact: true }).waitFor();
    const panel = await screen.getByRole('region', { name: 'Key' }).boundingBox();
    const copy = await screen.getByRole('button', { name: 'Copy the key' }).boundingBox();
    expect(copy.right).toBeLessThanOrEqual(panel.right);
  });

  it('can be used from end to end with the keyboard alone', async () => {
    const bench = await openWorkbench();
    const { token, key } = await hmacToken('a secret of more than thirty-two bytes, for HS256');
    await screen.keyboard.press('Tab');
    await screen.keyboard.press('Enter');
    await tabTo('Token: paste a JSON Web Token');
    await screen.keyboard.insertText(token);
    await tabTo('Key: secret, PEM, JWK or JWKS');
    await screen.keyboard.insertText(key);
    await bench.verified.waitFor();
    expect(await screen.getByRole('status').first().textContent()).toContain(
      'Verified. The signature matches',
    );
  });
});
