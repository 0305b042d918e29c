import { useCallback, useSyncExternalStore } from 'react';
import { currentLanguage, followWords, wordsVersion } from './current-language.ts';
import { isLanguage, type Language, preferredLanguage, tags } from './languages.ts';
import { speakWhenLoaded } from './translated.ts';

/** What the reader chose is kept under this name. */
const storageKey = 'signet-language';

function storedLanguage(): Language | undefined {
  try {
    const stored = localStorage.getItem(storageKey);
    return isLanguage(stored) ? stored : undefined;
  } catch (error) {
    if (error instanceof DOMException) return undefined; // Storage is blocked: as the browser has it.
    throw error;
  }
}

function store(language: Language): void {
  try {
    localStorage.setItem(storageKey, language);
  } catch (error) {
    if (!(error instanceof DOMException)) throw error; // Blocked or full: the choice lasts as long as the page.
  }
}

async function show(language: Language): Promise<void> {
  await speakWhenLoaded(language);
  document.documentElement.lang = tags[language];
}

/** Speaks the reader's language. To be awaited before the first paint. */
export function startLanguage(): Promise<void> {
  return show(storedLanguage() ?? preferredLanguage(navigator.languages));
}

/** Renders again whenever words change. For the root of a page, and for what computes sentences. */
export function useWords(): number {
  return useSyncExternalStore(followWords, wordsVersion);
}

/** The language in use, and how to choose another for good. */
export function useLanguage(): readonly [Language, (language: Language) => void] {
  const language = useSyncExternalStore(followWords, currentLanguage);
  const choose = useCallback((chosen: Language) => {
    store(chosen);
    void show(chosen);
  }, []);
  return [language, choose];
}
