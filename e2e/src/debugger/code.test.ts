import { fileURLToPath } from 'node:url';
import type { Locator } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { describeInBrowser } from '../browser/with-browser.ts';
import { type Site, serveFolder } from '../site/serve-folder.ts';
import { accessClaims, makeSigner } from './profile-tokens.ts';
import { hmacToken } from './tokens.ts';
import { screens, sideways, violations } from './violations.ts';
import { openWorkbench, paste, type Workbench } from './workbench.ts';

const built = fileURLToPath(new URL('../../../apps/web/dist', import.meta.url));

async function openCode(bench: Workbench, token: string): Promise<Locator> {
  await paste(bench.page, bench.token, token);
  return bench.page.getByRole('region', { name: 'Verify this in your code' });
}

const accessToken = (): string => makeSigner().sign({ typ: 'at+jwt' }, accessClaims());

describeInBrowser('Verification code in the debugger', (room) => {
  let site: Site;
  beforeAll(async () => {
    site = await serveFolder(built);
  });
  afterAll(() => site.close());

  it('writes code from the token for each stack, says how far it is tried, and copies it', async () => {
    const bench = await openWorkbench(room, site.url);
    const panel = await openCode(bench, accessToken());
    const code = panel.getByRole('document');
    await code.filter({ hasText: "audience: 'https://api.example'" }).waitFor();
    expect(await code.textContent()).toContain('https://login.example/.well-known/jwks.json');
    await panel.getByText('Run in tests.').waitFor();
    await panel.getByRole('button', { name: 'Go', exact: true }).click();
    await code.filter({ hasText: 'package verifier' }).waitFor();
    await panel.getByText('go get github.com/golang-jwt/jwt/v5@latest').waitFor();
    await panel.getByRole('button', { name: 'C#' }).click();
    await panel.getByText('Not run.').waitFor();
    await panel.getByText('Plain', { exact: true }).click();
    await panel.getByRole('button', { name: 'Copy the code' }).click();
    const copied = await bench.page.evaluate(() => navigator.clipboard.readText());
    expect(copied).toContain('ValidAudience = "https://api.example"');
    expect(copied).toBe(await code.textContent());
  });

  it('insists on what the reader enters, and writes nothing that would accept too much', async () => {
    const bench = await openWorkbench(room, site.url);
    const panel = await openCode(bench, accessToken());
    await panel.getByLabel('Audience (aud)').fill("https://api.example/'orders");
    await panel.getByRole('document').filter({ hasText: "https://api.example/\\'orders" }).waitFor();
    await panel.getByLabel('Keys from').selectOption({ label: 'A file with a public key' });
    await panel.getByRole('document').filter({ hasText: 'public-key.pem' }).waitFor();
    await panel.getByLabel('Audience (aud)').fill('');
    await panel.getByText('The audience is not known').waitFor();
    expect(await panel.getByRole('document').count()).toBe(0);
  });

  it('reads a shared secret from the environment, and never writes it', async () => {
    const bench = await openWorkbench(room, site.url);
    const { token, key } = hmacToken(crypto.randomUUID(), accessClaims());
    await paste(bench.page, bench.key, key);
    const panel = await openCode(bench, token);
    await panel.getByRole('document').filter({ hasText: 'TOKEN_SECRET' }).waitFor();
    expect(await panel.textContent()).not.toContain(key);
  });

  for (const screen of screens) {
    it(`has no axe violations at ${screen.viewport.width} px, ${screen.colorScheme}, and fits`, async () => {
      const bench = await openWorkbench(room, site.url, screen);
      const panel = await openCode(bench, accessToken());
      await panel.getByRole('document').waitFor();
      expect(await violations(bench.page)).toEqual([]);
      expect(await sideways(bench.page)).toBeLessThanOrEqual(0);
    });
  }
});
