import { describe, expect, it } from 'vitest';
import { screen } from '../../../../testing/place.ts';
import { hmacToken } from '../../../../testing/tokens.ts';
import { fetched, openWorkbench, paste } from '../../../../testing/workbench.tsx';

const { token } = await hmacToken(crypto.randomUUID(), { exp: 1_900_000_000 });

describe('Explanations in place', () => {
  it('says what the part of the token under the pointer is', async () => {
    const bench = await openWorkbench();
    await paste(bench.token, token);
    const tip = screen.locator('.explanation').filter({ visible: true });
    await screen.locator('.mark-signature').last().hover();
    await tip.filter({ hasText: 'Made over header and payload' }).waitFor();
    await screen.locator('.mark-payload').first().hover();
    await tip.filter({ hasText: 'Payload: exp = 1900000000From this time on' }).waitFor();
    const box = await tip.boundingBox();
    expect(box.right).toBeLessThanOrEqual(window.innerWidth);
    await screen.keyboard.press('Escape');
    await tip.waitFor({ state: 'hidden' });
  });

  it('says what the cursor has come into, and is silent while one types', async () => {
    const bench = await openWorkbench();
    await fetched();
    await paste(bench.token, token);
    const tip = screen.locator('.explanation').filter({ visible: true });
    await screen.keyboard.press('ControlOrMeta+Home');
    await tip.filter({ hasText: 'Header' }).waitFor();
    await screen.keyboard.press('ControlOrMeta+End');
    await tip.filter({ hasText: 'Signature' }).waitFor();
    await screen.keyboard.type('x');
    await tip.waitFor({ state: 'hidden' });
  });

  it('gives the meaning of a claim at its name in the JSON view', async () => {
    const bench = await openWorkbench();
    await paste(bench.token, token);
    await bench.part('Payload').getByText('JSON', { exact: true }).click();
    await bench.part('Payload').locator('.json-name', { hasText: 'exp' }).hover();
    await screen
      .getByRole('tooltip')
      .filter({ hasText: 'From this time on the token must be refused. RFC 7519 §4.1.4' })
      .waitFor();
  });
});
