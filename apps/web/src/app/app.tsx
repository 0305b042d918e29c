import { MantineProvider } from '@mantine/core';
import type { ReactElement } from 'react';
import { DebuggerPage } from '../features/debugger/debugger-page.tsx';
import { TopBar } from './top-bar.tsx';
import { useTheme } from './use-theme.ts';
import './app.css';

/**
 * The frame around every page. Mantine's variables come from static CSS (src/ui/look), so that the
 * content security policy needs no inline style.
 */
export function App(): ReactElement {
  const theme = useTheme();
  return (
    <MantineProvider forceColorScheme={theme.scheme} withCssVariables={false} withGlobalClasses={false}>
      <TopBar theme={theme} />
      <DebuggerPage />
    </MantineProvider>
  );
}
