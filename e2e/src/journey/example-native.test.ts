import { Children, untilPrinted } from '@signet/testing/processes';
import { root } from '@signet/testing/signet';
import { afterAll, expect, it } from 'vitest';
import { describeInBrowser } from '../browser/with-browser.ts';

describeInBrowser('the example of a native app', (room) => {
  const children = new Children();

  afterAll(() => children[Symbol.asyncDispose]());

  it('signs a person in with their browser, and gives its tokens back', async () => {
    const started = await children.start({
      program: process.execPath,
      arguments: ['examples/native/start.mjs'],
      folder: root,
      environment: { ...process.env, SIGNET_PORT: '0', SIGNET_GATEWAY_PORT: '0' },
    });
    const said = await untilPrinted(started, /\nhttp\S+\n/);
    const [, password = '', address = ''] = /as demo with (\S+) at\n(\S+)\n/.exec(said) ?? [];
    const back = new URL(new URL(address).searchParams.get('redirect_uri') ?? '');
    // Anybody on the machine can call the port.
    for (const forged of ['/back?code=x', '/back?code=x&state=y', '/'])
      expect((await fetch(new URL(forged, back))).status).toBe(404);

    const page = await (await room.open()).newPage();
    await page.goto(address);
    await page.getByLabel('Username').fill('demo');
    await page.getByLabel('Password', { exact: true }).fill(password);
    await page.getByRole('button', { name: 'Sign in', exact: true }).click();
    await page.getByText('Done. You may close this page.').waitFor();

    const all = await untilPrinted(started, /Signed out\..*\n/);
    expect(all).toMatch(/Signed in: usr_\w+\. The API answers 200\.\nSigned out\. The API answers 401\.\n/);
    await started.closed;
    expect(started.child.exitCode).toBe(0);
  });
});
