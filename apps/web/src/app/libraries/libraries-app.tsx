import type { ReactElement } from 'react';
import { LibrariesPage } from '../../features/libraries/libraries-page.tsx';
import { useWords } from '../../ui/language/use-language.ts';
import { Frame } from '../frame/frame.tsx';

/** The directory of libraries in its frame. */
export function LibrariesApp(): ReactElement {
  useWords();
  return (
    <Frame page="libraries">
      <LibrariesPage />
    </Frame>
  );
}
