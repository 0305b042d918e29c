import { type SignetOfReadme, startAsReadme } from '@signet/testing/signet';
import { describeWithPrograms } from '@signet/testing/suites';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { describeInBrowser } from '../browser/with-browser.ts';
import { addClient } from './add-client.ts';
import { otherClients } from './other-clients.ts';
import { signInAsDemo } from './sign-in-as-demo.ts';

describeInBrowser('an app built on a client that nobody here wrote', (room) => {
  let signet: SignetOfReadme;

  beforeAll(async () => {
    signet = await startAsReadme();
  });

  afterAll(async () => {
    await signet?.stop();
  });

  for (const client of otherClients) {
    describeWithPrograms(client.needs, client.name, () => {
      it('signs a person in, uses what it was given, and signs them out everywhere', async () => {
        const settings = await addClient(signet, { ...client, redirect: client.callback });
        await using _app = await client.start(settings);
        const page = await (await room.open()).newPage();

        await page.goto(settings.home);
        await page.getByRole('link', { name: 'Sign in' }).click();
        await signInAsDemo(page, signet);
        await page.getByRole('heading', { name: 'Welcome, demo' }).waitFor();
        if (client.callsApi) {
          await page.getByRole('link', { name: 'Call the API' }).click();
          await page.getByText('x-user-id').waitFor();
          await page.goBack();
        } else {
          await page.getByRole('link', { name: 'Refresh' }).click();
          await page.getByText('Another token').waitFor();
        }

        await page.getByRole('link', { name: 'Sign out' }).click();
        await page.getByRole('link', { name: 'Sign in' }).waitFor();
        await page.goto(`${signet.web}/account`);
        await page.getByLabel('Username').waitFor();
        expect(new URL(page.url()).pathname).toBe('/account');
      });
    });
  }
});
