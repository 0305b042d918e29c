import { describe, expect, it } from 'vitest';
import { accessClaims } from '../../../../../testing/claims.ts';
import { looks } from '../../../../../testing/looks.ts';
import { type Place, screen } from '../../../../../testing/place.ts';
import { hmacToken, makeSigner } from '../../../../../testing/tokens.ts';
import { overhang, violations } from '../../../../../testing/violations.ts';
import { openWorkbench, paste, type Workbench } from '../../../../../testing/workbench.tsx';

async function openCode(bench: Workbench, token: string): Promise<Place> {
  await paste(bench.token, token);
  return screen.getByRole('region', { name: 'Verify this in your code' });
}

async function accessToken(): Promise<string> {
  const signer = await makeSigner();
  return signer.sign({ typ: 'at+jwt' }, accessClaims());
}

describe('Verification code in the debugger', () => {
  it('writes code from the token for each stack, says how far it is tried, and copies it', async () => {
    const bench = await openWorkbench();
    const panel = await openCode(bench, await accessToken());
    const code = panel.getByRole('document');
    await code.filter({ hasText: "audience: 'https://api.example'" }).waitFor();
    expect(await code.textContent()).toContain('https://login.example/.well-known/jwks.json');
    await panel.getByText('Run in tests.').waitFor();
    await panel.getByRole('button', { name: 'Go', exact: true }).click();
    await code.filter({ hasText: 'package verifier' }).waitFor();
    await panel.getByText('go get github.com/golang-jwt/jwt/v5@latest').waitFor();
    await panel.getByRole('button', { name: 'C#' }).click();
    await panel.getByText('Not run.').waitFor();
    await panel.getByText('Plain', { exact: true }).click();
    await panel.getByRole('button', { name: 'Copy the code' }).click();
    const copied = await navigator.clipboard.readText();
    expect(copied).toContain('ValidAudience = "https://api.example"');
    expect(copied).toBe(await code.textContent());
  });

  it('insists on what the reader enters, and writes nothing that would accept too much', async () => {
    const bench = await openWorkbench();
    const panel = await openCode(bench, await accessToken());
    await panel.getByLabel('Audience (aud)').fill("https://api.example/'orders");
    await panel.getByRole('document').filter({ hasText: "https://api.example/\\'orders" }).waitFor();
    await panel.getByLabel('Keys from').selectOption({ label: 'A file with a public key' });
    await panel.getByRole('document').filter({ hasText: 'public-key.pem' }).waitFor();
    await panel.getByLabel('Audience (aud)').fill('');
    await panel.getByText('The audience is not known').waitFor();
    expect(panel.getByRole('document').count()).toBe(0);
  });

  it('reads a shared secret from the environment, and never writes it', async () => {
    const bench = await openWorkbench();
    const { token, key } = await hmacToken(crypto.randomUUID(), accessClaims());
    await paste(bench.key, key);
    const panel = await openCode(bench, token);
    await panel.getByRole('document').filter({ hasText: 'TOKEN_SECRET' }).waitFor();
    expect(await panel.textContent()).not.toContain(key);
  });

  it.each(looks)('has no axe violations at $name, and fits', async (look) => {
    const bench = await openWorkbench(look);
    const panel = await openCode(bench, await accessToken());
    await panel.getByRole('document').waitFor();
    expect(await violations()).toEqual([]);
    expect(overhang()).toBeLessThanOrEqual(0);
  });
});
