import { MantineProvider } from '@mantine/core';
import type { ReactElement, ReactNode } from 'react';
import type { PageName } from './pages.ts';
import { TopBar } from './top-bar.tsx';
import { type Theme, useTheme } from './use-theme.ts';
import './frame.css';

interface FrameProps {
  /** A page that the others lead to; or what stands at the top of one that stands alone. */
  readonly page: PageName | ((theme: Theme) => ReactNode);
  /** What stands in the frame; a page that lets the theme be chosen in it asks for that. */
  readonly children: ReactNode | ((theme: Theme) => ReactNode);
}

/**
 * The frame around every page. Mantine's variables come from static CSS (src/ui/look), so that the
 * content security policy needs no inline style.
 */
export function Frame({ page, children }: FrameProps): ReactElement {
  const theme = useTheme();
  return (
    <MantineProvider forceColorScheme={theme.scheme} withCssVariables={false} withGlobalClasses={false}>
      {typeof page === 'function' ? page(theme) : <TopBar theme={theme} page={page} />}
      {typeof children === 'function' ? children(theme) : children}
    </MantineProvider>
  );
}
