import { generateKeyPairSync } from 'node:crypto';
import { fileURLToPath } from 'node:url';
import { AxeBuilder } from '@axe-core/playwright';
import { ellipticToken, hmacToken } from '@signet/web/testing/made-tokens.ts';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { describeInBrowser } from '../browser/with-browser.ts';
import { type Site, serveFolder } from '../site/serve-folder.ts';
import { openWorkbench, paste } from './workbench.ts';

const built = fileURLToPath(new URL('../../../apps/web/dist', import.meta.url));

describeInBrowser('Key, time and advice in the debugger', (room) => {
  let site: Site;
  beforeAll(async () => {
    site = await serveFolder(built);
  });
  afterAll(() => site.close());

  it('opens token and key from files', async () => {
    const { page } = await openWorkbench(room, site.url);
    const { token, key } = ellipticToken('a');
    for (const [name, text] of [
      ['Open a token from a file', `Bearer ${token}\n`],
      ['Open a key from a file', key],
    ] as const) {
      const chooser = page.waitForEvent('filechooser');
      await page.getByRole('button', { name }).click();
      await (await chooser).setFiles({ name: 'a.txt', mimeType: 'text/plain', buffer: Buffer.from(text) });
    }
    await page.locator('.verdict.tone-verified').waitFor();
  });

  it('takes a file that is dropped on the key, in place of what was there', async () => {
    const bench = await openWorkbench(room, site.url);
    const { page } = bench;
    const { token, key } = ellipticToken('a');
    await paste(page, bench.token, token);
    await paste(page, bench.key, 'something else');
    const files = await page.evaluateHandle((text) => {
      const transfer = new DataTransfer();
      transfer.items.add(new File([text], 'key.json'));
      return transfer;
    }, key);
    await bench.key.dispatchEvent('drop', { dataTransfer: files });
    await page.locator('.verdict.tone-verified').waitFor();
  });

  it('takes a secret file that is no text byte for byte', async () => {
    const bench = await openWorkbench(room, site.url);
    const { page } = bench;
    await paste(page, bench.token, hmacToken(Buffer.alloc(40, 0x80)).token);
    for (const [byte, tone] of [
      [0x90, 'refused'],
      [0x80, 'verified'],
    ] as const) {
      const files = await page.evaluateHandle((value) => {
        const transfer = new DataTransfer();
        transfer.items.add(new File([new Uint8Array(40).fill(value)], 'secret'));
        return transfer;
      }, byte);
      await bench.key.dispatchEvent('drop', { dataTransfer: files });
      await page.locator(`.verdict.tone-${tone}`).waitFor();
    }
  });

  it('keeps only the public half of a private key when asked to', async () => {
    const bench = await openWorkbench(room, site.url);
    const { page } = bench;
    const { privateKey } = generateKeyPairSync('ed25519');
    await paste(page, bench.key, JSON.stringify(privateKey.export({ format: 'jwk' }), null, 2));
    await page.getByRole('button', { name: 'Keep only the public half' }).click();
    await page.getByText('A public key (JWK)').waitFor();
    expect(await bench.key.textContent()).not.toContain('"d"');
  });

  it('marks the key of a set that matched', async () => {
    const bench = await openWorkbench(room, site.url);
    const { page } = bench;
    const { token, jwk } = ellipticToken('a');
    await paste(page, bench.token, token);
    await paste(page, bench.key, JSON.stringify({ keys: [ellipticToken('b').jwk, jwk] }));
    await page.getByRole('listitem').filter({ hasText: 'matches' }).getByText('a', { exact: true }).waitFor();
  });

  it('judges the token at another time, and gives or takes a minute', async () => {
    const bench = await openWorkbench(room, site.url);
    const { page } = bench;
    await page.getByRole('button', { name: 'Try a sample' }).click();
    await page.locator('.verdict.tone-verified').waitFor();
    await page.getByRole('button', { name: 'Judged now' }).click();
    const later = new Date(Date.now() + 15.5 * 60_000);
    const local = new Date(later.getTime() - later.getTimezoneOffset() * 60_000).toISOString().slice(0, 19);
    await page.getByLabel('Judge the token at').fill(local);
    await page.locator('.verdict.tone-refused').waitFor();
    expect(await bench.part('Payload').textContent()).toContain('15 min ago');
    const { violations } = await new AxeBuilder({ page }).analyze();
    expect(violations.map(({ id }) => id)).toEqual([]);
    await page.getByLabel('Clocks may differ by').selectOption('1 min');
    await page.locator('.verdict.tone-verified').waitFor();
    await page.getByRole('button', { name: 'Now', exact: true }).click();
    await page.getByRole('button', { name: /Judged now/ }).waitFor();
  });

  it('warns of a secret that stands in lists, with the rule, and leaves the verdict alone', async () => {
    const bench = await openWorkbench(room, site.url);
    await paste(bench.page, bench.token, hmacToken('secret').token);
    await bench.page.getByText('a secret that stands in lists').waitFor();
    expect(await bench.findings.textContent()).toContain('RFC 8725 §3.5');
    expect(await bench.word.textContent()).toBe('Unknown');
  });
});
