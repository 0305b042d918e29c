import { expect, it } from 'vitest';
import { openChapter } from '../../../testing/lessons.tsx';
import { screen } from '../../../testing/place.ts';
import { openWorkbench } from '../../../testing/workbench.tsx';

const promise = screen.getByText('Nothing leaves this page');
const agreed = screen.getByText('Asks only what you agree to');

it('a page promises that nothing leaves it, but for as long as something is shown that sends', async () => {
  await openWorkbench();
  await promise.waitFor();
  await screen.getByText('Refusal', { exact: true }).click();
  await agreed.waitFor();
  expect(promise.count()).toBe(0);
  await screen.getByText('Inspect', { exact: true }).filter({ visible: true }).click();
  await promise.waitFor();
  await screen.getByRole('button', { name: 'Fetch keys from a URL' }).click();
  await screen.getByRole('textbox', { name: 'Address of a key set' }).fill('https://login.example/keys');
  await screen.getByRole('button', { name: 'Look at the request' }).click();
  await agreed.waitFor();
});

it('the lessons keep the promise throughout', async () => {
  await openChapter('structure');
  await promise.waitFor();
});
