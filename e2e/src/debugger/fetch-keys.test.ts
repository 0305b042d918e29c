import { fileURLToPath } from 'node:url';
import { AxeBuilder } from '@axe-core/playwright';
import { claimsNow } from '@signet/web/testing/claims.ts';
import { ellipticToken } from '@signet/web/testing/made-tokens.ts';
import type { FrameLocator, Page } from 'playwright-core';
import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest';
import { describeInBrowser } from '../browser/with-browser.ts';
import { type KeyServer, openToPages, serveKeys } from '../site/key-server.ts';
import { type Site, serveFolder, strictPolicy } from '../site/serve-folder.ts';
import { openWorkbench, paste, type Workbench } from './workbench.ts';

const built = fileURLToPath(new URL('../../../apps/web/dist', import.meta.url));
const discovery = '/.well-known/openid-configuration';

describeInBrowser('Keys from an address', (room) => {
  let site: Site;
  let keys: KeyServer;
  let signed: ReturnType<typeof ellipticToken>;

  beforeAll(async () => {
    site = await serveFolder(built);
    keys = await serveKeys((url) => ({
      [discovery]: {
        headers: openToPages,
        body: JSON.stringify({ issuer: url, jwks_uri: `${url}/keys` }),
      },
      '/keys': { headers: openToPages, body: JSON.stringify({ keys: [signed.jwk] }) },
      '/closed': { body: JSON.stringify({ keys: [] }) },
      '/closed/.well-known/openid-configuration': {
        body: JSON.stringify({ issuer: 'https://login.example' }),
      },
      '/page': { headers: openToPages, body: '<!doctype html>' },
      '/moved': { status: 302, headers: { ...openToPages, location: '/keys' } },
      '/hangs': { hangs: true },
      '/large': { headers: openToPages, body: ' '.repeat(300_000) },
    }));
    signed = ellipticToken('a', { ...claimsNow(), iss: keys.url }, { jku: `${keys.url}/jku` });
  });
  afterAll(async () => {
    await site?.close();
    await keys?.close();
  });
  beforeEach(() => {
    keys.asked.length = 0;
  });

  async function openDoor(bench: Workbench): Promise<FrameLocator> {
    await bench.page.getByRole('button', { name: 'Fetch keys from a URL' }).click();
    return bench.page.frameLocator('.fetch-keys-frame');
  }

  async function look(page: Page, address: string): Promise<void> {
    await page.getByRole('textbox', { name: 'Address of a key set' }).fill(address);
    await page.getByRole('button', { name: 'Look at the request' }).click();
  }

  it('are found by the issuer’s discovery document, each address shown and agreed to first', async () => {
    const bench = await openWorkbench(room, site.url);
    await paste(bench.page, bench.token, signed.token);
    const frame = await openDoor(bench);
    await bench.page.getByRole('button', { name: `${keys.url}${discovery}` }).click();
    await frame.getByText(`${keys.url}${discovery}`, { exact: true }).waitFor();
    expect(keys.asked).toEqual([]);
    await frame.getByRole('button', { name: 'Fetch from' }).click();
    await frame.getByText(`${keys.url}/keys`, { exact: true }).waitFor();
    expect(keys.asked.map(({ path }) => path)).toEqual([discovery]);
    await frame.getByRole('button', { name: 'Fetch from' }).click();
    await bench.page.getByText(`Keys from ${keys.url}/keys, fetched at`).waitFor();
    expect(keys.asked.map(({ path }) => path)).toEqual([discovery, '/keys']);
    for (const { headers } of keys.asked) {
      expect(headers.origin).toBe('null');
      expect(headers).not.toHaveProperty('referer');
      expect(headers).not.toHaveProperty('cookie');
      expect(JSON.stringify(headers)).not.toContain(signed.token.slice(0, 20));
    }
    await bench.reason.filter({ hasText: 'The token itself led there' }).waitFor();
    expect(await bench.word.textContent()).toBe('Unknown');
    await bench.page.getByRole('button', { name: 'I know this address' }).click();
    await bench.page.locator('.verdict.tone-verified').waitFor();
  });

  it('from an address that the reader typed are the reader’s own', async () => {
    const bench = await openWorkbench(room, site.url);
    await paste(bench.page, bench.token, signed.token);
    const frame = await openDoor(bench);
    await look(bench.page, `${keys.url}/keys`);
    await frame.getByRole('button', { name: 'Fetch from' }).click();
    await bench.page.locator('.verdict.tone-verified').waitFor();
  });

  it('are never fetched from a jku by itself, and its address is shown as the writer’s choice', async () => {
    const bench = await openWorkbench(room, site.url);
    await paste(bench.page, bench.token, signed.token);
    const frame = await openDoor(bench);
    await bench.page.getByText('whoever wrote the token chose it').waitFor();
    await bench.page.getByRole('button', { name: `${keys.url}/jku` }).click();
    await frame.getByText('whoever wrote the token chose it').waitFor();
    expect(keys.asked).toEqual([]);
    await frame.getByRole('button', { name: 'Fetch from' }).click();
    await frame.getByRole('alert').waitFor();
    expect(keys.asked.map(({ path }) => path)).toEqual(['/jku']);
  });

  it.each([
    ['/closed', 'Access-Control-Allow-Origin'],
    ['/nothing', 'There is nothing at this address (404)'],
    ['/page', 'A web page came'],
    ['/moved', 'sends on to another one'],
    ['/large', 'larger than 256 KiB'],
  ])('at %s do not come, and why and what to do is said', async (path, words) => {
    const bench = await openWorkbench(room, site.url);
    await bench.page.getByRole('button', { name: 'Clear token and key' }).click();
    const frame = await openDoor(bench);
    await look(bench.page, `${keys.url}${path}`);
    await frame.getByRole('button', { name: 'Fetch from' }).click();
    await frame.getByRole('alert').filter({ hasText: words }).waitFor();
    await frame.getByText(`curl -sS '${keys.url}${path}'`).waitFor();
    expect(await bench.key.textContent()).toContain('Secret, PEM, JWK or JWKS');
    expect(keys.asked).toHaveLength(1);
  });

  it('are asked for in two steps where the server keeps its discovery document from pages', async () => {
    const bench = await openWorkbench(room, site.url);
    await bench.page.getByRole('button', { name: 'Clear token and key' }).click();
    const frame = await openDoor(bench);
    const closed = `${keys.url}/closed/.well-known/openid-configuration`;
    await look(bench.page, closed);
    await frame.getByRole('button', { name: 'Fetch from' }).click();
    await frame.getByRole('alert').filter({ hasText: 'Access-Control-Allow-Origin' }).waitFor();
    await frame.getByText(`curl -sS '${closed}'`).waitFor();
    await frame.getByText('paste its answer into the key field').waitFor();
    await frame.getByText("curl -sS 'JWKS_URI'").waitFor();
  });

  it('are asked for in the language of the page, in a frame that loads nothing for it', async () => {
    const bench = await openWorkbench(room, site.url, { locale: 'de-DE' });
    await bench.page.getByRole('button', { name: 'Schlüssel von einer URL holen' }).click();
    const loaded: string[] = [];
    bench.page.on('request', (request) => loaded.push(new URL(request.url()).pathname));
    await bench.page
      .getByRole('textbox', { name: 'Adresse eines Schlüsselsatzes' })
      .fill(`${keys.url}/nothing`);
    await bench.page.getByRole('button', { name: 'Anfrage ansehen' }).click();
    const frame = bench.page.frameLocator('.fetch-keys-frame');
    await frame.getByRole('button', { name: 'Von 127.0.0.1' }).waitFor();
    expect(await frame.locator('html').getAttribute('lang')).toBe('de');
    expect(loaded.toSorted()).toEqual([
      '/fetch-keys/frame.css',
      '/fetch-keys/frame.js',
      '/fetch-keys/index.html',
    ]);
    await frame.getByRole('button', { name: 'Von 127.0.0.1' }).click();
    await frame.getByRole('alert').filter({ hasText: 'An dieser Adresse ist nichts (404)' }).waitFor();
  });

  it('can be called off while the server does not answer', async () => {
    const bench = await openWorkbench(room, site.url);
    const frame = await openDoor(bench);
    await look(bench.page, `${keys.url}/hangs`);
    await frame.getByRole('button', { name: 'Fetch from' }).click();
    await frame.getByRole('button', { name: 'Cancel' }).click();
    await frame.getByRole('alert').filter({ hasText: 'Called off' }).waitFor();
  });

  it('are not asked for while the browser is offline, which is said', async () => {
    const bench = await openWorkbench(room, site.url);
    const frame = await openDoor(bench);
    await look(bench.page, `${keys.url}/keys`);
    await frame.getByRole('button', { name: 'Fetch from' }).waitFor();
    await bench.page.context().setOffline(true);
    await frame.getByRole('button', { name: 'Fetch from' }).click();
    await frame.getByRole('alert').filter({ hasText: 'offline' }).waitFor();
    expect(keys.asked).toEqual([]);
  });

  it('cannot be asked for by a script of the page, which has no hand in the frame', async () => {
    const bench = await openWorkbench(room, site.url);
    const frame = await openDoor(bench);
    await look(bench.page, `${keys.url}/keys`);
    await frame.getByRole('button', { name: 'Fetch from' }).waitFor();
    const attempts = await bench.page.evaluate(async (address) => {
      const outcomes: string[] = [];
      const attempt = (name: string, act: () => unknown): void => {
        try {
          outcomes.push(`${name}: ${act()}`);
        } catch (error) {
          outcomes.push(`${name}: ${error instanceof Error ? error.name : 'thrown'}`);
        }
      };
      const reach = (frame: HTMLIFrameElement | null) => frame?.contentWindow as unknown as typeof globalThis;
      const shown = document.querySelector<HTMLIFrameElement>('.fetch-keys-frame');
      attempt('document', () => shown?.contentDocument);
      attempt('fetch', () => reach(shown).fetch(address));
      for (const kind of ['fetch', 'click', 'signet-frame:fetch']) {
        shown?.contentWindow?.postMessage({ kind, address, url: address }, '*');
      }
      shown?.focus();
      shown?.click();
      // A frame of its own, without the sandbox: the document's policy takes its origin away all the same.
      const bare = document.createElement('iframe');
      bare.src = `./fetch-keys/index.html#address=${encodeURIComponent(address)}`;
      document.body.append(bare);
      await new Promise((resolve) => bare.addEventListener('load', resolve));
      attempt('bare document', () => bare.contentDocument);
      attempt('bare fetch', () => reach(bare).fetch(address));
      const direct = await fetch(address, { mode: 'no-cors' }).then(
        () => 'sent',
        () => 'stopped',
      );
      return [...outcomes, `direct: ${direct}`];
    }, `${keys.url}/keys`);
    expect(attempts).toEqual([
      'document: null',
      'fetch: SecurityError',
      'bare document: null',
      'bare fetch: SecurityError',
      'direct: stopped',
    ]);
    expect(keys.asked).toEqual([]);
    // What was asked before would stand before what the reader asks for.
    await frame.getByRole('button', { name: 'Fetch from' }).click();
    await bench.page.getByText('fetched at').waitFor();
    expect(keys.asked).toHaveLength(1);
  });

  it('are taken from the frame alone: what another window says is not read', async () => {
    const bench = await openWorkbench(room, site.url);
    await bench.page.getByRole('button', { name: 'Clear token and key' }).click();
    const frame = await openDoor(bench);
    await look(bench.page, `${keys.url}/keys`);
    await frame.getByRole('button', { name: 'Fetch from' }).waitFor();
    await bench.page.evaluate(async () => {
      const message = { kind: 'signet-frame:keys', text: '{"keys":[]}', from: 'https://evil.example/' };
      window.postMessage(message, '*');
      const other = document.createElement('iframe');
      other.src = './fetch-keys/index.html';
      document.body.append(other);
      await new Promise((resolve) => other.addEventListener('load', resolve));
      const source = other.contentWindow;
      dispatchEvent(new MessageEvent('message', { data: message, origin: 'null', source }));
      await new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve)));
    });
    expect(await bench.page.getByText('evil.example').count()).toBe(0);
    expect(await bench.key.textContent()).toContain('Secret, PEM, JWK or JWKS');
  });

  it('cannot be had where the host’s policy is one for all, which is said with another way', async () => {
    const strict = await serveFolder(built, { policy: strictPolicy.replace("; frame-src 'self'", '') });
    const bench = await openWorkbench(room, strict.url);
    await openDoor(bench);
    await bench.page.clock.install();
    await look(bench.page, `${keys.url}/keys`);
    await bench.page.locator('.fetch-keys-frame').waitFor();
    await bench.page.clock.runFor(5000);
    await bench.page.getByText('its host does not let it show one').waitFor();
    await bench.page.getByText(`curl -sS '${keys.url}/keys'`).waitFor();
    await strict.close();
  });

  for (const [width, height] of [
    [1440, 900],
    [390, 844],
  ] as const) {
    it.each(['light', 'dark'] as const)(`have no axe violations at ${width} px, %s`, async (colorScheme) => {
      const bench = await openWorkbench(room, site.url, { viewport: { width, height }, colorScheme });
      await paste(bench.page, bench.token, signed.token);
      const frame = await openDoor(bench);
      await bench.page.getByRole('button', { name: `${keys.url}/jku` }).click();
      await frame.getByRole('button', { name: 'Fetch from' }).waitFor();
      const { violations } = await new AxeBuilder({ page: bench.page }).analyze();
      expect(violations.map(({ id }) => id)).toEqual([]);
      const sideways = await bench.page.evaluate(
        () => document.documentElement.scrollWidth - window.innerWidth,
      );
      expect(sideways).toBeLessThanOrEqual(0);
    });
  }
});
