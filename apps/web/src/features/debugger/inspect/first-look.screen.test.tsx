import { describe, expect, it } from 'vitest';
import { looks } from '../../../../testing/looks.ts';
import { type Place, screen } from '../../../../testing/place.ts';
import { ellipticToken, hmacToken } from '../../../../testing/tokens.ts';
import { overhang, violations } from '../../../../testing/violations.ts';
import { openLink, openWorkbench, paste, type Workbench } from '../../../../testing/workbench.tsx';
import { deskSample } from './desk-sample.ts';

const secret = 'a secret of more than thirty-two bytes, for HS256';
const introduction = /^Signet reads, verifies and signs/;

/** As the page is opened by somebody new. */
async function openAsNew(look?: (typeof looks)[number]): Promise<Workbench> {
  return openWorkbench(look, await deskSample());
}

async function pasteAnywhere(text: string): Promise<void> {
  await navigator.clipboard.writeText(text);
  await screen.keyboard.press('ControlOrMeta+v');
}

function drop(place: Element, fill: (transfer: DataTransfer) => void): void {
  const dataTransfer = new DataTransfer();
  fill(dataTransfer);
  for (const type of ['dragover', 'drop']) {
    place.dispatchEvent(
      new DragEvent(type, { dataTransfer, bubbles: true, cancelable: true, composed: true }),
    );
  }
}

async function takeSample(label: string): Promise<void> {
  await screen.getByLabel('Samples').selectOption({ label });
}

const textOf = async (field: Place): Promise<string> => (await field.textContent()).trim();

describe('The first look at the debugger', () => {
  it.each(looks)('shows a sample that verifies, and says what this is, at $name', async (look) => {
    const bench = await openAsNew(look);
    await bench.verified.waitFor();
    await screen.getByText(introduction).waitFor();
    expect(await bench.part('Payload').textContent()).toMatch(/in 1[45] min/);
    expect(await violations()).toEqual([]);
    expect(overhang()).toBeLessThanOrEqual(0);
  });

  it('has the cursor in the token, so that a paste needs no click and takes the sample away with its key', async () => {
    const bench = await openAsNew();
    await bench.verified.waitFor();
    const { token, key } = await hmacToken(secret);
    await pasteAnywhere(token);
    await expect.poll(() => textOf(bench.token)).toBe(token);
    await expect.poll(() => bench.word.textContent()).toBe('Unknown');
    expect(screen.getByText(introduction).count()).toBe(0);
    await paste(bench.key, key);
    await bench.verified.waitFor();
    // What is there now is the reader's own: a paste is one into the field.
    await bench.token.press('End');
    await pasteAnywhere('A');
    await bench.refused.waitFor();
    expect((await textOf(bench.token)).length).toBe(token.length + 1);
  });

  it('gives way to a key that is pasted first', async () => {
    const bench = await openAsNew();
    await bench.verified.waitFor();
    const { token, key } = await ellipticToken('a');
    await paste(bench.key, key);
    await expect.poll(() => bench.reason.textContent()).toContain('Paste a token');
    await paste(bench.token, token);
    await bench.verified.waitFor();
  });

  it('takes a paste beside all fields as the token, and a key as the key', async () => {
    const bench = await openWorkbench();
    const { token, key } = await ellipticToken('a');
    await screen.getByRole('button', { name: 'Open a token from a file' }).focus();
    await pasteAnywhere(`Bearer ${token}`);
    await expect.poll(() => textOf(bench.token)).toBe(token);
    await pasteAnywhere(key);
    await bench.verified.waitFor();
  });

  it('takes what is dropped anywhere: a file or a text, a key as the key', async () => {
    const bench = await openAsNew();
    await bench.verified.waitFor();
    const { token, key } = await ellipticToken('a');
    drop(await bench.part('Payload').element(), (transfer) =>
      transfer.items.add(new File([token], 'token.txt')),
    );
    await expect.poll(() => textOf(bench.token)).toBe(token);
    drop(document.body, (transfer) => transfer.setData('text/plain', key));
    await bench.verified.waitFor();
  });

  it('is not mixed with what is dropped or pasted into its fields, a key or a secret either', async () => {
    const bench = await openAsNew();
    await bench.verified.waitFor();
    const { token } = await hmacToken(secret);
    drop(await bench.token.element(), (transfer) => transfer.setData('text/plain', token));
    await expect.poll(() => textOf(bench.token)).toBe(token);
    await takeSample('ES256');
    await bench.verified.waitFor();
    drop(await bench.key.element(), (transfer) => transfer.setData('text/plain', secret));
    await expect.poll(() => textOf(bench.key)).toBe(secret);
    await takeSample('ES256');
    await bench.verified.waitFor();
    await bench.key.focus();
    await pasteAnywhere(secret);
    await expect.poll(() => textOf(bench.key)).toBe(secret);
    expect(await bench.reason.textContent()).toContain('Paste a token');
  });

  it('leaves nothing of a sample in the history, but of what takes its place', async () => {
    localStorage.setItem('signet-history', '[]');
    const bench = await openAsNew();
    await bench.verified.waitFor();
    const sample = await textOf(bench.token);
    const { token } = await hmacToken(secret);
    await pasteAnywhere(token);
    await expect.poll(() => localStorage.getItem('signet-history')).toContain(token);
    expect(localStorage.getItem('signet-history')).not.toContain(sample);
  });

  it('is what a link brought, where the page was opened by one', async () => {
    const { token } = await hmacToken(secret);
    await openLink(`#token=${token}`, undefined, await deskSample());
    const field = screen.getByRole('textbox', { name: /^Token/ });
    await expect.poll(() => textOf(field)).toBe(token);
    expect(await textOf(screen.getByRole('textbox', { name: /^Key/ }))).toBe('Secret, PEM, JWK or JWKS');
  });
});

describe('Samples', () => {
  it.each([
    ['Access token', 'verified', 'ES256'],
    ['RS256', 'verified', 'RS256'],
    ['PS256', 'verified', 'PS256'],
    ['EdDSA', 'verified', 'EdDSA'],
    ['HS256', 'verified', 'HS256'],
    ['ID token', 'verified', 'RS256'],
    ['DPoP proof', 'unknown', 'Name the request'],
    ['SD-JWT', 'verified', 'ES256'],
    ['Encrypted (JWE)', 'unknown', 'ECDH-ES+A256KW'],
    ['Expired', 'refused', 'expired'],
    ['Signed with another key', 'refused', 'does not match'],
    ['Quotes around the secret', 'refused', 'does not match'],
    ['Not signed (alg: none)', 'refused', 'not signed'],
  ])('of %s are %s: %s', async (name, tone, reason) => {
    await openWorkbench();
    await takeSample(name);
    await screen.locator(`.verdict.tone-${tone}`).getByText(reason).first().waitFor();
  });

  it.each(['ES256', 'RS256', 'PS256', 'EdDSA', 'HS256'])(
    'of %s break no rule of their kind',
    async (name) => {
      await openWorkbench();
      await takeSample(name);
      const profile = screen.getByRole('region', { name: 'Profile' });
      await profile.getByText('Nothing speaks against the rules of an access token').waitFor();
      await screen.locator('.verdict.tone-verified').waitFor();
      expect(screen.locator('main .tone-refused').count()).toBe(0);
    },
  );

  it('with quotes around the secret show the cause and its fix in the verdict', async () => {
    const bench = await openWorkbench();
    await takeSample('Quotes around the secret');
    await screen
      .getByRole('region', { name: 'Verdict' })
      .getByRole('button', { name: 'Use the secret without its quotes' })
      .click();
    await bench.verified.waitFor();
  });
});
