import { createPrivateKey, createPublicKey, generateKeyPairSync, type JsonWebKeyInput } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { describeInBrowser } from '../browser/with-browser.ts';
import { type Site, serveFolder } from '../site/serve-folder.ts';
import { looks, openDesk, overhang, partOf, tokenWith, violations } from './desk.ts';
import { paste } from './workbench.ts';

const built = fileURLToPath(new URL('../../../apps/web/dist', import.meta.url));

const algorithms = ['HS', 'RS', 'PS', 'ES'].flatMap((family) => [256, 384, 512].map((bits) => family + bits));
const newer = ['EdDSA', 'Ed448', 'ES256K', 'ML-DSA-44', 'ML-DSA-65', 'ML-DSA-87'];

async function make(page: Page, output: string): Promise<void> {
  await page.getByRole('radiogroup', { name: 'What to make' }).getByText(output, { exact: true }).click();
}

async function openInspect(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'Open in Inspect' }).click();
}

async function backToDesk(page: Page): Promise<void> {
  await page.getByText('Sign', { exact: true }).filter({ visible: true }).click();
}

describeInBrowser('Everything that the signing desk makes', (room) => {
  let site: Site;
  beforeAll(async () => {
    site = await serveFolder(built);
  });
  afterAll(() => site.close());

  it.each([algorithms.slice(0, 6), algorithms.slice(6), newer])(
    'signs with each of %s, %s, %s … and Inspect verifies it',
    async (...names) => {
      const { page, key } = await openDesk(room, site.url);
      for (const alg of names) {
        await page.getByLabel('Algorithm').selectOption(alg);
        await tokenWith(page, 0, `"alg": "${alg}"`);
        await openInspect(page);
        await page.locator('.tone-verified').getByTestId('verdict-reason').getByText(alg).waitFor();
        expect(await key.textContent()).not.toMatch(/"(?:d|priv)"/);
        await backToDesk(page);
      }
      expect(page.url()).toBe(`${site.url}#sign`);
    },
  );

  it('takes a private key in PEM, chooses its algorithm, and saves the public half as a key set', async () => {
    const { page } = await openDesk(room, site.url);
    const { privateKey } = generateKeyPairSync('rsa', { modulusLength: 2048 });
    const pem = privateKey.export({ type: 'pkcs1', format: 'pem' }).toString();
    await paste(page, page.getByRole('textbox', { name: 'Private key or secret' }), pem);
    await tokenWith(page, 0, '"RS256"');
    await page.getByLabel('Algorithm').selectOption('PS384');
    await tokenWith(page, 0, '"PS384"');
    await page.getByRole('radiogroup', { name: 'How to write the public key' }).getByText('JWKS').click();
    const saving = page.waitForEvent('download');
    await page.getByRole('button', { name: 'Save the public key as a file' }).click();
    const file = await saving;
    expect(file.suggestedFilename()).toBe('jwks.json');
    const [jwk] = JSON.parse(await readFile(await file.path(), 'utf8')).keys;
    const saved = createPublicKey({ key: jwk as JsonWebKeyInput['key'], format: 'jwk' });
    expect(saved.equals(createPublicKey(privateKey))).toBe(true);
    expect(jwk).toMatchObject({ alg: 'PS384', use: 'sig' });
  });

  it('writes the private key in PEM at the press of a button, and it stays the same key', async () => {
    const { page } = await openDesk(room, site.url);
    const field = page.getByRole('textbox', { name: 'Private key or secret' });
    const jwk = JSON.parse((await field.textContent()) ?? '');
    await page.getByRole('radiogroup', { name: 'How to write the private key' }).getByText('PEM').click();
    await field.getByText('BEGIN PRIVATE KEY').waitFor();
    await page.getByRole('button', { name: 'Copy the private key' }).click();
    const pem = await page.evaluate(() => navigator.clipboard.readText());
    const same = createPrivateKey({ key: jwk as JsonWebKeyInput['key'], format: 'jwk' });
    expect(createPrivateKey(pem).equals(same)).toBe(true);
  });

  it('opens an encrypted private key with its password, signs, and hands on the public half only', async () => {
    const { page, key } = await openDesk(room, site.url);
    const { privateKey } = generateKeyPairSync('ed25519');
    const locked = {
      type: 'pkcs8',
      format: 'pem',
      cipher: 'aes-256-cbc',
      passphrase: 'correct horse',
    } as const;
    await paste(
      page,
      page.getByRole('textbox', { name: 'Private key or secret' }),
      privateKey.export(locked).toString(),
    );
    const panel = page.getByRole('region', { name: 'Signing key' });
    await panel.getByRole('alert').getByText('Give its password').waitFor();
    const password = panel.getByLabel('Password of the key');
    await password.fill('wrong battery');
    await panel.getByRole('alert').getByText('does not open this key').waitFor();
    expect(await violations(page)).toEqual([]);
    await password.fill('correct horse');
    await tokenWith(page, 0, '"EdDSA"');
    await openInspect(page);
    await page.locator('.verdict.tone-verified').waitFor();
    const { d: _d, ...half } = privateKey.export({ format: 'jwk' });
    expect(JSON.parse((await key.textContent()) ?? '')).toMatchObject(half);
    expect(await key.textContent()).not.toContain('"d"');
  });

  it('writes a signed token in each serialisation, detached and unencoded, and Inspect verifies it', async () => {
    const { page } = await openDesk(room, site.url);
    const shown = page.getByTestId('signed-token');
    const form = page.getByRole('radiogroup', { name: 'Serialisation' });
    const verified = page.locator('.verdict.tone-verified');
    for (const [name, start] of [
      ['Flattened', '{"payload":"'],
      ['General', '"signatures":[{"protected":"'],
    ] as const) {
      await form.getByText(name).click();
      await shown.getByText(start).waitFor();
      await openInspect(page);
      await verified.waitFor();
      await backToDesk(page);
    }
    await form.getByText('Compact').click();
    await page.getByLabel('Unencoded (b64: false)').press('Space');
    await page.getByRole('alert').getByText('Detach the payload').waitFor();
    await page.getByLabel('Detached payload').press('Space');
    const token = await tokenWith(page, 0, '"b64": false', '"crit": ["b64"]');
    expect(token.split('.')[1]).toBe('');
    await openInspect(page);
    await verified.waitFor();
    await page.getByRole('region', { name: 'Payload', exact: true }).getByText('web-shop').first().waitFor();
    await backToDesk(page);
    await page.getByLabel('Unencoded (b64: false)').press('Space');
    await expect.poll(async () => partOf((await shown.textContent()) ?? '', 0)).not.toContain('b64');
    expect(await violations(page)).toEqual([]);
  });

  it('signs a token and encrypts it for a recipient, and Inspect opens and verifies it', async () => {
    const { page } = await openDesk(room, site.url);
    await make(page, 'Nested');
    expect(JSON.parse(partOf(await tokenWith(page, 0, '"cty":"JWT"'), 0))).toMatchObject({
      alg: 'ECDH-ES+A256KW',
      enc: 'A256GCM',
    });
    await openInspect(page);
    await page.getByText('Decrypted', { exact: true }).first().waitFor();
    await page.getByRole('button', { name: 'Open the token inside' }).click();
    await page.locator('.verdict.tone-verified').waitFor();
  });

  it('encrypts bare claims with a password, and says that nobody signed them', async () => {
    const { page } = await openDesk(room, site.url);
    await make(page, 'Encrypted');
    await page.getByLabel('Key encryption').selectOption('PBES2-HS256+A128KW');
    await page.getByText('Nobody signed them', { exact: false }).first().waitFor();
    expect(await page.getByRole('region', { name: 'Signing key' }).count()).toBe(0);
    await tokenWith(page, 0, 'PBES2-HS256+A128KW', '"p2s"');
    await openInspect(page);
    await page.getByRole('region', { name: 'Payload', exact: true }).getByText('web-shop').first().waitFor();
  });

  it('hides the ticked claims of an SD-JWT behind digests, and shows the disclosures', async () => {
    const { page } = await openDesk(room, site.url);
    await page.getByRole('button', { name: 'Credential' }).click();
    await page.getByRole('checkbox', { name: 'country "GB"', exact: true }).press('Space');
    const disclosures = page.getByRole('region', { name: 'Disclosures' });
    await disclosures.getByText('"country", "GB"').waitFor();
    await disclosures.getByText('"given_name", "Ada"').waitFor();
    const token = (await page.getByTestId('signed-token').textContent()) ?? '';
    expect(token.split('~')).toHaveLength(7);
    expect(partOf(token, 1)).not.toContain('Lovelace');
    expect(await violations(page)).toEqual([]);
    await openInspect(page);
    await page.locator('.verdict.tone-verified').waitFor();
    await page.getByText('Lovelace').first().waitFor();
  });

  it('binds an SD-JWT to its holder, who proves to a verifier to have the key', async () => {
    const { page } = await openDesk(room, site.url);
    await page.getByRole('button', { name: 'Credential' }).click();
    await page.getByLabel('Decoy digests').fill('3');
    await page.getByLabel('Bind to a key (cnf)').press('Space');
    await tokenWith(page, 1, '"cnf":{"jwk":', '"_sd":[');
    await page.getByLabel('Add a key binding token').press('Space');
    await page.getByLabel('Audience').fill('https://shop.example');
    const shown = page.getByTestId('signed-token');
    const bound = async (): Promise<string> =>
      partOf(((await shown.textContent()) ?? '').split('~').at(-1) ?? '', 1);
    await expect.poll(bound).toContain('"aud":"https://shop.example"');
    expect(await violations(page)).toEqual([]);
    await openInspect(page);
    await page.locator('.verdict.tone-verified').waitFor();
    await page.getByText('sd_hash fits what is presented.').waitFor();
    await page.getByText('Its signature matches the key in cnf.').waitFor();
  });

  it('says which key does not fit, in place', async () => {
    const { page } = await openDesk(room, site.url);
    await make(page, 'Encrypted');
    await tokenWith(page, 0, 'ECDH-ES+A256KW');
    await paste(
      page,
      page.getByRole('textbox', { name: 'Key of the recipient' }),
      '{"kty":"OKP","crv":"Ed25519","x":"11qYAYKxCrfVS_7TyWQHOg7hcvPapiMlrwIaaPcHURo"}',
    );
    await page.getByRole('region', { name: 'Recipient' }).getByRole('alert').waitFor();
    expect(await page.getByRole('button', { name: 'Open in Inspect' }).isDisabled()).toBe(true);
  });

  it.each(looks)('has no axe violations at $name, and fits the window', async (look) => {
    const { page } = await openDesk(room, site.url, look);
    await make(page, 'Nested');
    await tokenWith(page, 0, '"cty":"JWT"');
    await page.getByLabel('Algorithm').selectOption('HS256');
    await page.getByRole('radiogroup', { name: 'The secret is' }).waitFor();
    await page.mouse.move(0, 0);
    expect(await violations(page)).toEqual([]);
    expect(await overhang(page)).toBeLessThanOrEqual(0);
  });
});
