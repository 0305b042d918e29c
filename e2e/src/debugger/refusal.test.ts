import { fileURLToPath } from 'node:url';
import { AxeBuilder } from '@axe-core/playwright';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { describeInBrowser } from '../browser/with-browser.ts';
import { type Site, serveFolder } from '../site/serve-folder.ts';
import { openWorkbench, paste } from './workbench.ts';

const built = fileURLToPath(new URL('../../../apps/web/dist', import.meta.url));
const reference = `req_${'0123456789abcdefghjkmnpqrs'}`;
const problem = {
  type: 'urn:signet:error:audience_unexpected',
  title: 'The token is meant for another audience',
  status: 401,
  detail: 'The token is meant for another audience.',
  code: 'audience_unexpected',
  expected: 'https://api.example/orders',
  actual: 'https://api.example/billing',
  fix: 'Ask for a token with that audience.',
  reference,
};
const record = {
  reference,
  at: Date.UTC(2026, 10, 23, 20),
  node: 'gateway-1',
  method: 'GET',
  path: '/orders/7',
  outcome: 'refused',
  status: 401,
  refusal: { code: 'audience_unexpected', sentence: problem.detail, expected: 'a', actual: 'b', fix: 'c' },
  steps: [
    { step: 'match-route', outcome: 'ok', note: 'Route read-order' },
    { step: 'verify-token', outcome: 'refused', expected: problem.expected, actual: problem.actual },
    { step: 'forward', outcome: 'not-reached' },
  ],
  token: { verified: false, issuer: 'https://login.example' },
  durationMicros: 900,
};

const linkTo = (carried: unknown): string =>
  `#explanation=${Buffer.from(JSON.stringify(carried)).toString('base64url')}`;

async function violations(page: Page): Promise<readonly string[]> {
  const { violations: found } = await new AxeBuilder({ page }).analyze();
  return found.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' | ')}`);
}

describeInBrowser('Refusals in the debugger', (room) => {
  let site: Site;
  beforeAll(async () => {
    site = await serveFolder(built);
  });
  afterAll(() => site.close());

  async function openLink(fragment: string): Promise<Page> {
    const context = await room.open();
    const page = await context.newPage();
    await page.goto(`${site.url}${fragment}`);
    await page.getByTestId('verdict-word').filter({ visible: true }).waitFor();
    return page;
  }

  it.each([
    ['a problem document', JSON.stringify(problem, null, 2), problem.fix],
    [
      'a challenge',
      'WWW-Authenticate: Bearer realm="signet", error="insufficient_scope", scope="orders:read"',
      'orders:read',
    ],
    ['a reference', reference, 'The reference alone'],
    [
      'a whole answer',
      `HTTP/1.1 401 Unauthorized\nsignet-reference: ${reference}\n\n${JSON.stringify(problem)}`,
      problem.actual,
    ],
  ])('%s in the token field is taken for what it is', async (_, text, words) => {
    const bench = await openWorkbench(room, site.url);
    await paste(bench.page, bench.token, text);
    await bench.page.getByRole('region', { name: 'What the refusal says' }).getByText(words).waitFor();
    await bench.page.getByText('Inspect', { exact: true }).filter({ visible: true }).click();
    expect(await bench.token.textContent()).toContain('Paste a token here');
  });

  it('says that no Signet is behind a static host, before it asks for a password', async () => {
    const page = await openLink(`#reference=${reference}`);
    await page.getByRole('button', { name: 'Read the record' }).click();
    await page.getByRole('alert').filter({ hasText: 'hosted without one behind it' }).waitFor();
    await page.getByText(`npx signet explain ${reference}`).waitFor();
    expect(await page.getByRole('dialog').count()).toBe(0);
  });

  it('opens a link with an explanation, without any request, and takes it out of the address', async () => {
    const page = await openLink(linkTo(record));
    await page.getByRole('list', { name: 'Steps of the request' }).waitFor();
    await page.getByText('Nothing was asked of any server').waitFor();
    const word = page.getByTestId('verdict-word').filter({ visible: true });
    expect(await word.textContent()).toBe('From a link');
    expect(page.url()).toBe(`${site.url}#refusal`);
  });

  it('shows the markup of a crafted link as text', async () => {
    const markup = '<img src=x onerror="document.title=\'owned\'"><a href="javascript:alert(1)">Sign in</a>';
    const crafted = {
      ...record,
      path: markup,
      refusal: { ...record.refusal, sentence: markup, fix: markup },
      steps: [{ step: 'match-route', outcome: 'refused', note: markup, expected: markup }],
      token: { verified: true, issuer: markup },
    };
    const page = await openLink(linkTo(crafted));
    await page.getByRole('list', { name: 'Steps of the request' }).waitFor();
    expect(await page.locator('main:visible :is(img[src], a, script)').count()).toBe(0);
    expect(await page.getByText('<img src=x').count()).toBeGreaterThan(3);
    expect(await page.title()).not.toBe('owned');
  });

  it('sets no token and no key from a crafted link', async () => {
    const key = encodeURIComponent(JSON.stringify({ kty: 'OKP', crv: 'Ed25519', x: 'A'.repeat(43) }));
    const page = await openLink(`${linkTo(record)}&token=eyJhbGciOiJFZERTQSJ9.e30.c2ln&key=${key}`);
    await page.getByRole('list', { name: 'Steps of the request' }).waitFor();
    await page.getByText('Inspect', { exact: true }).filter({ visible: true }).click();
    expect(await page.getByRole('textbox', { name: /^Token/ }).textContent()).toContain('Paste a token here');
    expect(await page.getByRole('textbox', { name: /^Key/ }).textContent()).toContain('Secret, PEM');
  });

  it.each([
    ['is no record', linkTo({ hello: 'world' })],
    ['has a verdict of its own', linkTo({ ...record, outcome: 'verified' })],
    ['is far too long', linkTo({ ...record, path: `/${'a'.repeat(20_000)}` })],
    ['is no base64url', '#explanation=%3Cscript%3E'],
  ])('shows nothing of a link that %s', async (_, fragment) => {
    const page = await openLink(fragment);
    await page.getByText('carries no explanation that can be read').last().waitFor();
    expect(await page.getByRole('list', { name: 'Steps of the request' }).count()).toBe(0);
  });

  for (const [width, height] of [
    [1440, 900],
    [390, 844],
  ] as const) {
    it.each(['light', 'dark'] as const)(`has no axe violations at ${width} px, %s`, async (colorScheme) => {
      const context = await room.open({ viewport: { width, height }, colorScheme });
      const page = await context.newPage();
      await page.goto(`${site.url}#refusal`);
      await page.getByText('Paste what a refusal said').last().waitFor();
      expect(await violations(page)).toEqual([]);
      await page.getByRole('textbox', { name: /^Refusal/ }).fill(JSON.stringify(problem));
      await page.getByText(problem.fix, { exact: true }).waitFor();
      expect(await violations(page)).toEqual([]);
      await page.goto(`${site.url}${linkTo(record)}`);
      await page.getByRole('list', { name: 'Steps of the request' }).waitFor();
      expect(await violations(page)).toEqual([]);
      const sideways = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
      expect(sideways).toBeLessThanOrEqual(0);
    });
  }
});
