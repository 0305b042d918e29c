import { describe, expect, it } from 'vitest';
import { attackVerdicts, lessonNames } from '../../../testing/chapters.ts';
import { goToChapter, openChapter, playAttack } from '../../../testing/lessons.tsx';
import { screen } from '../../../testing/place.ts';

describe('The lessons', () => {
  it('each end in a link that carries a token and its public key in the fragment', async () => {
    await openChapter('structure');
    for (const name of lessonNames) {
      await goToChapter(name);
      const href = await screen.getByRole('link', { name: 'Open in the debugger' }).getAttribute('href');
      const url = new URL(href ?? '', 'https://static.example/learn/');
      const fragment = new URLSearchParams(url.hash.slice(1));
      expect(url.origin + url.pathname + url.search).toBe('https://static.example/');
      expect(fragment.get('token')).toMatch(/^[\w-]+\.[\w-]+\.[\w-]+$/);
      expect(fragment.get('key')).toContain('"kty"');
      expect(fragment.get('key')).not.toMatch(/"(d|k|p|q)":/);
    }
  });

  it('take each part of a live token out', async () => {
    await openChapter('structure');
    const panel = screen.getByRole('region', { name: 'A live token' });
    expect(await panel.locator('pre').textContent()).toContain('"iss": "https://login.example"');
    await panel.getByText('Header', { exact: true }).click();
    expect(await panel.locator('pre').textContent()).toContain('"alg": "ES256"');
    await panel.getByText('Signature', { exact: true }).click();
    expect(await panel.textContent()).toContain('64 bytes, computed with ES256');
    const before = await panel.locator('.token-text').textContent();
    await screen.getByRole('button', { name: 'Make a new one' }).click();
    await expect.poll(() => panel.locator('.token-text').textContent()).not.toBe(before);
  });

  it('let a token expire as the clock is moved, and end it with its session', async () => {
    await openChapter('life');
    const verdict = screen.getByRole('article', { name: 'Signet’s verifier' });
    await verdict.getByText('Accepted').waitFor();
    await screen.getByRole('button', { name: 'End the session' }).click();
    expect(await verdict.textContent()).toContain('token_revoked');
    await screen.getByRole('slider', { name: 'The clock' }).fill('16');
    await verdict.getByText('token_expired').waitFor();
  });

  it('catch a thief who presents an old refresh token', async () => {
    await openChapter('refresh');
    await screen.getByRole('button', { name: 'Refresh', exact: true }).click();
    await screen.getByText('Generation 2 is current').waitFor();
    await screen.getByRole('button', { name: 'The thief presents the oldest one' }).click();
    await screen.getByRole('status').filter({ hasText: 'The whole family ends' }).waitFor();
    expect(await screen.getByRole('button', { name: 'Refresh', exact: true }).isDisabled()).toBe(true);
  });

  it.each(attackVerdicts)(
    'show $name: the careless verifier lets it in, Signet answers $codes',
    async (attack) => {
      await openChapter(attack.name);
      await playAttack(attack.name);
      const careless = screen.getByRole('article', { name: 'The careless verifier' });
      expect(await careless.first().textContent()).toContain('Accepted');
      const codes = screen.getByTestId('verdict-code').allTextContents();
      expect(codes).toEqual(attack.codes);
    },
  );

  it('play an attack one step at a time, and again with new keys', async () => {
    await openChapter('tampering');
    const first = await screen.locator('.token-text').first().textContent();
    expect(screen.locator('.attack-step').count()).toBe(1);
    await screen.getByRole('button', { name: 'Next step' }).click();
    expect(screen.locator('.attack-step').count()).toBe(2);
    expect(await screen.getByRole('status').first().textContent()).toContain('Step 2 of 4');
    await screen.getByRole('button', { name: 'Start again with new keys' }).click();
    await expect.poll(() => screen.locator('.token-text').first().textContent()).not.toBe(first);
    expect(screen.locator('.attack-step').count()).toBe(1);
  });

  it('crack a secret beside the page, stop when told, and say when a secret is not on the list', async () => {
    await openChapter('weak-secret');
    const secret = screen.getByRole('textbox', { name: 'The secret of the API' });
    await secret.fill('q9!kZ0#vT2@mX7&bL4');
    await screen.getByRole('button', { name: 'Crack it' }).click();
    await screen.getByRole('button', { name: 'Stop' }).click();
    await screen.getByText(/^Stopped after [\d,]+ guesses\.$/).waitFor();
    await screen.getByRole('button', { name: 'Crack it' }).click();
    await screen.getByText(/^Not among [\d,]+ guesses/).waitFor();
    await secret.fill('letmein123');
    await screen.getByRole('button', { name: 'Crack it' }).click();
    await screen.getByText(/^Found after [\d,]+ guesses: letmein123$/).waitFor();
  });
});
