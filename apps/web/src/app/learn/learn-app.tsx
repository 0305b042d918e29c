import type { ReactElement } from 'react';
import { LearnPage } from '../../features/learn/learn-page.tsx';
import { useWords } from '../../ui/language/use-language.ts';
import { Frame } from '../frame/frame.tsx';

/** The lessons in their frame. */
export function LearnApp(): ReactElement {
  useWords();
  return (
    <Frame page="learn">
      <LearnPage />
    </Frame>
  );
}
