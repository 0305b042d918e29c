import { Children, untilPrinted } from '@signet/testing/processes';
import { root } from '@signet/testing/signet';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, it, vi } from 'vitest';
import { describeInBrowser } from '../browser/with-browser.ts';

describeInBrowser('the example of one sign-on', (room) => {
  const children = new Children();
  let password = '';
  const at = { desk: '', stock: '', office: '' };

  beforeAll(async () => {
    const any = {
      SIGNET_PORT: '0',
      SIGNET_GATEWAY_PORT: '0',
      DESK_PORT: '0',
      STOCK_PORT: '0',
      OFFICE_PORT: '0',
    };
    const started = await children.start({
      program: process.execPath,
      arguments: ['examples/one-sign-on/start.mjs'],
      folder: root,
      environment: { ...process.env, ...any },
    });
    const said = await untilPrinted(started, /Office \S+\n/);
    password = /as demo with (\S+)\n/.exec(said)?.[1] ?? '';
    for (const name of ['desk', 'stock', 'office'] as const)
      at[name] = new RegExp(`^${name} +(\\S+)$`, 'im').exec(said)?.[1] ?? '';
  });

  afterAll(() => children[Symbol.asyncDispose]());

  const isDemo = (page: Page) => page.getByText('You are demo.').waitFor();
  const isNobody = (page: Page) => page.getByText('Nobody is signed in here.').waitFor();

  it('signs on once for three apps on two sites, and out of all of them', { timeout: 120_000 }, async () => {
    const context = await room.open();
    context.setDefaultTimeout(15_000);
    const desk = await context.newPage();
    await desk.goto(at.desk);
    await desk.getByRole('button', { name: 'Sign in' }).click();
    await desk.getByLabel('Username').fill('demo');
    await desk.getByLabel('Password', { exact: true }).fill(password);
    await desk.getByRole('button', { name: 'Sign in', exact: true }).click();
    await isDemo(desk);
    expect(desk.url()).toBe(at.desk);
    expect(await desk.evaluate(() => sessionStorage.length + localStorage.length)).toBe(0);

    const stock = await context.newPage();
    await stock.goto(at.stock);
    await stock.getByRole('button', { name: 'Sign in' }).click();
    await isDemo(stock);
    const office = await context.newPage();
    await office.goto(at.office);
    await office.getByRole('link', { name: 'Sign in' }).click();
    await isDemo(office);

    await desk.getByRole('button', { name: 'Sign out' }).click();
    await isNobody(desk);
    expect(desk.url()).toBe(at.desk);
    await stock.getByRole('button', { name: 'Who am I?' }).click();
    await isNobody(stock);
    await vi.waitFor(async () => {
      await office.reload();
      expect(await office.textContent('body')).toContain('Nobody is signed in here.');
    }, 20_000);
    // Nobody is signed in at Signet either: the next sign-in asks for the password.
    await stock.getByRole('button', { name: 'Sign in' }).click();
    await stock.getByLabel('Password', { exact: true }).waitFor();
  });

  it('lets nobody else end the session of the server app', async () => {
    const answer = await fetch(`${at.office}logged-out`, {
      method: 'POST',
      body: new URLSearchParams({ logout_token: 'eyJhbGciOiJub25lIn0.e30.' }),
    });
    expect(answer.status).toBe(500);
  });
});
