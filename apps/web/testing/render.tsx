import { type ReactElement, type ReactNode, useEffect } from 'react';
import { createRoot, type Root } from 'react-dom/client';
import { commands, page } from 'vitest/browser';
import { speak } from '../src/ui/language/current-language.ts';
import type { System } from './commands.ts';

/** How a screen is looked at. */
export interface Look extends System {
  /** In pixels. */
  readonly viewport?: { readonly width: number; readonly height: number };
}

const usual = { width: 1280, height: 720 };
let shown: { readonly root: Root; readonly place: HTMLElement } | undefined;

interface StartedProps {
  readonly onStarted: () => void;
  readonly children: ReactNode;
}

/** Effects of a parent run after those of its children: what is shown listens, and has written its title. */
function Started({ onStarted, children }: StartedProps): ReactNode {
  useEffect(onStarted, [onStarted]);
  return children;
}

/** Shows a page as it is when it has just been opened, or opened again, in the place of what was shown before. */
export async function render(app: ReactElement, { viewport = usual, ...system }: Look = {}): Promise<void> {
  takeDown();
  await commands.leave();
  await commands.emulate(system);
  await page.viewport(viewport.width, viewport.height);
  // As public/theme.js does before the first paint.
  document.documentElement.dataset['mantineColorScheme'] = system.colorScheme ?? 'light';
  const place = document.createElement('div');
  place.id = 'root';
  document.body.append(place);
  const root = createRoot(place);
  shown = { root, place };
  await new Promise<void>((resolve) => {
    root.render(<Started onStarted={resolve}>{app}</Started>);
  });
  window.focus();
}

function takeDown(): void {
  shown?.root.unmount();
  shown?.place.remove();
  shown = undefined;
}

/** Takes away what is shown, and all that it has left behind in the browser. */
export function clearScreen(): void {
  takeDown();
  localStorage.clear();
  sessionStorage.clear();
  performance.clearMarks();
  document.documentElement.removeAttribute('style');
  for (const name of Object.keys(document.documentElement.dataset)) {
    delete document.documentElement.dataset[name];
  }
  history.replaceState(null, '', location.pathname + location.search);
  speak('en');
}
