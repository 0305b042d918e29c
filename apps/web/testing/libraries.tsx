import { LibrariesApp } from '../src/app/libraries/libraries-app.tsx';
import { screen } from './place.ts';
import { type Look, render } from './render.tsx';

/** Opens the directory of libraries with the query of an address. */
export async function openLibraries(query = '', look?: Look): Promise<void> {
  history.replaceState(null, '', `/libraries/${query}`);
  await render(<LibrariesApp />, look);
  await screen.getByRole('heading', { level: 1 }).waitFor();
}
