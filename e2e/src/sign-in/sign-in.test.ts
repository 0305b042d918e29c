import { appendFileSync } from 'node:fs';
import { join } from 'node:path';
import { temporaryFolder } from '@signet/testing/machine';
import { type RunningSignet, startSignet } from '@signet/testing/signet';
import type { BrowserContext, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, it, vi } from 'vitest';
import { describeInBrowser } from '../browser/with-browser.ts';
import { type RelyingApp, startRelyingApp } from './relying-app.ts';

/** An app of one's own, and one of strangers, to which a person must agree. */
function clients(audience: string): string {
  const both = ['type: public', 'grants: [authorization_code]', `audiences: ["${audience}"]`, redirect];
  const client = (id: string, ...lines: readonly string[]): string =>
    [`  ${id}:`, ...[...both, ...lines].map((line) => `    ${line}`)].join('\n');
  return [
    '\nclients:',
    client('orders', 'name: Orders', 'firstParty: true'),
    client('stranger', 'name: An app of strangers'),
    '',
  ].join('\n');
}

const redirect = 'redirectUris: ["http://127.0.0.1/back"]';

/** What a browser complains of, and every address that it sent something to or showed. */
function watch(context: BrowserContext): { readonly breaches: string[]; readonly addresses: string[] } {
  const seen = { breaches: [] as string[], addresses: [] as string[] };
  context.on('console', (message) => {
    if (message.text().includes('Content Security Policy')) seen.breaches.push(message.text());
  });
  context.on('request', (request) => seen.addresses.push(request.url()));
  return seen;
}

async function signIn(page: Page, username: string, password: string): Promise<void> {
  await page.getByLabel('Username').fill(username);
  await page.getByLabel('Password', { exact: true }).fill(password);
  await page.getByRole('button', { name: 'Sign in', exact: true }).click();
}

describeInBrowser('signing in to an app', (room) => {
  const folder = temporaryFolder();
  let signet: RunningSignet;
  let orders: RelyingApp;
  let stranger: RelyingApp;

  beforeAll(async () => {
    signet = await startSignet({ dataFolder: folder.path });
    appendFileSync(join(folder.path, 'signet.yaml'), clients(signet.gateway));
    orders = await startRelyingApp(signet.web, 'orders');
    stranger = await startRelyingApp(signet.web, 'stranger');
    await vi.waitFor(() => knows(orders), { timeout: 30_000 });
  });

  afterAll(async () => {
    await orders?.[Symbol.asyncDispose]();
    await stranger?.[Symbol.asyncDispose]();
    await signet?.stop();
    folder[Symbol.dispose]();
  });

  it('goes over the hosted page and back, once for all apps, and is ended from the own page', async () => {
    const context = await room.open();
    const { breaches, addresses } = watch(context);
    const page = await context.newPage();

    await page.goto(`${orders.url}/?scope=openid+profile`);
    await page.getByText('You then go on to Orders.').waitFor();
    expect(new URL(page.url()).pathname).toMatch(/^\/signin\/[\w-]+$/);
    expect(await page.title()).toBe('Sign in');

    await signIn(page, 'demo', 'a wrong password');
    await page.getByText('The name or the password is wrong.').waitFor();
    await signIn(page, 'demo', signet.password('demo'));
    await page.getByText('Signed in: demo').waitFor();

    // A second app: whoever is signed in is asked only what the app may do.
    await page.goto(`${stranger.url}/?scope=openid+profile`);
    await page.getByRole('heading', { name: 'An app of strangers asks for access' }).waitFor();
    await page.getByText('read your name and profile').waitFor();
    await page.getByRole('button', { name: 'Deny' }).click();
    await page.getByText('No sign-in: access_denied').waitFor();
    await page.goto(`${stranger.url}/?scope=openid+profile`);
    await page.getByRole('button', { name: 'Allow' }).click();
    await page.getByText('Signed in: demo').waitFor();

    await page.goto(`${signet.web}/account`);
    await page.getByText('You are signed in as demo.').waitFor();
    expect(await page.locator('.account-session:not(.account-app)').allInnerTexts()).toEqual([
      expect.stringMatching(/^Chrome on Linux\s*This browser/),
    ]);
    await page.getByRole('button', { name: 'Sign out', exact: true }).click();
    await page.getByRole('heading', { name: 'You are signed out' }).waitFor();
    expect(new URL(page.url()).pathname).toBe('/signed-out');

    expect(breaches).toEqual([]);
    // A token of ours is a JWT or 43 characters of base64url; of these only codes and challenges of one use travel so.
    expect(addresses.filter((address) => /eyJ|token=/.test(address))).toEqual([]);
    expect(new Set(addresses.map((address) => new URL(address).origin))).toEqual(
      new Set([orders.url, stranger.url, signet.web]),
    );
  });

  it('says of a used link that the sign-in is over', async () => {
    const context = await room.open();
    const page = await context.newPage();
    await page.goto(orders.url);
    await page.getByText('You then go on to Orders.').waitFor();
    const link = page.url();
    const another = await (await room.open()).newPage();
    await another.goto(link);
    await another.getByRole('heading', { name: 'This sign-in is over' }).waitFor();
    await page.getByRole('button', { name: 'Cancel and go back to Orders' }).click();
    await page.getByText('No sign-in: access_denied').waitFor();
    await page.goto(link);
    await page.getByRole('heading', { name: 'This sign-in is over' }).waitFor();
  });
});

/** The configuration with the app is in force, once its request for a sign-in is answered. */
async function knows({ url }: RelyingApp): Promise<void> {
  const { status } = await fetch(url, { headers: { accept: 'text/html' } });
  if (status !== 200) throw new Error(`The page of the sign-in answers ${status}.`);
}
