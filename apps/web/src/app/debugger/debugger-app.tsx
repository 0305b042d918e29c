import type { ReactElement } from 'react';
import { DebuggerPage } from '../../features/debugger/debugger-page.tsx';
import { useWords } from '../../ui/language/use-language.ts';
import { Frame } from '../frame/frame.tsx';

/** The page of the debugger in its frame. */
export function DebuggerApp(): ReactElement {
  useWords();
  return (
    <Frame page="debugger">
      <DebuggerPage />
    </Frame>
  );
}
