import { generateKeyPairSync, type KeyObject, randomBytes, sign } from 'node:crypto';
import { fileURLToPath } from 'node:url';
import { AxeBuilder } from '@axe-core/playwright';
import { claimsNow } from '@signet/web/testing/claims.ts';
import { discloses } from '@signet/web/testing/made-sd-jwt.ts';
import { ellipticToken } from '@signet/web/testing/made-tokens.ts';
import { CompactEncrypt, CompactSign, FlattenedSign, GeneralSign } from 'jose';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { describeInBrowser } from '../browser/with-browser.ts';
import { type Site, serveFolder } from '../site/serve-folder.ts';
import { openWorkbench, paste } from './workbench.ts';

const built = fileURLToPath(new URL('../../../apps/web/dist', import.meta.url));
const payload = new TextEncoder().encode(JSON.stringify(claimsNow()));

async function violations(page: Page): Promise<readonly string[]> {
  const { violations: found } = await new AxeBuilder({ page }).analyze();
  return found.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' | ')}`);
}

/** Every kind of token, made by another library than the page's own reader. */
describeInBrowser('Kinds of tokens in the debugger', (room) => {
  let site: Site;
  beforeAll(async () => {
    site = await serveFolder(built);
  });
  afterAll(() => site.close());

  it('decrypts a token, opens the one inside it, verifies that, and goes back', async () => {
    const bench = await openWorkbench(room, site.url);
    const { page } = bench;
    const { token: inner, key } = ellipticToken('inner');
    const { publicKey, privateKey } = generateKeyPairSync('rsa', { modulusLength: 2048 });
    const outer = await new CompactEncrypt(new TextEncoder().encode(inner))
      .setProtectedHeader({ alg: 'RSA-OAEP-256', enc: 'A256GCM', cty: 'JWT' })
      .encrypt(publicKey);
    await paste(page, bench.token, outer);
    await page.getByText('Give the key of its recipient').first().waitFor();
    await paste(page, bench.key, publicKey.export({ type: 'spki', format: 'pem' }).toString());
    await page.getByText('private').first().waitFor();
    expect(await bench.word.textContent()).toBe('Unknown');
    await paste(page, bench.key, privateKey.export({ type: 'pkcs8', format: 'pem' }).toString());
    await page.getByText('Decrypted', { exact: true }).waitFor();
    expect(await page.locator('.verdict.tone-verified').count()).toBe(0);
    expect(await violations(page)).toEqual([]);
    await page.getByRole('button', { name: 'Open the token inside' }).click();
    await paste(page, bench.key, key);
    await page.locator('.verdict.tone-verified').waitFor();
  });

  it('shows the claims of an encrypted token, and refuses it when they have expired', async () => {
    const bench = await openWorkbench(room, site.url);
    const secret = randomBytes(32);
    const token = await new CompactEncrypt(new TextEncoder().encode('{"sub":"ada","exp":1}'))
      .setProtectedHeader({ alg: 'dir', enc: 'A256GCM' })
      .encrypt(secret);
    await paste(bench.page, bench.token, token);
    await paste(bench.page, bench.key, JSON.stringify({ kty: 'oct', k: secret.toString('base64url') }));
    await bench.page.locator('.verdict.tone-refused').waitFor();
    expect(await bench.part('Payload').textContent()).toContain('"ada"');
    expect(await bench.reason.textContent()).toContain('expired');
  });

  it('verifies a flattened and a general JSON serialisation, and says which signature is meant', async () => {
    const bench = await openWorkbench(room, site.url);
    const { page } = bench;
    const [one, two] = [0, 1].map(() => generateKeyPairSync('ec', { namedCurve: 'P-256' }));
    if (!one || !two) throw new Error('There are two key pairs.');
    const flattened = await new FlattenedSign(payload)
      .setProtectedHeader({ alg: 'ES256' })
      .setUnprotectedHeader({ kid: 'loose' })
      .sign(one.privateKey);
    await paste(page, bench.token, JSON.stringify(flattened, null, 2));
    await paste(page, bench.key, publicJwk(one.publicKey));
    await page.locator('.verdict.tone-verified').waitFor();
    expect(await bench.part('Header').textContent()).toContain('loose');
    const general = await new GeneralSign(payload)
      .addSignature(two.privateKey)
      .setProtectedHeader({ alg: 'ES256' })
      .addSignature(one.privateKey)
      .setProtectedHeader({ alg: 'ES256' })
      .sign();
    await paste(page, bench.token, JSON.stringify(general));
    await page.getByText('Look at signature 2').waitFor();
    expect(await violations(page)).toEqual([]);
    await page.getByLabel('Signature to look at').selectOption('Signature 2 of 2');
    await page.locator('.verdict.tone-verified').waitFor();
  });

  it('asks for the payload of a detached signature, and checks the signature over it', async () => {
    const bench = await openWorkbench(room, site.url);
    const { page } = bench;
    const { privateKey, publicKey } = generateKeyPairSync('ed25519');
    const whole = await new CompactSign(new TextEncoder().encode('an invoice'))
      .setProtectedHeader({ alg: 'EdDSA' })
      .sign(privateKey);
    const [header, , signature] = whole.split('.');
    await paste(page, bench.token, `${header}..${signature}`);
    await paste(page, bench.key, publicJwk(publicKey));
    await page.getByTestId('verdict-reason').filter({ hasText: 'Paste it to check' }).waitFor();
    expect(await violations(page)).toEqual([]);
    await paste(page, page.getByRole('textbox', { name: /^Payload/ }), 'an invoice');
    await page.locator('.verdict.tone-verified').waitFor();
    expect(await bench.part('Payload').textContent()).toContain('an invoice');
  });

  it('opens an encrypted PEM key with its password', async () => {
    const bench = await openWorkbench(room, site.url);
    const { page } = bench;
    const { privateKey, publicKey } = generateKeyPairSync('rsa', { modulusLength: 2048 });
    const token = await new CompactEncrypt(payload)
      .setProtectedHeader({ alg: 'RSA-OAEP', enc: 'A128CBC-HS256' })
      .encrypt(publicKey);
    const options = { type: 'pkcs8', format: 'pem', cipher: 'aes-256-cbc', passphrase: 'open' } as const;
    await paste(page, bench.token, token);
    await paste(page, bench.key, privateKey.export(options).toString());
    await page.getByLabel('Password of the key').fill('wrong');
    await page.getByText('The password does not open this key').first().waitFor();
    expect(await violations(page)).toEqual([]);
    await page.getByLabel('Password of the key').fill('open');
    await page.getByText('Decrypted', { exact: true }).waitFor();
    expect(await bench.part('Payload').textContent()).toContain('https://login.example');
  });

  it.each([
    ['secp256k1', 'ES256K'],
    ['ed448', 'Ed448'],
  ])('verifies a signature on %s without a request', async (curve, alg) => {
    const bench = await openWorkbench(room, site.url);
    const { page } = bench;
    await page.waitForFunction(() => performance.getEntriesByName('signet:fetched').length > 0);
    await page.waitForLoadState('networkidle');
    const requests: string[] = [];
    page.on('request', (request) => requests.push(request.url()));
    const pair =
      curve === 'ed448'
        ? generateKeyPairSync('ed448')
        : generateKeyPairSync('ec', { namedCurve: 'secp256k1' });
    const input = [JSON.stringify({ alg }), JSON.stringify(claimsNow())]
      .map((text) => Buffer.from(text).toString('base64url'))
      .join('.');
    const bytes =
      curve === 'ed448'
        ? sign(null, Buffer.from(input), pair.privateKey)
        : sign('sha256', Buffer.from(input), { key: pair.privateKey, dsaEncoding: 'ieee-p1363' });
    await paste(page, bench.token, `${input}.${bytes.toString('base64url')}`);
    await paste(page, bench.key, publicJwk(pair.publicKey));
    await page.locator('.verdict.tone-verified').waitFor();
    expect(requests).toEqual([]);
  });

  it('shows what an SD-JWT discloses, and refuses it when a disclosure is not signed', async () => {
    const bench = await openWorkbench(room, site.url);
    const { page } = bench;
    const { presentation, key } = discloses({ ...claimsNow(), given_name: 'Ada', address: 'a street' }, [
      'given_name',
      'address',
    ]);
    const [issued = '', first = ''] = presentation.split('~');
    await paste(page, bench.token, `${issued}~${first}~`);
    await paste(page, bench.key, key);
    await page.locator('.verdict.tone-verified').waitFor();
    const panel = page.getByRole('region', { name: 'Selective disclosure' });
    await panel.getByText('1 disclosed, 1 held back').waitFor();
    expect(await panel.textContent()).toContain('"Ada"');
    expect(await violations(page)).toEqual([]);
    const forged = Buffer.from(JSON.stringify(['salt', 'given_name', 'Eve'])).toString('base64url');
    await paste(page, bench.token, `${issued}~${forged}~`);
    await page.locator('.verdict.tone-refused').waitFor();
    expect(await bench.reason.textContent()).toContain('No digest');
  });
});

function publicJwk(key: KeyObject): string {
  return JSON.stringify(key.export({ format: 'jwk' }));
}
