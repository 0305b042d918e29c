import { describe, expect, it } from 'vitest';
import { commands } from 'vitest/browser';
import { claimsNow } from '../../../../../testing/claims.ts';
import { screen } from '../../../../../testing/place.ts';
import { base64url, discloses, ellipticToken } from '../../../../../testing/tokens.ts';
import { violations } from '../../../../../testing/violations.ts';
import { openWorkbench, paste } from '../../../../../testing/workbench.tsx';

/** Every kind of token, made by another library than the page's own reader. */
describe('Kinds of tokens in the debugger', () => {
  it('decrypts a token, opens the one inside it, verifies that, and goes back', async () => {
    const bench = await openWorkbench();
    const { token: inner, key } = await ellipticToken('inner');
    const { token: outer, publicKey, key: privateKey } = await commands.nestedToken(inner);
    await paste(bench.token, outer);
    await screen.getByText('Give the key of its recipient').first().waitFor();
    await paste(bench.key, publicKey);
    await screen.getByText('private').first().waitFor();
    expect(await bench.word.textContent()).toBe('Unknown');
    await paste(bench.key, privateKey);
    await screen.getByText('Decrypted', { exact: true }).waitFor();
    expect(screen.locator('.verdict.tone-verified').count()).toBe(0);
    expect(await violations()).toEqual([]);
    await screen.getByRole('button', { name: 'Open the token inside' }).click();
    await paste(bench.key, key);
    await bench.verified.waitFor();
  });

  it('shows the claims of an encrypted token, and refuses it when they have expired', async () => {
    const bench = await openWorkbench();
    const { token, key } = await commands.encryptedToken('{"sub":"ada","exp":1}');
    await paste(bench.token, token);
    await paste(bench.key, key);
    await bench.refused.waitFor();
    expect(await bench.part('Payload').textContent()).toContain('"ada"');
    expect(await bench.reason.textContent()).toContain('expired');
  });

  it('verifies a flattened and a general JSON serialisation, and says which signature is meant', async () => {
    const bench = await openWorkbench();
    const { flattened, general, key } = await commands.serialisedTokens();
    await paste(bench.token, flattened);
    await paste(bench.key, key);
    await bench.verified.waitFor();
    expect(await bench.part('Header').textContent()).toContain('loose');
    await paste(bench.token, general);
    await screen.getByText('Look at signature 2').waitFor();
    expect(await violations()).toEqual([]);
    await screen.getByLabel('Signature to look at').selectOption('Signature 2 of 2');
    await bench.verified.waitFor();
  });

  it('asks for the payload of a detached signature, and checks the signature over it', async () => {
    const bench = await openWorkbench();
    const { token, key } = await commands.detachedToken('an invoice');
    await paste(bench.token, token);
    await paste(bench.key, key);
    await screen.getByTestId('verdict-reason').filter({ hasText: 'Paste it to check' }).waitFor();
    expect(await violations()).toEqual([]);
    await paste(screen.getByRole('textbox', { name: /^Payload/ }), 'an invoice');
    await bench.verified.waitFor();
    expect(await bench.part('Payload').textContent()).toContain('an invoice');
  });

  it('opens an encrypted PEM key with its password', async () => {
    const bench = await openWorkbench();
    const { token, key } = await commands.lockedToken('open');
    await paste(bench.token, token);
    await paste(bench.key, key);
    await screen.getByLabel('Password of the key').fill('wrong');
    await screen.getByText('The password does not open this key').first().waitFor();
    expect(await violations()).toEqual([]);
    await screen.getByLabel('Password of the key').fill('open');
    await screen.getByText('Decrypted', { exact: true }).waitFor();
    expect(await bench.part('Payload').textContent()).toContain('https://login.example');
  });

  it.each(['ES256K', 'Ed448'] as const)('verifies a signature with %s', async (alg) => {
    const bench = await openWorkbench();
    const { token, key } = await commands.curveToken(alg);
    await paste(bench.token, token);
    await paste(bench.key, key);
    await bench.verified.waitFor();
  });

  it('shows what an SD-JWT discloses, and refuses it when a disclosure is not signed', async () => {
    const bench = await openWorkbench();
    const { presentation, key } = await discloses(
      { ...claimsNow(), given_name: 'Ada', address: 'a street' },
      ['given_name', 'address'],
    );
    const [issued = '', first = ''] = presentation.split('~');
    await paste(bench.token, `${issued}~${first}~`);
    await paste(bench.key, key);
    await bench.verified.waitFor();
    const panel = screen.getByRole('region', { name: 'Selective disclosure' });
    await panel.getByText('1 disclosed, 1 held back').waitFor();
    expect(await panel.textContent()).toContain('"Ada"');
    expect(await violations()).toEqual([]);
    const forged = base64url(JSON.stringify(['salt', 'given_name', 'Eve']));
    await paste(bench.token, `${issued}~${forged}~`);
    await bench.refused.waitFor();
    expect(await bench.reason.textContent()).toContain('No digest');
  });
});
