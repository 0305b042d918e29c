import { describe, expect, it } from 'vitest';
import { eachFrame } from '../../../../../testing/each-frame.ts';
import { screen } from '../../../../../testing/place.ts';
import { ellipticToken, hmacToken } from '../../../../../testing/tokens.ts';
import { until } from '../../../../../testing/until.ts';
import { openWorkbench, paste } from '../../../../../testing/workbench.tsx';

const noAudience = /aud/;

describe('Advice on a token', () => {
  it('keeps its place while that on the next token is on its way, and is not read as if it were that', async () => {
    const { token, findings } = await openWorkbench();
    await paste(token, (await hmacToken('one secret')).token);
    await findings.getByText(noAudience).first().waitFor();
    const count = findings.getByRole('listitem').count();
    const seen = watchFindings();
    await paste(token, (await hmacToken('another secret', '{"sub":"another"}')).token);
    const { past, legible, moved } = await until(
      () => seen.waiting,
      () => 'a frame with past advice',
    );
    expect(past).toBeGreaterThan(0);
    expect(legible).toBe(0);
    // A line between two findings comes or goes.
    expect(moved).toBeLessThanOrEqual(1);
    await expect.poll(() => screen.locator('.finding-past').count()).toBe(0);
    expect(findings.getByRole('listitem').count()).toBeGreaterThanOrEqual(count);
  });

  it('on the key stays, when only the token changes', async () => {
    const { token, key, word } = await openWorkbench();
    const signed = await ellipticToken('first');
    await paste(token, signed.token);
    await paste(key, signed.key);
    await screen.getByText('P-256 public key').waitFor();
    const facts = await screen.locator('.key-facts').element();
    await paste(token, (await ellipticToken('second')).token);
    await expect.poll(() => word.textContent()).toBe('Refused');
    await screen.locator('.finding-past').first().waitFor({ state: 'detached' });
    expect(facts.isConnected).toBe(true);
  });

  it('is gone with the token', async () => {
    const { token, findings } = await openWorkbench();
    await paste(token, (await hmacToken('one secret')).token);
    await findings.getByText(noAudience).first().waitFor();
    await screen.getByRole('button', { name: 'Clear token and key' }).click();
    expect(screen.locator('.finding').count()).toBe(0);
  });
});

interface Waiting {
  readonly past: number;
  readonly legible: number;
  /** By how many pixels a finding is higher or lower than before, at most. */
  readonly moved: number;
}

/** Notes of the first frame with past advice how much of it there is. */
function watchFindings(): { readonly waiting?: Waiting } {
  const seen: { waiting?: Waiting } = {};
  const heights = new Map<Element, number>();
  for (const finding of document.querySelectorAll<HTMLElement>('.finding')) {
    heights.set(finding, finding.offsetHeight);
  }
  eachFrame(() => {
    const found = [...document.querySelectorAll<HTMLElement>('.finding-past')];
    if (found.length === 0 || seen.waiting) return;
    const legible = found.filter(({ lastElementChild: said }) => said?.checkVisibility()).length;
    const moved = found.map((finding) => Math.abs(finding.offsetHeight - (heights.get(finding) ?? 0)));
    seen.waiting = { past: found.length, legible, moved: Math.max(...moved) };
  });
  return seen;
}
