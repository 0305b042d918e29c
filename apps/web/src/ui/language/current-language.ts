import type { Language } from './languages.ts';

let current: Language = 'en';
let version = 0;
const followers = new Set<() => void>();

/** The language in which words answer now. */
export function currentLanguage(): Language {
  return current;
}

/** Changes with every change of words: another language, or words that came late. */
export function wordsVersion(): number {
  return version;
}

/** Speaks another language from now on. Its words must have been loaded. */
export function speak(language: Language): void {
  current = language;
  wordsChanged();
}

/** Has everything that shows words shown again. */
export function wordsChanged(): void {
  version += 1;
  for (const follow of followers) follow();
}

/** Calls back after each change. Returns how to stop. */
export function followWords(follow: () => void): () => void {
  followers.add(follow);
  return () => followers.delete(follow);
}
