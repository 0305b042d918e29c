import { appendFileSync } from 'node:fs';
import { join } from 'node:path';
import { temporaryFolder } from '@signet/testing/machine';
import { type RunningSignet, startSignet } from '@signet/testing/signet';
import type { CDPSession, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, it, vi } from 'vitest';
import { describeInBrowser } from '../browser/with-browser.ts';
import { type RelyingApp, startRelyingApp } from './relying-app.ts';

/** An authenticator of Chromium's own making, with a person beside it who always agrees. */
interface VirtualAuthenticator {
  /** Whether the person answers what is asked. */
  answers(does: boolean): Promise<void>;
  /** How many passkeys it holds. */
  count(): Promise<number>;
}

async function addAuthenticator(page: Page): Promise<VirtualAuthenticator> {
  const session: CDPSession = await page.context().newCDPSession(page);
  await session.send('WebAuthn.enable', { enableUI: false });
  const { authenticatorId } = await session.send('WebAuthn.addVirtualAuthenticator', {
    options: {
      protocol: 'ctap2',
      transport: 'internal',
      hasResidentKey: true,
      hasUserVerification: true,
      isUserVerified: true,
      automaticPresenceSimulation: true,
    },
  });
  return {
    answers: (enabled) =>
      session.send('WebAuthn.setAutomaticPresenceSimulation', { authenticatorId, enabled }).then(() => {}),
    count: async () =>
      (await session.send('WebAuthn.getCredentials', { authenticatorId })).credentials.length,
  };
}

/** Signet reads the app from its file again, and shows the page of the sign-in then. */
async function knows({ url }: RelyingApp): Promise<void> {
  const { status } = await fetch(url, { headers: { accept: 'text/html' } });
  if (status !== 200) throw new Error(`The page of the sign-in answers ${status}.`);
}

const clients = (audience: string): string =>
  [
    '\nclients:',
    '  orders:',
    '    name: Orders',
    '    type: public',
    '    firstParty: true',
    '    grants: [authorization_code]',
    `    audiences: ["${audience}"]`,
    '    redirectUris: ["http://127.0.0.1/back"]',
    '',
  ].join('\n');

describeInBrowser('a passkey', (room) => {
  const folder = temporaryFolder();
  let signet: RunningSignet;
  let orders: RelyingApp;

  beforeAll(async () => {
    signet = await startSignet({ dataFolder: folder.path });
    appendFileSync(join(folder.path, 'signet.yaml'), clients(signet.gateway));
    orders = await startRelyingApp(signet.web, 'orders');
    await vi.waitFor(() => knows(orders), { timeout: 30_000 });
  });

  afterAll(async () => {
    await orders?.[Symbol.asyncDispose]();
    await signet?.stop();
    folder[Symbol.dispose]();
  });

  const passwordForm = async (page: Page): Promise<void> => {
    await page.getByLabel('Username').fill('demo');
    await page.getByLabel('Password', { exact: true }).fill(signet.password('demo'));
    await page.getByRole('button', { name: 'Sign in', exact: true }).click();
  };

  it('is made on the own page, signs in to an app alone and beside the password, and is gone once removed', async () => {
    const page = await (await room.open()).newPage();
    // What is offered in the name field is not always taken by Chromium's authenticator; screen tests hold it.
    await page.addInitScript(() => {
      PublicKeyCredential.isConditionalMediationAvailable = async () => false;
    });
    const authenticator = await addAuthenticator(page);
    await page.goto(`${signet.web}/account`);
    await passwordForm(page);

    await page.getByRole('button', { name: 'Add a passkey' }).click();
    const dialog = page.locator('.dialog');
    await dialog.getByLabel('Password', { exact: true }).fill(signet.password('demo'));
    await dialog.getByRole('button', { name: 'Continue' }).click();
    await dialog.getByRole('heading', { name: 'Keep your recovery codes' }).waitFor();
    expect(await dialog.locator('code').count()).toBe(10);
    await dialog.getByRole('button', { name: 'I have kept them' }).click();
    await page.getByText('Chrome, Linux').waitFor();
    expect(await authenticator.count()).toBe(1);
    await authenticator.answers(false);
    await page.getByRole('button', { name: 'Sign out', exact: true }).click();
    await page.getByRole('heading', { name: 'You are signed out' }).waitFor();

    await page.goto(`${orders.url}/?scope=openid+profile`);
    await page.getByText('You then go on to Orders.').waitFor();
    await authenticator.answers(true);
    await page.getByRole('button', { name: 'Sign in with a passkey' }).click();
    await page.getByText('Signed in: demo').waitFor();

    await authenticator.answers(false);
    await page.goto(`${signet.web}/account`);
    await page.getByText(/Added .+Last used/).waitFor();
    await page.getByRole('button', { name: 'Sign out', exact: true }).click();
    await page.getByRole('heading', { name: 'You are signed out' }).waitFor();
    await page.goto(`${signet.web}/account`);
    await passwordForm(page);
    await page.getByText('demo has a passkey.').waitFor();
    await authenticator.answers(true);
    await page.getByRole('button', { name: 'Use your passkey' }).click();
    await page.getByText('You are signed in as demo.').waitFor();

    await page.getByRole('button', { name: /^Remove: / }).click();
    await dialog.getByLabel('Password', { exact: true }).fill(signet.password('demo'));
    await dialog.getByRole('button', { name: 'Use a passkey' }).click();
    await page.getByText('The passkey was removed.').waitFor();
    await page.getByText('You sign in with your password alone.').waitFor();
  });

  it('signs in by its button in a browser that offers nothing in fields', async () => {
    const page = await (await room.open()).newPage();
    await page.addInitScript(() => {
      PublicKeyCredential.isConditionalMediationAvailable = async () => false;
    });
    const authenticator = await addAuthenticator(page);
    await page.goto(`${signet.web}/account`);
    await passwordForm(page);
    await page.getByRole('button', { name: 'Add a passkey' }).click();
    const dialog = page.locator('.dialog');
    await dialog.getByLabel('Password', { exact: true }).fill(signet.password('demo'));
    await dialog.getByRole('button', { name: 'Continue' }).click();
    await dialog.getByRole('button', { name: 'I have kept them' }).click();
    await page.getByRole('button', { name: 'Sign out', exact: true }).click();
    await page.getByRole('heading', { name: 'You are signed out' }).waitFor();
    expect(await authenticator.count()).toBe(1);
    await page.goto(`${signet.web}/account`);
    await page.getByRole('button', { name: 'Sign in with a passkey' }).click();
    await page.getByText('You are signed in as demo.').waitFor();
  });
});
