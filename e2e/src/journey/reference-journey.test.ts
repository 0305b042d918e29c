import { AxeBuilder } from '@axe-core/playwright';
import { createClient } from '@signet/sdk/client';
import { type SignetOfReadme, startAsReadme } from '@signet/testing/signet';
import type { Locator, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { describeInBrowser } from '../browser/with-browser.ts';
import { paste } from '../debugger/workbench.ts';

interface Refused {
  readonly reference: string;
  readonly body: string;
  readonly challenge: string;
  readonly token: string;
}

const newPassword = 'correct stapler bakes turtles';

/** On the desk that is shown; the others stay as they are behind it. */
function word(page: Page): Locator {
  return page.getByTestId('verdict-word').filter({ visible: true });
}

describeInBrowser('a refused request, opened in the debugger', (room) => {
  let signet: SignetOfReadme;
  let refused: Refused;

  beforeAll(async () => {
    signet = await startAsReadme();
    refused = await refusedCall();
  });
  afterAll(() => signet?.stop());

  async function accessToken(username: string, more: { readonly audience?: string } = {}): Promise<string> {
    const password = username === 'admin' ? newPassword : (signet.passwords[username] ?? '');
    const client = createClient({ issuer: signet.web, fetch });
    return (await client.login({ username, password, ...more })).accessToken;
  }

  /** A call with a token whose session has ended. */
  async function refusedCall(): Promise<Refused> {
    const token = await accessToken('demo');
    const headers = { authorization: `Bearer ${token}` };
    await createClient({ issuer: signet.web, fetch, credential: async () => token }).logout();
    const answer = await fetch(`${signet.gateway}/demo/hello`, { headers });
    expect(answer.status).toBe(401);
    return {
      reference: answer.headers.get('signet-reference') ?? '',
      challenge: answer.headers.get('www-authenticate') ?? '',
      body: await answer.text(),
      token,
    };
  }

  async function open(address = ''): Promise<{ readonly page: Page; readonly sent: string[] }> {
    const context = await room.open({ permissions: ['clipboard-read', 'clipboard-write'] });
    const page = await context.newPage();
    await page.goto(`${signet.web}/${address}`);
    await page.getByRole('heading', { level: 1 }).first().waitFor();
    await page.waitForFunction(() => performance.getEntriesByName('signet:fetched').length > 0);
    await page.waitForLoadState('networkidle');
    const sent: string[] = [];
    page.on('request', (request) => sent.push(`${request.method()} ${request.url()}`));
    return { page, sent };
  }

  async function signIn(page: Page, username: string, password: string): Promise<void> {
    const dialog = page.getByRole('dialog');
    await dialog.getByLabel('Name').fill(username);
    await dialog.getByLabel('Password', { exact: true }).fill(password);
    await dialog.getByRole('button', { name: 'Sign in and read' }).click();
  }

  it('says what it says itself, and after a sign-in what happened at each step', async () => {
    const { page, sent } = await open();
    await paste(page, page.getByRole('textbox', { name: /^Token/ }), refused.body);
    const said = page.getByRole('region', { name: 'What the refusal says' });
    await said.getByText('its session has ended').waitFor();
    await said.getByRole('link', { name: 'token_revoked' }).waitFor();
    expect(sent).toEqual([]);

    await page.getByText(`${signet.web}/.well-known/openid-configuration`).waitFor();
    await page.getByRole('button', { name: 'Read the record' }).click();
    await page.getByRole('dialog').waitFor();
    const { violations } = await new AxeBuilder({ page }).analyze();
    expect(violations.map(({ id }) => id)).toEqual([]);

    await signIn(page, 'admin', 'a wrong guess');
    await page.getByRole('alert').filter({ hasText: 'name or the password is wrong' }).waitFor();
    await signIn(page, 'admin', signet.passwords['admin'] ?? '');
    await page.getByRole('dialog').getByLabel('New password').fill(newPassword);
    await page.getByRole('button', { name: 'Sign in and read' }).click();

    const steps = page.getByRole('list', { name: 'Steps of the request' }).getByRole('listitem');
    await steps.filter({ hasText: 'check-revocation' }).getByText('refused', { exact: true }).waitFor();
    expect(await steps.allTextContents()).toEqual([
      expect.stringMatching(/read-request/),
      expect.stringMatching(/yes.*match-route/),
      expect.stringMatching(/yes.*extract-token/),
      expect.stringMatching(/yes.*verify-token/),
      expect.stringMatching(/refused.*check-revocation.*Expected.*Got/),
      expect.stringMatching(/not reached.*authorize/),
      expect.stringMatching(/not reached.*limit/),
      expect.stringMatching(/not reached.*forward/),
    ]);
    expect(await word(page).textContent()).toBe('Refused');
    expect(sent.slice(0, 2)).toEqual([
      `GET ${signet.web}/.well-known/openid-configuration`,
      `POST ${signet.web}/auth/login`,
    ]);
    expect(sent.at(-1)).toBe(`GET ${signet.web}/admin/explanations/${refused.reference}`);
    expect(await page.context().cookies()).toEqual([]);
    expect(JSON.stringify(await page.context().storageState({ indexedDB: true }))).not.toMatch(/eyJ|staple/);
  });

  it('ends the session at the server when signed out, when left and when closed', async () => {
    for (const leave of ['sign out', 'another mode', 'close'] as const) {
      const { page } = await open(`#reference=${refused.reference}`);
      let authorization: string | undefined;
      page.on('request', (request) => {
        if (request.url().includes('/admin/')) authorization = request.headers()['authorization'];
      });
      await page.getByRole('button', { name: 'Read the record' }).click();
      await signIn(page, 'admin', newPassword);
      await page.getByRole('list', { name: 'Steps of the request' }).waitFor();
      const read = () =>
        fetch(`${signet.web}/admin/explanations/${refused.reference}`, {
          headers: { authorization: authorization ?? '' },
        }).then(({ status }) => status);
      expect(await read()).toBe(200);
      if (leave === 'sign out') await page.getByRole('button', { name: 'Sign out' }).click();
      else if (leave === 'another mode')
        await page.getByText('Inspect', { exact: true }).filter({ visible: true }).click();
      else await page.close({ runBeforeUnload: true });
      await expect.poll(read, { timeout: 20_000 }).toBe(401);
    }
  });

  it('is read by nobody without a sign-in, by no other user and with no forged token', async () => {
    const url = `${signet.web}/admin/explanations/${refused.reference}`;
    const status = async (token?: string): Promise<number> =>
      (await fetch(url, token === undefined ? {} : { headers: { authorization: `Bearer ${token}` } })).status;
    const [header, payload] = (await accessToken('admin', { audience: `${signet.web}/admin` })).split('.');
    const none = Buffer.from('{"alg":"none"}').toString('base64url');
    expect(await status()).toBe(401);
    expect(await status(await accessToken('demo'))).toBe(401);
    expect(await status(refused.token)).toBe(401);
    expect(await status(`${none}.${payload}.`)).toBe(401);
    expect(await status(`${header}.${payload}.AAAA`)).toBe(401);
    await expect(accessToken('demo', { audience: `${signet.web}/admin` })).rejects.toMatchObject({
      code: 'audience_not_allowed',
    });

    const { page } = await open(`#reference=${refused.reference}`);
    await page.getByRole('button', { name: 'Read the record' }).click();
    await signIn(page, 'demo', signet.passwords['demo'] ?? '');
    await page.getByRole('alert').filter({ hasText: 'not issued to this account' }).waitFor();
    expect(await page.getByRole('list', { name: 'Steps of the request' }).count()).toBe(0);
  });

  it('keeps another session of this browser as it is', async () => {
    const { page } = await open();
    const body = { username: 'demo', password: signet.passwords['demo'] };
    await page.evaluate(
      (text) =>
        fetch('/auth/login', { method: 'POST', headers: { 'content-type': 'application/json' }, body: text }),
      JSON.stringify(body),
    );
    const before = await page.context().cookies(`${signet.web}/auth/refresh`);
    expect(before.map(({ name }) => name).toSorted()).toEqual(['signet_device', 'signet_refresh']);
    await paste(page, page.getByRole('textbox', { name: /^Token/ }), refused.reference);
    await page.getByRole('button', { name: 'Read the record' }).click();
    await signIn(page, 'admin', newPassword);
    await page.getByRole('button', { name: 'Sign out' }).click();
    expect(await page.context().cookies(`${signet.web}/auth/refresh`)).toEqual(before);
    const refreshed = await page.evaluate(async () => {
      const { csrfToken } = await (await fetch('/auth/csrf')).json();
      return (await fetch('/auth/refresh', { method: 'POST', headers: { 'x-csrf-token': csrfToken } }))
        .status;
    });
    expect(refreshed).toBe(200);
  });

  it('opens from the link of signet explain without any request, marked as what it is', async () => {
    const ran = await signet.run(`npx --no signet explain ${refused.reference} --link`);
    expect(ran.code).toBe(0);
    const { hash } = new URL(ran.output.trim());
    const { page, sent } = await open(hash);
    await page.getByText('whoever made the link chose what it says').first().waitFor();
    await page.getByRole('listitem').filter({ hasText: 'check-revocation' }).getByText('refused').waitFor();
    expect(await word(page).textContent()).toBe('From a link');
    expect(page.url()).toBe(`${signet.web}/#refusal`);
    expect(sent).toEqual([]);
  });

  it('finds its issuer’s keys at the address that the token names', async () => {
    const { page } = await open();
    await paste(page, page.getByRole('textbox', { name: /^Token/ }), await accessToken('demo'));
    await page.getByRole('button', { name: 'Fetch keys from a URL' }).click();
    await page.getByRole('button', { name: `${signet.web}/.well-known/openid-configuration` }).click();
    const frame = page.frameLocator('.fetch-keys-frame');
    await frame.getByRole('button', { name: 'Fetch from' }).click();
    await frame.getByText(`${signet.web}/.well-known/jwks.json`).waitFor();
    await frame.getByRole('button', { name: 'Fetch from' }).click();
    await page.getByRole('button', { name: 'I know this address' }).click();
    await page.locator('.verdict.tone-verified').waitFor();
  });
});
