import type { ReactElement } from 'react';
import { DebuggerPage } from '../features/debugger/debugger-page.tsx';
import { Frame } from './frame.tsx';

/** The page of the debugger in its frame. */
export function App(): ReactElement {
  return (
    <Frame page="debugger">
      <DebuggerPage />
    </Frame>
  );
}
