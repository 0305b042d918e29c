import { ErrorsApp } from '../src/app/errors/errors-app.tsx';
import { screen } from './place.ts';
import { type Look, render } from './render.tsx';

/** Opens the pages of the codes at an address below their folder: a code, a query, or neither. */
export async function openCodes(place: string, look?: Look): Promise<void> {
  history.replaceState(null, '', `/errors/${place}`);
  await render(<ErrorsApp />, look);
  await screen.getByRole('heading', { level: 1 }).waitFor();
}
