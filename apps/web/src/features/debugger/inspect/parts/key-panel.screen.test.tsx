import { describe, expect, it } from 'vitest';
import { commands } from 'vitest/browser';
import { dropFile } from '../../../../../testing/drop-file.ts';
import { screen } from '../../../../../testing/place.ts';
import { ellipticToken, hmacToken } from '../../../../../testing/tokens.ts';
import { violations } from '../../../../../testing/violations.ts';
import { openWorkbench, paste } from '../../../../../testing/workbench.tsx';

describe('Key, time and advice in the debugger', () => {
  it('opens token and key from files', async () => {
    const bench = await openWorkbench();
    const { token, key } = await ellipticToken('a');
    for (const [name, text] of [
      ['Open a token from a file', `Bearer ${token}\n`],
      ['Open a key from a file', key],
    ] as const) {
      await commands.chooseFile(name, text);
    }
    await bench.verified.waitFor();
  });

  it('takes a file that is dropped on the key, in place of what was there', async () => {
    const bench = await openWorkbench();
    const { token, key } = await ellipticToken('a');
    await paste(bench.token, token);
    await paste(bench.key, 'something else');
    await dropFile(bench.key, new File([key], 'key.json'));
    await bench.verified.waitFor();
  });

  it('takes a secret file that is no text byte for byte', async () => {
    const bench = await openWorkbench();
    await paste(bench.token, await commands.tokenOfByte(0x80));
    for (const [byte, verdict] of [
      [0x90, bench.refused],
      [0x80, bench.verified],
    ] as const) {
      await dropFile(bench.key, new File([new Uint8Array(40).fill(byte)], 'secret'));
      await verdict.waitFor();
    }
  });

  it('keeps only the public half of a private key when asked to', async () => {
    const bench = await openWorkbench();
    await paste(bench.key, (await commands.edwardsJwk()).text);
    await screen.getByRole('button', { name: 'Keep only the public half' }).click();
    await screen.getByText('A public key (JWK)').waitFor();
    expect(await bench.key.textContent()).not.toContain('"d"');
  });

  it('marks the key of a set that matched', async () => {
    const bench = await openWorkbench();
    const { token, jwk } = await ellipticToken('a');
    await paste(bench.token, token);
    await paste(bench.key, JSON.stringify({ keys: [(await ellipticToken('b')).jwk, jwk] }));
    await screen
      .getByRole('listitem')
      .filter({ hasText: 'matches' })
      .getByText('a', { exact: true })
      .waitFor();
  });

  it('judges the token at another time, and gives or takes a minute', async () => {
    const bench = await openWorkbench();
    await screen.getByRole('button', { name: 'Try a sample' }).click();
    await bench.verified.waitFor();
    await screen.getByRole('button', { name: 'Checked now' }).click();
    const later = new Date(Date.now() + 15.5 * 60_000);
    const local = new Date(later.getTime() - later.getTimezoneOffset() * 60_000).toISOString().slice(0, 19);
    await screen.getByLabel('Check the token at').fill(local);
    await bench.refused.waitFor();
    expect(await bench.part('Payload').textContent()).toContain('15 min ago');
    expect(await violations()).toEqual([]);
    await screen.getByLabel('Clocks may differ by').selectOption('1 min');
    await bench.verified.waitFor();
    await screen.getByRole('button', { name: 'Now', exact: true }).click();
    await screen.getByRole('button', { name: /Checked now/ }).waitFor();
  });

  it('warns of a secret that stands in lists, with the rule, and leaves the verdict alone', async () => {
    const bench = await openWorkbench();
    await paste(bench.token, (await hmacToken('secret')).token);
    await screen.getByText('a secret that stands in lists').waitFor();
    expect(await bench.findings.textContent()).toContain('RFC 8725 §3.5');
    expect(await bench.word.textContent()).toBe('Unknown');
  });

  it('gives a key as much room as it has lines, and cuts none of them', async () => {
    const bench = await openWorkbench();
    const small = (await bench.key.boundingBox()).height;
    await paste(bench.key, Array.from({ length: 11 }, (_, line) => `line ${line}`).join('\n'));
    await expect.poll(async () => (await bench.key.boundingBox()).height).toBeGreaterThan(small);
    const scroller = document.querySelector('.key-editor')?.shadowRoot?.querySelector('.cm-scroller');
    expect(scroller?.scrollHeight).toBe(scroller?.clientHeight);
    await paste(bench.key, Array.from({ length: 60 }, (_, line) => `line ${line}`).join('\n'));
    const shown = document.querySelector('.key-editor')?.getBoundingClientRect().height ?? 0;
    const lineHeight = Number.parseFloat(
      getComputedStyle(scroller?.querySelector('.cm-line') ?? document.body).lineHeight,
    );
    const lines = (shown - 12) / lineHeight;
    expect(Math.abs(lines - Math.round(lines))).toBeLessThan(0.05);
  });
});
