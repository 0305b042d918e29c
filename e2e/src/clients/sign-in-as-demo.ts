import type { SignetOfReadme } from '@signet/testing/signet';
import type { Page } from 'playwright-core';

/** What a person does on the hosted page for an app that is new to them. */
export async function signInAsDemo(page: Page, signet: SignetOfReadme): Promise<void> {
  await page.getByLabel('Username').fill('demo');
  await page.getByLabel('Password', { exact: true }).fill(signet.passwords['demo'] ?? '');
  await page.getByRole('button', { name: 'Sign in', exact: true }).click();
  await page.getByRole('button', { name: 'Allow' }).click();
}
