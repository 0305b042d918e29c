import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { describeInBrowser } from '../browser/with-browser.ts';
import { type Site, serveFolder } from '../site/serve-folder.ts';
import { attackVerdicts, goToChapter, lessonNames, openChapter, playAttack } from './lessons.ts';

const built = fileURLToPath(new URL('../../../apps/web/dist', import.meta.url));

describeInBrowser('The lessons', (room) => {
  let site: Site;
  beforeAll(async () => {
    site = await serveFolder(built);
  });
  afterAll(() => site.close());

  it('are reached from the debugger, and lead back to it', async () => {
    const page = await (await room.open()).newPage();
    await page.goto(site.url);
    await page.getByRole('link', { name: 'Learn' }).click();
    await page.getByRole('heading', { name: 'Structure', level: 1 }).waitFor();
    await page.getByRole('link', { name: 'Debugger', exact: true }).click();
    await page.getByRole('textbox', { name: /^Token/ }).waitFor();
    expect(page.url()).toBe(site.url);
  });

  it('each end in a link that carries a token and its public key in the fragment', async () => {
    const page = await openChapter(room, site.url, 'structure');
    for (const name of lessonNames) {
      await goToChapter(page, name);
      const href = await page.getByRole('link', { name: 'Open in the debugger' }).getAttribute('href');
      const url = new URL(href ?? '', page.url());
      const fragment = new URLSearchParams(url.hash.slice(1));
      expect(url.origin + url.pathname + url.search).toBe(site.url);
      expect(fragment.get('token')).toMatch(/^[\w-]+\.[\w-]+\.[\w-]+$/);
      expect(fragment.get('key')).toContain('"kty"');
      expect(fragment.get('key')).not.toMatch(/"(d|k|p|q)":/);
    }
  });

  it('open their token in the debugger, which reads it and its key', async () => {
    const page = await openChapter(room, site.url, 'services');
    await page.getByRole('link', { name: 'Open in the debugger' }).click();
    await page.getByTestId('verdict-reason').filter({ hasText: 'The signature matches' }).waitFor();
    expect(await page.getByRole('region', { name: 'Payload', exact: true }).textContent()).toContain(
      'svc_orders',
    );
    expect(page.url()).toBe(site.url);
  });

  it('open a forged token in the debugger, which refuses it too', async () => {
    const page = await openChapter(room, site.url, 'confusion');
    await playAttack(page, 'confusion');
    await page.getByRole('link', { name: 'Open in the debugger' }).click();
    await page.locator('.verdict.tone-refused').waitFor();
  });

  it('take each part of a live token out', async () => {
    const page = await openChapter(room, site.url, 'structure');
    const panel = page.getByRole('region', { name: 'A live token' });
    expect(await panel.locator('pre').textContent()).toContain('"iss": "https://login.example"');
    await panel.getByText('Header', { exact: true }).click();
    expect(await panel.locator('pre').textContent()).toContain('"alg": "ES256"');
    await panel.getByText('Signature', { exact: true }).click();
    expect(await panel.textContent()).toContain('64 bytes, computed with ES256');
    const before = await panel.locator('.token-text').textContent();
    await page.getByRole('button', { name: 'Make a new one' }).click();
    await expect.poll(() => panel.locator('.token-text').textContent()).not.toBe(before);
  });

  it('let a token expire as the clock is moved, and end it with its session', async () => {
    const page = await openChapter(room, site.url, 'life');
    const verdict = page.getByRole('article', { name: 'Signet’s verifier' });
    await verdict.getByText('Accepted').waitFor();
    await page.getByRole('button', { name: 'End the session' }).click();
    expect(await verdict.textContent()).toContain('token_revoked');
    await page.getByRole('slider', { name: 'The clock' }).fill('16');
    await verdict.getByText('token_expired').waitFor();
  });

  it('catch a thief who presents an old refresh token', async () => {
    const page = await openChapter(room, site.url, 'refresh');
    await page.getByRole('button', { name: 'Refresh', exact: true }).click();
    await page.getByText('Generation 2 is current').waitFor();
    await page.getByRole('button', { name: 'The thief presents the oldest one' }).click();
    await page.getByRole('status').filter({ hasText: 'The whole family ends' }).waitFor();
    expect(await page.getByRole('button', { name: 'Refresh', exact: true }).isDisabled()).toBe(true);
  });

  it.each(attackVerdicts)(
    'show $name: the careless verifier lets it in, Signet answers $codes',
    async (attack) => {
      const page = await openChapter(room, site.url, attack.name);
      await playAttack(page, attack.name);
      const careless = page.getByRole('article', { name: 'The careless verifier' });
      expect(await careless.first().textContent()).toContain('Accepted');
      const codes = await page.getByTestId('verdict-code').allTextContents();
      expect(codes).toEqual(attack.codes);
    },
  );

  it('play an attack one step at a time, and again with new keys', async () => {
    const page = await openChapter(room, site.url, 'tampering');
    const first = await page.locator('.token-text').first().textContent();
    expect(await page.locator('.attack-step').count()).toBe(1);
    await page.getByRole('button', { name: 'Next step' }).click();
    expect(await page.locator('.attack-step').count()).toBe(2);
    expect(await page.getByRole('status').first().textContent()).toContain('Step 2 of 4');
    await page.getByRole('button', { name: 'Start again with new keys' }).click();
    await expect.poll(() => page.locator('.token-text').first().textContent()).not.toBe(first);
    expect(await page.locator('.attack-step').count()).toBe(1);
  });

  it('crack a secret beside the page, stop when told, and say when a secret is not on the list', async () => {
    const page = await openChapter(room, site.url, 'weak-secret');
    const secret = page.getByRole('textbox', { name: 'The secret of the API' });
    await secret.fill('q9!kZ0#vT2@mX7&bL4');
    await page.getByRole('button', { name: 'Crack it' }).click();
    await page.getByRole('button', { name: 'Stop' }).click();
    await page.getByText(/^Stopped after [\d,]+ guesses\.$/).waitFor();
    await page.getByRole('button', { name: 'Crack it' }).click();
    await page.getByText(/^Not among [\d,]+ guesses/).waitFor();
    await secret.fill('letmein123');
    await page.getByRole('button', { name: 'Crack it' }).click();
    await page.getByText(/^Found after [\d,]+ guesses: letmein123$/).waitFor();
  });
});
