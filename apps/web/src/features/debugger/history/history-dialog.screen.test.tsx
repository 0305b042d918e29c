import { describe, expect, it } from 'vitest';
import { screen } from '../../../../testing/place.ts';
import { rsaToken } from '../../../../testing/tokens.ts';
import { openWorkbench, paste } from '../../../../testing/workbench.tsx';

describe('The history of the debugger', () => {
  it('keeps tokens only after it was turned on, never a key, and deletes them when it is turned off', async () => {
    const bench = await openWorkbench();
    const before = await rsaToken();
    await paste(bench.token, before.token);
    await screen.locator('.verdict.tone-unknown').waitFor();
    expect(stored()).toBe('');
    // What still lies on the desk when the history is turned on may be kept.
    await screen.getByRole('button', { name: 'Clear token and key' }).click();
    await screen.getByRole('button', { name: 'Tokens you have looked at' }).first().click();
    await screen.getByLabel('Keep tokens in this browser').check();
    await screen.getByText('Nothing is kept yet.').waitFor();
    await screen.getByRole('button', { name: 'Close' }).click();
    const { token, key } = await rsaToken();
    await paste(bench.key, key);
    await paste(bench.token, token);
    await bench.verified.waitFor();
    await expect.poll(stored).toContain(token);
    const kept = stored();
    expect(kept).not.toContain(before.token);
    for (const line of key.split('\n').filter((text) => text.length > 20))
      expect(kept).not.toContain(line.trim());
    await openWorkbench();
    await screen.getByRole('button', { name: 'Tokens you have looked at' }).first().click();
    await screen.locator('.history-open').click();
    await screen.getByTestId('verdict-reason').getByText('Give the key').waitFor();
    await expect.poll(async () => (await bench.token.innerText()).replaceAll('\n', '')).toBe(token);
    await screen.getByRole('button', { name: 'Tokens you have looked at' }).first().click();
    await screen.getByText('Turning it off deletes the one that is kept.').waitFor();
    await screen.getByLabel('Keep tokens in this browser').uncheck();
    await screen.getByText('Nothing is kept.').waitFor();
    expect(stored()).toBe('');
  });

  it('removes one token, or all', async () => {
    const bench = await openWorkbench();
    localStorage.setItem('signet-history', '[]');
    const [one, other] = [(await rsaToken()).token, (await rsaToken()).token];
    for (const token of [one, other]) {
      await paste(bench.token, token);
      await expect.poll(stored).toContain(token);
    }
    await screen.getByRole('button', { name: 'Tokens you have looked at' }).first().click();
    await screen
      .getByRole('button', { name: /^Remove:/ })
      .first()
      .click();
    expect(stored()).not.toContain(other);
    expect(stored()).toContain(one);
    await screen.getByRole('button', { name: 'Remove all' }).click();
    await screen.getByText('Nothing is kept yet.').waitFor();
    expect(stored()).toBe('{"signet-history":"[]"}');
  });
});

/** Everything that the page has put into the browser's storage; empty where there is nothing. */
function stored(): string {
  const text = JSON.stringify({ ...localStorage, ...sessionStorage });
  return text === '{}' ? '' : text;
}
