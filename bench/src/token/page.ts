import { type BrowserContext, chromium, type Page } from 'playwright-core';
import { percentile } from '../measure/percentile.ts';
import { barePage } from './bare-page.ts';
import { largeToken } from './large-token.ts';
import { StaticSite } from './static-site.ts';
import type { TokenRow } from './token-row.ts';
import { watchPastes } from './watch-pastes.ts';

const flags = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-background-networking',
  // A frame begins when there is something to show, so that waiting for the clock of a screen is not measured.
  '--disable-frame-rate-limit',
  '--disable-gpu-vsync',
];
/** Long enough for what the page does a moment later, such as its advice. */
const restMs = 500;
const betweenKeysMs = 80;

/**
 * Pastes tokens into the built debugger in Chromium, each different, and measures from the paste to its paint; the
 * same into a bare page.
 */
export async function measurePage(
  chrome: string,
  folder: string,
  runs: number,
  signal: AbortSignal,
): Promise<readonly TokenRow[]> {
  await using site = await StaticSite.start(folder);
  const browser = await chromium.launch({ executablePath: chrome, headless: true, args: flags });
  const stop = (): void => void browser.close();
  signal.addEventListener('abort', stop);
  try {
    const context = await browser.newContext({ viewport: { width: 1440, height: 900 } });
    await context.grantPermissions(['clipboard-read', 'clipboard-write']);
    site.add('/bare.html', barePage);
    const rows = [
      await measureSize(context, site.url, { name: 'page-8kb', characters: 8 * 1024, runs }),
      await measureSize(context, `${site.url}bare.html`, { name: 'bare-8kb', characters: 8 * 1024, runs }),
      await measureSize(context, site.url, {
        name: 'page-1mb',
        characters: 1024 * 1024,
        runs: Math.ceil(runs / 3),
      }),
    ];
    // A browser that was never here: the service worker of this one would answer in the site's place.
    const newcomer = await browser.newContext({ serviceWorkers: 'block' });
    return [...rows.flat(), ...(await firstLoad(newcomer, site))];
  } finally {
    signal.removeEventListener('abort', stop);
    await browser.close();
  }
}

interface Measurement {
  readonly name: string;
  readonly characters: number;
  readonly runs: number;
}

async function measureSize(
  context: BrowserContext,
  url: string,
  { name, characters, runs }: Measurement,
): Promise<readonly TokenRow[]> {
  const page = await context.newPage();
  await page.goto(url);
  const pastes = await watchPastes(page);
  // The first ones are drawn by code that is not compiled yet.
  const warmUp = 3;
  for (let run = 0; run < runs + warmUp; run += 1) {
    const mark = `run-${run}`;
    await paste(page, largeToken(characters, mark));
    // Nothing is asked of the page while it draws: to answer would take its time.
    await page.waitForTimeout(restMs);
    await pastes.shown(mark);
  }
  const taken = await pastes.taken();
  await page.close();
  const toPaint = taken.slice(warmUp).map((each) => each.toPaintMs);
  const cpu = taken.slice(warmUp).map((each) => each.cpuMs);
  return [
    { name: `${name}-to-paint`, p50Ms: percentile(toPaint, 0.5), p95Ms: percentile(toPaint, 0.95) },
    { name: `${name}-cpu`, p50Ms: percentile(cpu, 0.5), p95Ms: percentile(cpu, 0.95) },
    { name: `${name}-first-to-paint`, p50Ms: taken[0]?.toPaintMs ?? 0 },
  ];
}

async function paste(page: Page, token: string): Promise<void> {
  await page.evaluate((text) => navigator.clipboard.writeText(text), token);
  await page.getByRole('textbox', { name: /^Token/ }).focus();
  // No hand is so quick that the selection, or what the first key changes, is still being drawn when it pastes.
  await page.keyboard.press('ControlOrMeta+a');
  await page.waitForTimeout(betweenKeysMs);
  await page.keyboard.down('ControlOrMeta');
  await page.waitForTimeout(betweenKeysMs);
  await page.keyboard.press('v');
  await page.keyboard.up('ControlOrMeta');
}

/** What the page asks for until its first look stands, and what it fetches ahead after that. */
async function firstLoad(context: BrowserContext, site: StaticSite): Promise<readonly TokenRow[]> {
  site.served.clear();
  const page = await context.newPage();
  await page.goto(site.url);
  await page.waitForFunction(() => performance.getEntriesByName('signet:fetched').length > 0);
  const asked = await page.evaluate(() => {
    const end = performance.getEntriesByName('signet:fetch-ahead')[0]?.startTime ?? 0;
    const files = performance.getEntriesByType('resource').filter(({ startTime }) => startTime < end);
    return files.map(({ name }) => new URL(name).pathname);
  });
  await page.close();
  const first = [...site.served]
    .filter(([path]) => path === '/' || asked.includes(path))
    .map(([, size]) => size);
  const all = [...site.served.values()];
  return [
    { name: 'page-first-load-gzip', compressedKilobytes: kilobytes(first.map(({ gzip }) => gzip)) },
    { name: 'page-first-load-brotli', compressedKilobytes: kilobytes(first.map(({ brotli }) => brotli)) },
    { name: 'page-with-what-follows-gzip', compressedKilobytes: kilobytes(all.map(({ gzip }) => gzip)) },
  ];
}

function kilobytes(bytes: readonly number[]): number {
  return bytes.reduce((sum, each) => sum + each, 0) / 1000;
}
