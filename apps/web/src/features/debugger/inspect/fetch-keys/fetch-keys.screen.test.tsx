import { expect, it } from 'vitest';
import { screen } from '../../../../../testing/place.ts';
import { openWorkbench, paste } from '../../../../../testing/workbench.tsx';

it.each([
  ['http://login.example/keys', 'over https'],
  ['https://ada:secret@login.example/', 'Keys are public'],
  ['javascript:alert(1)', 'over https'],
])('keys are not looked for at %s', async (address, words) => {
  await openWorkbench();
  await screen.getByRole('button', { name: 'Fetch keys from a URL' }).click();
  await screen.getByRole('textbox', { name: 'Address of a key set' }).fill(address);
  await screen.getByRole('button', { name: 'Look at the request' }).click();
  await screen.getByRole('alert').filter({ hasText: words }).waitFor();
  expect(screen.locator('.fetch-keys-frame').count()).toBe(0);
});

it('is open with the address that was pasted as the key', async () => {
  const bench = await openWorkbench();
  await paste(bench.key, 'https://login.example/jwks');
  const field = screen.getByRole('textbox', { name: 'Address of a key set' });
  await field.waitFor();
  expect(await field.inputValue()).toBe('https://login.example/jwks');
});
