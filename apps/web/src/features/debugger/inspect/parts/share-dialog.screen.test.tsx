import { expect, it } from 'vitest';
import { screen } from '../../../../../testing/place.ts';
import { hmacToken } from '../../../../../testing/tokens.ts';
import { openWorkbench, paste } from '../../../../../testing/workbench.tsx';

it('a link to a token never carries a secret, and says so', async () => {
  const bench = await openWorkbench();
  const { token, key } = await hmacToken('a secret of more than thirty-two bytes, for HS256');
  await paste(bench.token, token);
  await paste(bench.key, key);
  await bench.verified.waitFor();
  await screen.getByRole('button', { name: 'Share a link' }).click();
  await screen.getByRole('dialog').getByText('Whoever has the link has the token').waitFor();
  await screen.getByRole('button', { name: 'Copy the link' }).click();
  await screen.getByRole('button', { name: 'Copied' }).waitFor();
  expect(await navigator.clipboard.readText()).toBe(`${location.origin}${location.pathname}#token=${token}`);
  expect(await screen.getByRole('dialog').textContent()).toContain('it is a secret');
});
