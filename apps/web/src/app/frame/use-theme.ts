import { useCallback, useEffect, useState } from 'react';

/** What the reader chose; `auto` follows the system. */
export type ThemeChoice = 'light' | 'auto' | 'dark';

export const themeChoices: readonly ThemeChoice[] = ['light', 'auto', 'dark'];

/** Also read by public/theme.js before the first paint. */
const storageKey = 'signet-theme';
const systemDark = matchMedia('(prefers-color-scheme: dark)');

function storedChoice(): ThemeChoice {
  try {
    const stored = localStorage.getItem(storageKey);
    return stored === 'light' || stored === 'dark' ? stored : 'auto';
  } catch (error) {
    if (error instanceof DOMException) return 'auto'; // Storage is blocked: follow the system.
    throw error;
  }
}

function store(choice: ThemeChoice): void {
  try {
    localStorage.setItem(storageKey, choice);
  } catch (error) {
    if (!(error instanceof DOMException)) throw error; // Blocked or full: the choice lasts as long as the page.
  }
}

export interface Theme {
  readonly choice: ThemeChoice;
  readonly scheme: 'light' | 'dark';
  readonly choose: (choice: ThemeChoice) => void;
}

/**
 * The theme in use. Mantine's own switch is not used, as it adds a `<style>` element, which the content
 * security policy blocks.
 */
export function useTheme(): Theme {
  const [choice, setChoice] = useState(storedChoice);
  const [dark, setDark] = useState(systemDark.matches);
  useEffect(() => {
    const follow = (): void => setDark(systemDark.matches);
    systemDark.addEventListener('change', follow);
    return () => systemDark.removeEventListener('change', follow);
  }, []);
  const choose = useCallback((chosen: ThemeChoice) => {
    store(chosen);
    setChoice(chosen);
  }, []);
  const system = dark ? 'dark' : 'light';
  return { choice, scheme: choice === 'auto' ? system : choice, choose };
}
