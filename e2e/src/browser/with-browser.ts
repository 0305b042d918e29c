import { findChromium } from '@signet/testing/machine';
import { type Browser, type BrowserContext, type BrowserContextOptions, chromium } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, it } from 'vitest';

/** Quiet, offline-minded flags: the browser itself must not speak to anyone while the page is watched. */
const flags = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

export interface BrowserRoom {
  /** A fresh context without storage; closed after the test. Nothing is kept for offline use unless asked for. */
  readonly open: (options?: BrowserContextOptions) => Promise<BrowserContext>;
}

/**
 * Describes journeys in a real Chromium. Without one the suite is skipped and says so; with `CI` set a
 * missing browser fails, as nothing may be skipped there.
 */
export function describeInBrowser(name: string, journeys: (room: BrowserRoom) => void): void {
  const executablePath = findChromium(process.env);
  if (executablePath === undefined) describeMissing(name);
  else describePresent(name, executablePath, journeys);
}

function describePresent(name: string, executablePath: string, journeys: (room: BrowserRoom) => void): void {
  describe(name, () => {
    let browser: Browser | undefined;
    let contexts: BrowserContext[] = [];

    beforeAll(async () => {
      browser = await chromium.launch({ executablePath, headless: true, args: flags });
    }, 60_000);

    afterEach(async () => {
      await Promise.all(contexts.map((context) => context.close()));
      contexts = [];
    });

    afterAll(async () => {
      await browser?.close();
    });

    journeys({
      open: async (options = {}) => {
        if (!browser) throw new Error('The browser is not running yet: open pages inside a test.');
        const context = await browser.newContext({ serviceWorkers: 'block', ...options });
        contexts.push(context);
        return context;
      },
    });
  });
}

function describeMissing(name: string): void {
  const advice = 'No Chromium found: install it (apt-get install chromium) or set CHROME_PATH.';
  if (process.env['CI'] !== undefined) {
    it(name, () => {
      throw new Error(advice);
    });
    return;
  }
  process.stderr.write(`SKIPPED ${name}. ${advice}\n`);
  it(name, (context) => context.skip(advice));
}
