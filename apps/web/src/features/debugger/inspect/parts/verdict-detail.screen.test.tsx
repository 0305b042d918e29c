import { describe, expect, it } from 'vitest';
import { accessClaims } from '../../../../../testing/claims.ts';
import { looks } from '../../../../../testing/looks.ts';
import { type Place, screen } from '../../../../../testing/place.ts';
import { hmacToken, makeSigner } from '../../../../../testing/tokens.ts';
import { overhang, violations } from '../../../../../testing/violations.ts';
import { openWorkbench, paste } from '../../../../../testing/workbench.tsx';

const secret = 'a secret of more than thirty-two bytes, for HS256';
const bar = (): Place => screen.getByRole('region', { name: 'Verdict' });
const detail = (): Place => screen.getByTestId('verdict-detail');

/** An access token that nothing speaks against, with its key. */
async function good(): Promise<{ readonly token: string; readonly key: string }> {
  const signer = await makeSigner();
  return {
    token: await signer.sign({ typ: 'at+jwt' }, accessClaims()),
    key: JSON.stringify(signer.jwk),
  };
}

describe('The bar with the verdict', () => {
  it.each(looks)(
    'holds the cause, its fix and the way back, within the first screen at $name',
    async (look) => {
      const bench = await openWorkbench(look);
      await paste(bench.token, (await hmacToken(secret)).token);
      await paste(bench.key, `"${secret}"`);
      await detail().getByText('Proven.').waitFor();
      expect(await detail().textContent()).toContain('without the quotes around it');
      const fix = bar().getByRole('button', { name: 'Use the secret without its quotes' });
      expect((await fix.boundingBox()).bottom).toBeLessThan(look.viewport?.height ?? 0);
      expect(await violations()).toEqual([]);
      expect(overhang()).toBeLessThanOrEqual(0);
      await fix.click();
      await bench.verified.waitFor();
      expect(await detail().textContent()).toContain('Done: Use the secret without its quotes.');
      await bar().getByRole('button', { name: 'Undo' }).click();
      await bench.refused.waitFor();
      expect(await bench.key.textContent()).toBe(`"${secret}"`);
    },
  );

  it('says what to do where a token is refused whatever its key', async () => {
    const bench = await openWorkbench();
    const { token, key } = await hmacToken(secret, { exp: Math.floor(Date.now() / 1000) - 60 });
    await paste(bench.token, token);
    await paste(bench.key, key);
    await bench.refused.waitFor();
    expect(await detail().textContent()).toMatch(/^Fix .+/);
    const code = bar().getByRole('link', { name: 'token_expired' });
    expect(await code.getAttribute('href')).toBe('./errors/token_expired');
  });

  it('says how far a yes goes: what nobody told is named as not checked', async () => {
    const bench = await openWorkbench();
    const { token, key } = await good();
    await paste(bench.token, token);
    await paste(bench.key, key);
    await bench.verified.waitFor();
    expect(await detail().textContent()).toBe('Not checked: issuer, audience.');
    expect(await bar().getByRole('link').count()).toBe(0);
    const profile = screen.getByRole('region', { name: 'Profile' });
    await profile.getByLabel('Issuer').fill('https://login.example');
    await expect.poll(() => detail().textContent()).toBe('Not checked: audience.');
    await profile.getByLabel('Audience').fill('https://api.example');
    await expect.poll(() => detail().textContent()).toBe('');
    await bench.verified.waitFor();
  });

  it('refuses a token of another issuer or audience than the reader expects, as its profile does', async () => {
    const bench = await openWorkbench();
    const { token, key } = await good();
    await paste(bench.token, token);
    await paste(bench.key, key);
    const profile = screen.getByRole('region', { name: 'Profile' });
    await profile.getByLabel('Issuer').fill('https://other.example');
    await bench.refused.waitFor();
    expect(await bench.reason.textContent()).toContain('comes from another issuer');
    await profile.getByLabel('Issuer').fill('');
    await bench.verified.waitFor();
    await profile.getByLabel('Audience').fill('https://other.example');
    await bench.refused.waitFor();
    expect(await bench.reason.textContent()).toContain('meant for another audience');
    await screen.getByRole('button', { name: 'Clear token and key' }).click();
    await paste(bench.token, token);
    await paste(bench.key, key);
    await bench.verified.waitFor();
  });

  it('leads to the key where one is missing', async () => {
    const bench = await openWorkbench({ viewport: { width: 390, height: 844 } });
    const { token, key } = await good();
    await paste(bench.token, token);
    await bar().getByRole('button', { name: 'Give the key' }).click();
    await navigator.clipboard.writeText(key);
    await screen.keyboard.press('ControlOrMeta+v');
    await bench.verified.waitFor();
  });
});
