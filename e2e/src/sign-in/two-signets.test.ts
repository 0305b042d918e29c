import { createHash, randomBytes } from 'node:crypto';
import { appendFileSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { temporaryFolder } from '@signet/testing/machine';
import { freePorts, type RunningSignet, startSignet } from '@signet/testing/signet';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, it, vi } from 'vitest';
import { describeInBrowser } from '../browser/with-browser.ts';
import { type RelyingApp, startRelyingApp } from './relying-app.ts';

/** The Signet that apps know: whoever has an account at the other one signs in by that. */
function addProvider(folder: string, issuer: string, app: string): void {
  const file = join(folder, 'signet.yaml');
  const provider = `
  providers:
    company:
      name: The company
      issuer: ${issuer}
      clientId: here
      clientSecret: env:COMPANY_SECRET
      register: true
`;
  const text = readFileSync(file, 'utf8');
  writeFileSync(file, text.replace(/^identity:\n/m, (line) => line + provider.slice(1)) + app);
}

const client = (id: string, lines: readonly string[]): string =>
  [`\nclients:\n  ${id}:`, ...lines.map((line) => `    ${line}`), ''].join('\n');

describeInBrowser('signing in at one Signet by another', (room) => {
  const folders = { here: temporaryFolder(), company: temporaryFolder() };
  const secret = randomBytes(32).toString('base64url');
  let here: RunningSignet;
  let company: RunningSignet;
  let orders: RelyingApp;

  // The one has a name and the other an address: cookies do not tell ports apart.
  beforeAll(async () => {
    const ports = await freePorts();
    const issuer = `http://127.0.0.1:${ports.port}`;
    const words = ['--issuer', issuer];
    const environment = { COMPANY_SECRET: secret };
    [company, here] = await Promise.all([
      startSignet({ dataFolder: folders.company.path }),
      startSignet({ dataFolder: folders.here.path, ports, words, environment }),
    ]);
    const hash = createHash('sha256').update(secret).digest('base64url');
    const known = client('here', [
      'name: Here',
      'type: confidential',
      'firstParty: true',
      'grants: [authorization_code]',
      `audiences: ["${company.gateway}"]`,
      `redirectUris: ["${issuer}/auth/providers/company/callback"]`,
      `secrets: ["sha256:${hash}"]`,
    ]);
    appendFileSync(join(folders.company.path, 'signet.yaml'), known);
    const app = client('orders', [
      'name: Orders',
      'type: public',
      'firstParty: true',
      'grants: [authorization_code]',
      `audiences: ["${here.gateway}"]`,
      'redirectUris: ["http://127.0.0.1/back"]',
    ]);
    addProvider(folders.here.path, company.web, app);
    orders = await startRelyingApp(issuer, 'orders');
    await vi.waitFor(
      async () => expect(await (await fetch(`${issuer}/auth/options`)).text()).toContain('The company'),
      { timeout: 30_000 },
    );
  }, 240_000);

  afterAll(async () => {
    await orders?.[Symbol.asyncDispose]();
    await here?.stop();
    await company?.stop();
    for (const folder of Object.values(folders)) folder[Symbol.dispose]();
  });

  it('goes to the other and back to the app, once for all apps, until both are signed out of', {
    timeout: 180_000,
  }, async () => {
    const context = await room.open();
    const page = await context.newPage();
    await page.goto(`${orders.url}/?scope=openid+profile`);
    await page.getByText('You then go on to Orders.').waitFor();
    expect(new URL(page.url()).origin).toBe(here.web);

    await page.getByRole('button', { name: 'Continue with The company' }).click();
    await page.getByText('You then go on to Here.').waitFor();
    expect(new URL(page.url()).origin).toBe(company.web);
    await page.getByLabel('Username').fill('demo');
    await page.getByLabel('Password', { exact: true }).fill(company.password('demo'));
    await page.getByRole('button', { name: 'Sign in', exact: true }).click();
    // The name is taken here by the demo’s own user.
    await page.getByText(/^Signed in: demo-/).waitFor();

    await page.goto(`${orders.url}/?scope=openid+profile`);
    await page.getByText(/^Signed in: demo-/).waitFor();

    await signOutOf(page, here);
    await page.goto(orders.url);
    await page.getByText('You then go on to Orders.').waitFor();
    // Who is still signed in there comes back without a password, as the same person.
    await page.getByRole('button', { name: 'Continue with The company' }).click();
    await page.getByText(/^Signed in: (demo-|usr_)/).waitFor();

    await signOutOf(page, here);
    await signOutOf(page, company);
    await page.goto(orders.url);
    await page.getByRole('button', { name: 'Continue with The company' }).click();
    await page.getByText('You then go on to Here.').waitFor();
    await page.getByRole('button', { name: 'Cancel and go back to Here' }).click();
    await page.getByText('You then go on to Orders.').waitFor();
    await page.getByRole('alert').waitFor();
  });
});

async function signOutOf(page: Page, { web }: RunningSignet): Promise<void> {
  await page.goto(`${web}/account`);
  await page.getByRole('button', { name: 'Sign out', exact: true }).click();
  await page.getByRole('heading', { name: 'You are signed out' }).waitFor();
}
