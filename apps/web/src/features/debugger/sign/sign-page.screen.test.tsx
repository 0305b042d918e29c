import { describe, expect, it } from 'vitest';
import { commands } from 'vitest/browser';
import { looks } from '../../../../testing/looks.ts';
import { screen } from '../../../../testing/place.ts';
import { partOf, tokenWith } from '../../../../testing/signed.ts';
import { overhang, violations } from '../../../../testing/violations.ts';
import { openDesk, paste } from '../../../../testing/workbench.tsx';

describe('Signing in the debugger', () => {
  it('signs what one types without white space, digit for digit, and OpenSSL verifies it by the public half shown', async () => {
    await openDesk();
    const payload = '{ "id": 100002348117421473 }';
    await paste(screen.getByRole('textbox', { name: 'Payload as JSON' }), payload);
    const token = await tokenWith(1, '{"id":100002348117421473}');
    expect(token).toMatch(/^eyJ[^.]+\.eyJ/);
    const editor = screen.getByRole('textbox', { name: 'Payload as JSON' });
    expect(await editor.textContent()).toBe(payload);
    const jwk = JSON.parse((await screen.getByRole('document', { name: 'Public half' }).textContent()) ?? '');
    expect(await commands.isSigned(token, jwk)).toBe(true);
    expect(jwk).not.toHaveProperty('d');
  });

  it.each(looks)(
    'shows header and key to their last line at $name, without scrolling in them',
    async (look) => {
      await openDesk(look);
      for (const name of ['Detached payload', 'Unencoded (b64: false)'])
        await screen.getByRole('checkbox', { name }).click();
      await expect.poll(() => document.querySelector('.draft-header')?.clientHeight).toBeGreaterThan(140);
      const hidden = (field: string): number => {
        const shown = document.querySelector(field)?.shadowRoot ?? document.querySelector(field);
        const scroller = shown?.querySelector('.cm-scroller');
        return scroller ? scroller.scrollHeight - scroller.clientHeight : Number.NaN;
      };
      for (const field of ['.draft-header', '.draft-key']) await expect.poll(() => hidden(field)).toBe(0);
    },
  );

  it('signs byte for byte what one types when asked to', async () => {
    await openDesk();
    const payload = '{ "id": 100002348117421473 }';
    await paste(screen.getByRole('textbox', { name: 'Payload as JSON' }), payload);
    await screen.getByRole('checkbox', { name: 'Sign as written, with blanks' }).click();
    expect(partOf(await tokenWith(1, payload), 1)).toBe(payload);
  });

  it('opens in Inspect, verified, and gives no private key away there', async () => {
    const { key, verified } = await openDesk();
    await screen.getByRole('button', { name: 'Logout token' }).click();
    await tokenWith(1, 'backchannel-logout');
    await screen.getByRole('button', { name: 'Open in Inspect' }).click();
    await verified.waitFor();
    expect(await key.textContent()).not.toContain('"d"');
    expect(location.hash).toBe('');
  });

  it('says in place what is no JSON, and signs nothing then', async () => {
    await openDesk();
    await paste(screen.getByRole('textbox', { name: 'Payload as JSON' }), '{"sub": ');
    await screen.getByRole('alert').filter({ hasText: 'The payload is not JSON' }).waitFor();
    expect(await screen.getByRole('button', { name: 'Open in Inspect' }).isDisabled()).toBe(true);
    await screen.locator('.mark-fault').first().waitFor();
  });

  it('sets times at the press of a button, and keeps what stands beside them', async () => {
    await openDesk();
    await paste(screen.getByRole('textbox', { name: 'Payload as JSON' }), '{"id":100002348117421473}');
    await screen.getByRole('button', { name: 'Expires +15 min' }).click();
    const token = await tokenWith(1, '"exp"');
    const text = partOf(token, 1);
    expect(text).toContain('100002348117421473');
    expect(JSON.parse(text).exp - Date.now() / 1000).toBeCloseTo(900, -2);
  });

  it.each(looks)('has no axe violations at $name, and fits the window', async (look) => {
    await openDesk(look);
    expect(await violations()).toEqual([]);
    await paste(screen.getByRole('textbox', { name: 'Header as JSON' }), '{"alg":"none"}');
    await screen.getByRole('alert').waitFor();
    expect(await violations()).toEqual([]);
    expect(overhang()).toBeLessThanOrEqual(0);
  });
});
