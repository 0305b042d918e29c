import { readFileSync } from 'node:fs';
import { freePort } from '@signet/testing/ports';
import { Children, untilPrinted } from '@signet/testing/processes';
import { root, type SignetOfReadme, startAsReadme } from '@signet/testing/signet';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { describeInBrowser } from '../browser/with-browser.ts';

/** The two lines of the README: tell Signet of the app, and start it. */
function linesOfReadme(): readonly [add: string, start: string] {
  const readme = readFileSync(`${root}/README.md`, 'utf8');
  const lines = /<!-- app:[\s\S]*?```sh\n([\s\S]*?)```/.exec(readme)?.[1]?.trim().split('\n') ?? [];
  const [add, start, ...others] = lines;
  if (add === undefined || start === undefined || others.length > 0) throw new Error(`Not two: ${lines}`);
  return [add, start];
}

describeInBrowser('the app of the README', (room) => {
  const children = new Children();
  let signet: SignetOfReadme;
  let shop: string;

  beforeAll(async () => {
    signet = await startAsReadme();
    const port = await freePort();
    shop = `http://127.0.0.1:${port}/`;
    const [add, start] = linesOfReadme();
    // Ports are somebody else's on the machine that tests; nothing else of the commands is touched.
    const here = add
      .replaceAll('http://127.0.0.1:3000/', shop)
      .replaceAll('http://localhost:8080', signet.gateway);
    expect(await signet.run(here)).toMatchObject({
      code: 0,
      output: expect.stringContaining('Added client shop'),
    });
    const [, ...words] = start.split(' ');
    const started = await children.start({
      program: process.execPath,
      arguments: words,
      folder: root,
      environment: {
        ...process.env,
        SHOP_PORT: String(port),
        SHOP_ISSUER: signet.web,
        SHOP_API: `${signet.gateway}/demo/hello`,
      },
    });
    await untilPrinted(started, /The shop is open at .*\n/);
  });

  afterAll(async () => {
    await children[Symbol.asyncDispose]();
    await signet?.stop();
  });

  it('signs a real person in, calls the API as them, and signs them out everywhere', async () => {
    const context = await room.open();
    const page = await context.newPage();
    const addresses: string[] = [];
    context.on('request', (request) => addresses.push(request.url()));

    await page.goto(shop);
    await page.getByRole('link', { name: 'Sign in' }).click();
    await page.getByLabel('Username').fill('demo');
    await page.getByLabel('Password', { exact: true }).fill(signet.passwords['demo'] ?? '');
    await page.getByRole('button', { name: 'Sign in', exact: true }).click();
    await page.getByRole('heading', { name: 'Welcome, demo' }).waitFor();
    await page.getByText('The API answered 200').waitFor();
    expect(await page.locator('pre').textContent()).toContain('x-user-id');

    await page.getByRole('link', { name: 'Sign out' }).click();
    await page.getByRole('link', { name: 'Sign in' }).waitFor();
    expect(page.url()).toBe(shop);
    await page.goto(`${signet.web}/account`);
    await page.getByLabel('Username').waitFor();
    expect(
      addresses.filter((address) => address.includes('eyJ') && !address.includes('id_token_hint=')),
    ).toEqual([]);
  });
});
