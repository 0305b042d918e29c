import { type ReactElement, StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { fetchLanguages } from '../../ui/language/translated.ts';
import { startLanguage } from '../../ui/language/use-language.ts';

/**
 * Shows a page that stands in a folder of its own, in the language of its reader.
 * @throws Error when the document has no place for it
 */
export async function openPage(page: ReactElement): Promise<void> {
  const root = document.getElementById('root');
  if (!root) throw new Error('This document has no element with the id "root".');
  await startLanguage();
  createRoot(root).render(<StrictMode>{page}</StrictMode>);
  void fetchLanguages();
}
