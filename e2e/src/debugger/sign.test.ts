import { createPublicKey, verify } from 'node:crypto';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { describeInBrowser } from '../browser/with-browser.ts';
import { type Site, serveFolder } from '../site/serve-folder.ts';
import { looks, openDesk, overhang, partOf, tokenWith, violations } from './desk.ts';
import { paste } from './workbench.ts';

const built = fileURLToPath(new URL('../../../apps/web/dist', import.meta.url));

describeInBrowser('Signing in the debugger', (room) => {
  let site: Site;
  beforeAll(async () => {
    site = await serveFolder(built);
  });
  afterAll(() => site.close());

  it('signs as one types, byte for byte, and OpenSSL verifies it by the public half shown', async () => {
    const { page } = await openDesk(room, site.url);
    const payload = '{ "id": 100002348117421473 }';
    await paste(page, page.getByRole('textbox', { name: 'Payload as JSON' }), payload);
    const token = await tokenWith(page, 1, payload);
    const jwk = JSON.parse((await page.getByRole('document', { name: 'Public half' }).textContent()) ?? '');
    const [header, body, signature = ''] = token.split('.');
    const key = { key: createPublicKey({ key: jwk, format: 'jwk' }), dsaEncoding: 'ieee-p1363' } as const;
    const bytes = Buffer.from(signature, 'base64url');
    expect(verify('sha256', Buffer.from(`${header}.${body}`), key, bytes)).toBe(true);
    expect(jwk).not.toHaveProperty('d');
  });

  it('opens in Inspect, verified, and gives no private key away there', async () => {
    const { page, key } = await openDesk(room, site.url);
    await page.getByRole('button', { name: 'Logout token' }).click();
    await tokenWith(page, 1, 'backchannel-logout');
    await page.getByRole('button', { name: 'Open in Inspect' }).click();
    await page.locator('.verdict.tone-verified').waitFor();
    expect(await key.textContent()).not.toContain('"d"');
    expect(page.url()).toBe(site.url);
  });

  it('says in place what is no JSON, and signs nothing then', async () => {
    const { page } = await openDesk(room, site.url);
    await paste(page, page.getByRole('textbox', { name: 'Payload as JSON' }), '{"sub": ');
    await page.getByRole('alert').filter({ hasText: 'The payload is not JSON' }).waitFor();
    expect(await page.getByRole('button', { name: 'Open in Inspect' }).isDisabled()).toBe(true);
    expect(await page.locator('.mark-fault').count()).toBeGreaterThan(0);
  });

  it('sets times at the press of a button, and keeps what stands beside them', async () => {
    const { page } = await openDesk(room, site.url);
    await paste(page, page.getByRole('textbox', { name: 'Payload as JSON' }), '{"id":100002348117421473}');
    await page.getByRole('button', { name: 'Expires +15 min' }).click();
    const token = await tokenWith(page, 1, '"exp"');
    const text = partOf(token, 1);
    expect(text).toContain('100002348117421473');
    expect(JSON.parse(text).exp - Date.now() / 1000).toBeCloseTo(900, -2);
  });

  it.each(looks)('has no axe violations at $name, and fits the window', async (look) => {
    const { page } = await openDesk(room, site.url, look);
    expect(await violations(page)).toEqual([]);
    await paste(page, page.getByRole('textbox', { name: 'Header as JSON' }), '{"alg":"none"}');
    await page.getByRole('alert').waitFor();
    expect(await violations(page)).toEqual([]);
    expect(await overhang(page)).toBeLessThanOrEqual(0);
  });
});
