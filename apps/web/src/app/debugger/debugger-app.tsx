import type { ReactElement } from 'react';
import { DebuggerPage } from '../../features/debugger/debugger-page.tsx';
import type { Sample } from '../../features/debugger/inspect/model/sample.ts';
import { useWords } from '../../ui/language/use-language.ts';
import { Frame } from '../frame/frame.tsx';

interface DebuggerAppProps {
  /** What lies on the desk where the address brings nothing. */
  readonly sample?: Sample | undefined;
}

/** The page of the debugger in its frame. */
export function DebuggerApp({ sample }: DebuggerAppProps): ReactElement {
  useWords();
  return (
    <Frame page="debugger">
      <DebuggerPage sample={sample} />
    </Frame>
  );
}
