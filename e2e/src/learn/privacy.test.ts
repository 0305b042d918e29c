import { fileURLToPath } from 'node:url';
import { attackVerdicts, lessonNames } from '@signet/web/testing/chapters.ts';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { describeInBrowser } from '../browser/with-browser.ts';
import { type Site, serveFolder } from '../site/serve-folder.ts';
import { goToChapter, openChapter, playAttack } from './lessons.ts';

const built = fileURLToPath(new URL('../../../apps/web/dist', import.meta.url));

describeInBrowser('What the lessons keep to themselves', (room) => {
  let site: Site;
  beforeAll(async () => {
    site = await serveFolder(built);
  });
  afterAll(() => site.close());

  it('no chapter sends a request after the page has loaded, or does what the strict policy forbids', async () => {
    const page = await openChapter(room, site.url, 'structure', { serviceWorkers: 'allow' });
    await page.waitForLoadState('networkidle');
    const requests: string[] = [];
    const complaints: string[] = [];
    page.on('request', (request) => requests.push(request.url()));
    page.on('console', (message) => complaints.push(message.text()));
    page.on('pageerror', (error) => complaints.push(error.message));
    for (const name of lessonNames) await goToChapter(page, name);
    for (const { name } of attackVerdicts) {
      await goToChapter(page, name);
      await playAttack(page, name);
    }
    expect(requests).toEqual([]);
    expect(complaints).toEqual([]);
  });

  it('loads from its own origin only, and without complaint', async () => {
    const page = await (await room.open({ serviceWorkers: 'allow' })).newPage();
    const origins: string[] = [];
    const complaints: string[] = [];
    page.on('request', (request) => origins.push(new URL(request.url()).origin));
    page.on('console', (message) => complaints.push(message.text()));
    await page.goto(`${site.url}learn/`, { waitUntil: 'networkidle' });
    expect(new Set(origins)).toEqual(new Set([new URL(site.url).origin]));
    expect(complaints).toEqual([]);
  });

  it('stores nothing', async () => {
    const page = await openChapter(room, site.url, 'refresh');
    await page.getByRole('button', { name: 'Refresh', exact: true }).click();
    const state = await page.context().storageState({ indexedDB: true });
    expect(state).toEqual({ cookies: [], origins: [] });
  });
});
