import { createHash } from 'node:crypto';
import { fileURLToPath } from 'node:url';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { describeInBrowser } from '../browser/with-browser.ts';
import { type Site, serveFolder } from '../site/serve-folder.ts';
import { looks, openDesk, overhang, partOf, tabTo, tokenWith, violations } from './desk.ts';
import { paste } from './workbench.ts';

const built = fileURLToPath(new URL('../../../apps/web/dist', import.meta.url));

async function showForm(page: Page, part: 'header' | 'payload'): Promise<void> {
  await page
    .getByRole('radiogroup', { name: `How to edit the ${part}` })
    .getByText('Form')
    .click();
}

describeInBrowser('Editing a draft as a form', (room) => {
  let site: Site;
  beforeAll(async () => {
    site = await serveFolder(built);
  });
  afterAll(() => site.close());

  it('changes one member and leaves every other character, digit and order as it was', async () => {
    const { page } = await openDesk(room, site.url);
    const text = '{ "id":100002348117421473, "z": [1.50],\n "exp": 1 , "aud":"a", "gone": null}';
    await paste(page, page.getByRole('textbox', { name: 'Payload as JSON' }), text);
    await showForm(page, 'payload');
    await page.getByRole('button', { name: 'exp: +15 min' }).click();
    await page.getByRole('button', { name: 'Remove gone' }).click();
    await page.getByRole('textbox', { name: 'id' }).fill('100002348117421475');
    await page.getByLabel('Kind of aud').selectOption('list');
    await page.getByRole('button', { name: 'Add a value to aud' }).click();
    await page.keyboard.type('b');
    const token = await tokenWith(page, 1, '"b"]', '100002348117421475');
    const exp = /"exp": (\d+)/.exec(partOf(token, 1))?.[1] ?? '';
    expect(partOf(token, 1)).toBe(
      `{ "id":100002348117421475, "z": [1.50],\n "exp": ${exp} , "aud":["a","b"]}`,
    );
    expect(Number(exp) - Date.now() / 1000).toBeCloseTo(900, -2);
  });

  it('keeps what is half written to itself until it is right', async () => {
    const { page } = await openDesk(room, site.url);
    await paste(page, page.getByRole('textbox', { name: 'Payload as JSON' }), '{"n":1,"cnf":{}}');
    await showForm(page, 'payload');
    await page.getByRole('textbox', { name: 'n', exact: true }).fill('1e');
    await page.getByRole('textbox', { name: 'cnf' }).fill('{"jkt":');
    expect(await page.getByRole('alert').count()).toBe(2);
    expect(partOf(await tokenWith(page, 1, '"n"'), 1)).toBe('{"n":1,"cnf":{}}');
    await page.getByRole('textbox', { name: 'n', exact: true }).fill('1e3');
    await page.getByRole('textbox', { name: 'cnf' }).fill('{"jkt":"x"}');
    expect(partOf(await tokenWith(page, 1, '1e3', 'jkt'), 1)).toBe('{"n":1e3,"cnf":{"jkt":"x"}}');
  });

  it.each([
    ['{"sub":"a","sub":"b"}', '“sub” stands twice in the payload.'],
    ['{"sub":', 'The payload is not JSON'],
  ])('says why %s has no form, and offers the text', async (text, sentence) => {
    const { page } = await openDesk(room, site.url);
    await paste(page, page.getByRole('textbox', { name: 'Payload as JSON' }), text);
    await showForm(page, 'payload');
    await page.getByRole('region', { name: 'Payload' }).getByText(sentence).waitFor();
    await page.getByRole('button', { name: 'Edit as text' }).click();
    expect(await page.getByRole('textbox', { name: 'Payload as JSON' }).textContent()).toBe(text);
  });

  it('finds claims by name and meaning, and is worked by the keyboard alone', async () => {
    const { page } = await openDesk(room, site.url);
    await tabTo(page, 'ID token');
    await page.keyboard.press('Enter');
    await page.getByRole('radio', { name: 'Text' }).last().focus();
    await page.keyboard.press('ArrowRight');
    await tabTo(page, 'name');
    await page.keyboard.press('ControlOrMeta+a');
    await page.keyboard.type('Grace Hopper');
    await tabTo(page, 'Add a claim');
    await page.keyboard.type('methods');
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('Enter');
    await page.keyboard.press('Enter');
    await page.keyboard.type('otp');
    await tabTo(page, 'Add a claim');
    await page.keyboard.type('tenant');
    await page.keyboard.press('Enter');
    await page.keyboard.type('blue');
    await tokenWith(page, 1, '"name": "Grace Hopper"', '"amr": ["otp"]', '"tenant": "blue"');
    await tabTo(page, 'Open in Inspect');
    await page.keyboard.press('Enter');
    await page.locator('.verdict.tone-verified').waitFor();
  });

  it('keeps the key inside a DPoP proof in step, and ties the proof to an access token', async () => {
    const { page } = await openDesk(room, site.url);
    await page.getByRole('button', { name: 'DPoP proof' }).click();
    await tokenWith(page, 0, 'dpop+jwt', 'P-256');
    await page.getByLabel('Algorithm').selectOption('RS256');
    const { jwk, kid } = JSON.parse(partOf(await tokenWith(page, 0, 'RS256', '"kty": "RSA"'), 0));
    const shown = await page.getByRole('document', { name: 'Public half' }).textContent();
    expect(JSON.parse(shown ?? '')).toMatchObject(jwk);
    expect([jwk.d, kid]).toEqual([undefined, undefined]);
    await page.getByLabel('Goes with the access token').fill('abc.def.ghi');
    await page.getByRole('button', { name: 'Set ath' }).click();
    await tokenWith(page, 1, createHash('sha256').update('abc.def.ghi').digest('base64url'));
    await page.getByRole('button', { name: 'Open in Inspect' }).click();
    await page.locator('.verdict.tone-verified').waitFor();
  });

  it.each(looks)('has no axe violations at $name, and fits the window', async (look) => {
    const { page } = await openDesk(room, site.url, look);
    await page.getByRole('button', { name: 'DPoP proof' }).click();
    await showForm(page, 'header');
    await showForm(page, 'payload');
    await page.getByLabel('Kind of htm').selectOption('json');
    await page.getByRole('textbox', { name: 'htm' }).fill('{');
    await page.getByRole('combobox', { name: 'Add a claim' }).fill('a');
    await page.keyboard.press('ArrowDown');
    await page
      .getByRole('listbox', { name: 'Add a claim' })
      .getByRole('option', { selected: true })
      .waitFor();
    await page.mouse.move(0, 0);
    expect(await violations(page)).toEqual([]);
    expect(await overhang(page)).toBeLessThanOrEqual(0);
  });
});
