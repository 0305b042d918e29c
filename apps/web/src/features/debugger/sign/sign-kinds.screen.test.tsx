import { describe, expect, it } from 'vitest';
import { commands } from 'vitest/browser';
import { looks } from '../../../../testing/looks.ts';
import { screen } from '../../../../testing/place.ts';
import { partOf, tokenWith } from '../../../../testing/signed.ts';
import { overhang, violations } from '../../../../testing/violations.ts';
import { openDesk, paste } from '../../../../testing/workbench.tsx';

const algorithms = ['HS', 'RS', 'PS', 'ES'].flatMap((family) => [256, 384, 512].map((bits) => family + bits));
const newer = ['EdDSA', 'Ed448', 'ES256K', 'ML-DSA-44', 'ML-DSA-65', 'ML-DSA-87'];

async function make(output: string): Promise<void> {
  await screen.getByRole('radiogroup', { name: 'What to make' }).getByText(output, { exact: true }).click();
}

async function openInspect(): Promise<void> {
  await screen.getByRole('button', { name: 'Open in Inspect' }).click();
}

async function backToDesk(): Promise<void> {
  await screen.getByText('Sign', { exact: true }).filter({ visible: true }).click();
}

describe('Everything that the signing desk makes', () => {
  it.each([algorithms.slice(0, 6), algorithms.slice(6), newer])(
    'signs with each of %s, %s, %s … and Inspect verifies it',
    async (...names) => {
      const { key } = await openDesk();
      for (const alg of names) {
        await screen.getByLabel('Algorithm').selectOption(alg);
        await tokenWith(0, `"alg":"${alg}"`);
        await openInspect();
        await screen.locator('.tone-verified').getByTestId('verdict-reason').getByText(alg).waitFor();
        expect(await key.textContent()).not.toMatch(/"(?:d|priv)"/);
        await backToDesk();
      }
      expect(location.hash).toBe('#sign');
    },
  );

  it('takes a private key in PEM, chooses its algorithm, and saves the public half as a key set', async () => {
    await openDesk();
    const { text: pem, publicJwk } = await commands.rsaPem();
    await paste(screen.getByRole('textbox', { name: 'Private key or secret' }), pem);
    await tokenWith(0, '"RS256"');
    await screen.getByLabel('Algorithm').selectOption('PS384');
    await tokenWith(0, '"PS384"');
    await screen.getByRole('radiogroup', { name: 'How to write the public key' }).getByText('JWKS').click();
    const { name, text } = await commands.download('Save the public key as a file');
    expect(name).toBe('jwks.json');
    const [jwk] = JSON.parse(text).keys;
    expect(jwk).toMatchObject(publicJwk);
    expect(jwk).toMatchObject({ alg: 'PS384', use: 'sig' });
  });

  it('writes the private key in PEM at the press of a button, and it stays the same key', async () => {
    await openDesk();
    const field = screen.getByRole('textbox', { name: 'Private key or secret' });
    const jwk = await field.textContent();
    await screen.getByRole('radiogroup', { name: 'How to write the private key' }).getByText('PEM').click();
    await field.getByText('BEGIN PRIVATE KEY').waitFor();
    await screen.getByRole('button', { name: 'Copy the private key' }).click();
    const pem = await navigator.clipboard.readText();
    expect(await commands.isSameKey(pem, jwk)).toBe(true);
  });

  it('opens an encrypted private key with its password, signs, and hands on the public half only', async () => {
    const { key, verified } = await openDesk();
    const { text, publicJwk } = await commands.lockedPem('correct horse');
    await paste(screen.getByRole('textbox', { name: 'Private key or secret' }), text);
    const panel = screen.getByRole('region', { name: 'Signing key' });
    await panel.getByRole('alert').getByText('Give its password').waitFor();
    const password = panel.getByLabel('Password of the key');
    await password.fill('wrong battery');
    await panel.getByRole('alert').getByText('does not open this key').waitFor();
    expect(await violations()).toEqual([]);
    await password.fill('correct horse');
    await tokenWith(0, '"EdDSA"');
    await openInspect();
    await verified.waitFor();
    expect(JSON.parse(await key.textContent())).toMatchObject(publicJwk);
    expect(await key.textContent()).not.toContain('"d"');
  });

  it('writes a signed token in each serialisation, detached and unencoded, and Inspect verifies it', async () => {
    await openDesk();
    const shown = screen.getByTestId('signed-token');
    const form = screen.getByRole('radiogroup', { name: 'Serialisation' });
    const verified = screen.locator('.verdict.tone-verified');
    for (const [name, start] of [
      ['Flattened', '{"payload":"'],
      ['General', '"signatures":[{"protected":"'],
    ] as const) {
      await form.getByText(name).click();
      await shown.getByText(start).waitFor();
      await openInspect();
      await verified.waitFor();
      await backToDesk();
    }
    await form.getByText('Compact').click();
    await screen.getByLabel('Unencoded (b64: false)').press('Space');
    await screen.getByRole('alert').getByText('Detach the payload').waitFor();
    await screen.getByLabel('Detached payload').press('Space');
    const token = await tokenWith(0, '"b64":false', '"crit":["b64"]');
    expect(token.split('.')[1]).toBe('');
    await openInspect();
    await verified.waitFor();
    await screen
      .getByRole('region', { name: 'Payload', exact: true })
      .getByText('web-shop')
      .first()
      .waitFor();
    await backToDesk();
    await screen.getByLabel('Unencoded (b64: false)').press('Space');
    await expect.poll(async () => partOf(await shown.textContent(), 0)).not.toContain('b64');
    expect(await violations()).toEqual([]);
  });

  it('signs a token and encrypts it for a recipient, and Inspect opens and verifies it', async () => {
    const bench = await openDesk();
    await make('Nested');
    expect(JSON.parse(partOf(await tokenWith(0, '"cty":"JWT"'), 0))).toMatchObject({
      alg: 'ECDH-ES+A256KW',
      enc: 'A256GCM',
    });
    await openInspect();
    await screen.getByText('Decrypted', { exact: true }).first().waitFor();
    await screen.getByRole('button', { name: 'Open the token inside' }).click();
    await bench.verified.waitFor();
  });

  it('encrypts bare claims with a password, and says that nobody signed them', async () => {
    await openDesk();
    await make('Encrypted');
    await screen.getByLabel('Key encryption').selectOption('PBES2-HS256+A128KW');
    await screen.getByText('Nobody signed them', { exact: false }).first().waitFor();
    expect(screen.getByRole('region', { name: 'Signing key' }).count()).toBe(0);
    await tokenWith(0, 'PBES2-HS256+A128KW', '"p2s"');
    await openInspect();
    await screen
      .getByRole('region', { name: 'Payload', exact: true })
      .getByText('web-shop')
      .first()
      .waitFor();
  });

  it('hides the ticked claims of an SD-JWT behind digests, and shows the disclosures', async () => {
    const bench = await openDesk();
    await screen.getByRole('button', { name: 'Credential' }).click();
    await screen.getByRole('checkbox', { name: 'country "GB"', exact: true }).press('Space');
    const disclosures = screen.getByRole('region', { name: 'Disclosures' });
    await disclosures.getByText('"country", "GB"').waitFor();
    await disclosures.getByText('"given_name", "Ada"').waitFor();
    const token = (await screen.getByTestId('signed-token').textContent()) ?? '';
    expect(token.split('~')).toHaveLength(7);
    expect(partOf(token, 1)).not.toContain('Lovelace');
    expect(await violations()).toEqual([]);
    await openInspect();
    await bench.verified.waitFor();
    await screen.getByText('Lovelace').first().waitFor();
  });

  it('binds an SD-JWT to its holder, who proves to a verifier to have the key', async () => {
    const bench = await openDesk();
    await screen.getByRole('button', { name: 'Credential' }).click();
    await screen.getByLabel('Decoy digests').fill('3');
    await screen.getByLabel('Bind to a key (cnf)').press('Space');
    await tokenWith(1, '"cnf":{"jwk":', '"_sd":[');
    await screen.getByLabel('Add a key binding token').press('Space');
    await screen.getByLabel('Audience').fill('https://shop.example');
    const shown = screen.getByTestId('signed-token');
    const bound = async (): Promise<string> => partOf((await shown.textContent()).split('~').at(-1) ?? '', 1);
    await expect.poll(bound).toContain('"aud":"https://shop.example"');
    expect(await violations()).toEqual([]);
    await openInspect();
    await bench.verified.waitFor();
    await screen.getByText('sd_hash fits what is presented.').waitFor();
    await screen.getByText('Its signature matches the key in cnf.').waitFor();
  });

  it('says which key does not fit, in place', async () => {
    await openDesk();
    await make('Encrypted');
    await tokenWith(0, 'ECDH-ES+A256KW');
    await paste(
      screen.getByRole('textbox', { name: 'Key of the recipient' }),
      '{"kty":"OKP","crv":"Ed25519","x":"11qYAYKxCrfVS_7TyWQHOg7hcvPapiMlrwIaaPcHURo"}',
    );
    await screen.getByRole('region', { name: 'Recipient' }).getByRole('alert').waitFor();
    expect(await screen.getByRole('button', { name: 'Open in Inspect' }).isDisabled()).toBe(true);
  });

  it.each(looks)('has no axe violations at $name, and fits the window', async (look) => {
    await openDesk(look);
    await make('Nested');
    await tokenWith(0, '"cty":"JWT"');
    await screen.getByLabel('Algorithm').selectOption('HS256');
    await screen.getByRole('radiogroup', { name: 'The secret is' }).waitFor();
    await screen.leave();
    expect(await violations()).toEqual([]);
    expect(overhang()).toBeLessThanOrEqual(0);
  });
});
