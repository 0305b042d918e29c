import { describe, expect, it } from 'vitest';
import { screen } from '../../../../../testing/place.ts';
import { ellipticToken, hmacToken } from '../../../../../testing/tokens.ts';
import { violations } from '../../../../../testing/violations.ts';
import { openWorkbench, paste } from '../../../../../testing/workbench.tsx';

const secret = 'a secret of more than thirty-two bytes, for HS256';

describe('Why a signature does not match', () => {
  it('names quotes around a secret, mends them at the press of a button, and takes that back', async () => {
    const bench = await openWorkbench();
    await paste(bench.token, (await hmacToken(secret)).token);
    await paste(bench.key, `"${secret}"`);
    await screen.getByText('without the quotes around it').first().waitFor();
    await bench.findings.getByRole('button', { name: 'Use the secret without its quotes' }).click();
    await bench.verified.waitFor();
    expect(await bench.key.textContent()).toBe(secret);
    await screen.getByRole('button', { name: 'Undo' }).click();
    await bench.refused.waitFor();
    expect(await bench.key.textContent()).toBe(`"${secret}"`);
  });

  it('finds the key of a set that matches under another name, and says so', async () => {
    const bench = await openWorkbench();
    const { token, jwk } = await ellipticToken('k1');
    const set = { keys: [(await ellipticToken('k1')).jwk, { ...jwk, kid: 'k2' }] };
    await paste(bench.token, token);
    await paste(bench.key, JSON.stringify(set));
    await bench.findings.getByRole('button', { name: 'Use key “k2”' }).click();
    await bench.verified.waitFor();
    expect(await bench.reason.textContent()).toContain('“k2”');
    expect(await bench.findings.textContent()).toContain('another name');
  });

  it('says how much was tried when nothing is found, without a breach of access', async () => {
    const bench = await openWorkbench();
    await paste(bench.token, (await hmacToken(secret)).token);
    await paste(bench.key, 'quite another secret');
    await screen.getByText('None matches').waitFor();
    expect(await bench.findings.textContent()).toMatch(/\d+ combinations tried/);
    expect(await violations()).toEqual([]);
  });
});
