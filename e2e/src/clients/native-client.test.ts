import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { text } from 'node:stream/consumers';
import { fileURLToPath } from 'node:url';
import { Children, type Started, untilPrinted } from '@signet/testing/processes';
import { type SignetOfReadme, startAsReadme } from '@signet/testing/signet';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { describeInBrowser } from '../browser/with-browser.ts';
import { addClient } from './add-client.ts';
import { appEnvironment } from './app-settings.ts';
import { signInAsDemo } from './sign-in-as-demo.ts';

describeInBrowser('a program of the terminal, on AppAuth', (room) => {
  const children = new Children();
  let signet: SignetOfReadme;

  beforeAll(async () => {
    signet = await startAsReadme();
  });

  afterAll(async () => {
    await children[Symbol.asyncDispose]();
    await signet?.stop();
  });

  /** Starts it and resolves with the address it opens in the person's browser. */
  async function start(environment: NodeJS.ProcessEnv): Promise<[Started, string]> {
    const opened = createServer();
    opened.listen(0, '127.0.0.1');
    await once(opened, 'listening');
    const folder = fileURLToPath(new URL('apps/', import.meta.url));
    const started = await children.start({
      program: process.execPath,
      arguments: ['--import', './as-a-bundler.mjs', 'appauth.mjs'],
      folder,
      environment: {
        ...environment,
        BROWSER: `${process.execPath} ${folder}tell-test.mjs`,
        OPENED_AT: `http://127.0.0.1:${(opened.address() as AddressInfo).port}`,
      },
    });
    const [request, response] = await once(opened, 'request');
    const address = await text(request);
    response.end();
    opened.close();
    return [started, address];
  }

  it('signs a person in on a port that nobody registered, refreshes and calls the API', async () => {
    const settings = await addClient(signet, {
      name: 'appauth',
      type: 'public',
      redirect: 'http://127.0.0.1/',
    });
    const [app, address] = await start(appEnvironment(settings));
    const page = await (await room.open()).newPage();
    await page.goto(address);
    await signInAsDemo(page, signet);
    await page.getByText('Close your browser to continue').waitFor();
    expect(await untilPrinted(app, /The API answered .*\n/)).toMatch(/^The API answered 200 .*x-user-id/m);
  });
});
