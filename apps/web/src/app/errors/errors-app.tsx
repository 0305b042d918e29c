import type { ReactElement } from 'react';
import { ErrorsPage } from '../../features/errors/errors-page.tsx';
import { useWords } from '../../ui/language/use-language.ts';
import { Frame } from '../frame/frame.tsx';

/** The pages of the codes in their frame. */
export function ErrorsApp(): ReactElement {
  useWords();
  return (
    <Frame page="errors">
      <ErrorsPage />
    </Frame>
  );
}
