import { createPublicKey, verify } from 'node:crypto';
import { fileURLToPath } from 'node:url';
import { AxeBuilder } from '@axe-core/playwright';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { describeInBrowser } from '../browser/with-browser.ts';
import { type Site, serveFolder } from '../site/serve-folder.ts';
import { openWorkbench, paste } from './workbench.ts';

const built = fileURLToPath(new URL('../../../apps/web/dist', import.meta.url));

async function violations(page: Page): Promise<readonly string[]> {
  const { violations: found } = await new AxeBuilder({ page }).analyze();
  return found.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' | ')}`);
}

async function openDesk(page: Page): Promise<void> {
  await page.getByText('Sign', { exact: true }).click();
  await page.getByTestId('signed-token').waitFor();
}

/** The token once it is signed from this payload. */
async function signedFrom(page: Page, part: string): Promise<string> {
  await page.waitForFunction((text) => {
    const token = document.querySelector('[data-testid=signed-token]')?.textContent ?? '';
    const payload = (token.split('.')[1] ?? '').replaceAll('-', '+').replaceAll('_', '/');
    return atob(payload).includes(text);
  }, part);
  return (await page.getByTestId('signed-token').textContent()) ?? '';
}

describeInBrowser('Signing in the debugger', (room) => {
  let site: Site;
  beforeAll(async () => {
    site = await serveFolder(built);
  });
  afterAll(() => site.close());

  it('signs as one types, byte for byte, and OpenSSL verifies it by the public half shown', async () => {
    const { page } = await openWorkbench(room, site.url);
    await openDesk(page);
    const payload = '{ "id": 100002348117421473 }';
    await paste(page, page.getByRole('textbox', { name: 'Payload as JSON' }), payload);
    const token = await signedFrom(page, payload);
    const jwk = JSON.parse((await page.getByRole('document', { name: 'Public half' }).textContent()) ?? '');
    const [header, body, signature = ''] = token.split('.');
    const key = { key: createPublicKey({ key: jwk, format: 'jwk' }), dsaEncoding: 'ieee-p1363' } as const;
    const bytes = Buffer.from(signature, 'base64url');
    expect(verify('sha256', Buffer.from(`${header}.${body}`), key, bytes)).toBe(true);
    expect(jwk).not.toHaveProperty('d');
  });

  it.each(['ES256', 'RS256', 'PS256', 'EdDSA', 'HS256'])(
    'opens an %s token in Inspect, verified',
    async (alg) => {
      const bench = await openWorkbench(room, site.url);
      const { page } = bench;
      await openDesk(page);
      await page.getByLabel('Algorithm').selectOption(alg);
      await page.getByRole('button', { name: 'Logout token' }).click();
      await signedFrom(page, 'backchannel-logout');
      await page.waitForFunction((name) => {
        const token = document.querySelector('[data-testid=signed-token]')?.textContent ?? '';
        return atob(token.split('.')[0] ?? '').includes(name);
      }, alg);
      await page.getByRole('button', { name: 'Open in Inspect' }).click();
      await page.locator('.verdict.tone-verified').waitFor();
      expect(await bench.key.textContent()).not.toContain('"d"');
      expect(page.url()).toBe(site.url);
    },
  );

  it('says in place what is no JSON, and signs nothing then', async () => {
    const { page } = await openWorkbench(room, site.url);
    await openDesk(page);
    await paste(page, page.getByRole('textbox', { name: 'Payload as JSON' }), '{"sub": ');
    await page.getByRole('alert').filter({ hasText: 'The payload is not JSON' }).waitFor();
    expect(await page.getByRole('button', { name: 'Open in Inspect' }).isDisabled()).toBe(true);
    expect(await page.locator('.mark-fault').count()).toBeGreaterThan(0);
  });

  it('sets times at the press of a button, and keeps what stands beside them', async () => {
    const { page } = await openWorkbench(room, site.url);
    await openDesk(page);
    await paste(page, page.getByRole('textbox', { name: 'Payload as JSON' }), '{"id":100002348117421473}');
    await page.getByRole('button', { name: 'Expires +15 min' }).click();
    const token = await signedFrom(page, '"exp"');
    const text = Buffer.from(token.split('.')[1] ?? '', 'base64url').toString();
    expect(text).toContain('100002348117421473');
    expect(JSON.parse(text).exp - Date.now() / 1000).toBeCloseTo(900, -2);
  });

  for (const colorScheme of ['light', 'dark'] as const) {
    for (const viewport of [
      { width: 1440, height: 900 },
      { width: 390, height: 844 },
    ]) {
      it(`has no axe violations at ${viewport.width} px, ${colorScheme}, and fits the window`, async () => {
        const { page } = await openWorkbench(room, site.url, { viewport, colorScheme });
        await openDesk(page);
        expect(await violations(page)).toEqual([]);
        await paste(page, page.getByRole('textbox', { name: 'Header as JSON' }), '{"alg":"none"}');
        await page.getByRole('alert').waitFor();
        expect(await violations(page)).toEqual([]);
        const sideways = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
        expect(sideways).toBeLessThanOrEqual(0);
      });
    }
  }
});
