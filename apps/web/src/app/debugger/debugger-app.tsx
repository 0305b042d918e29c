import type { ReactElement } from 'react';
import { DebuggerPage } from '../../features/debugger/debugger-page.tsx';
import type { Sample } from '../../features/debugger/inspect/model/sample.ts';
import { useLanguage, useWords } from '../../ui/language/use-language.ts';
import { Frame } from '../frame/frame.tsx';
import { commandsOfApp } from './commands.ts';

interface DebuggerAppProps {
  /** What lies on the desk where the address brings nothing. */
  readonly sample?: Sample | undefined;
}

/** The page of the debugger in its frame. */
export function DebuggerApp({ sample }: DebuggerAppProps): ReactElement {
  useWords();
  const [, speak] = useLanguage();
  return (
    <Frame page="debugger">
      {(theme) => <DebuggerPage sample={sample} commands={() => commandsOfApp(theme, speak)} />}
    </Frame>
  );
}
