import { prepareFigures } from '../../ui/language/figures.ts';
import { fetchLanguages } from '../../ui/language/translated.ts';
import { type Fetch, withWords } from '../../ui/latest/fetch-once.ts';
import { endFirstLook } from '../../ui/latest/first-look.ts';
import { fetchInspectParts } from './inspect/fetch-parts.ts';
import { practise } from './inspect/model/practise.ts';

/** Desks and dialogs that are not needed for the first look. */
export const fetchSign: Fetch<typeof import('./sign/sign-page.tsx')> = () =>
  withWords(import('./sign/sign-page.tsx'));

export const fetchCompare: Fetch<typeof import('./compare/compare-page.tsx')> = () =>
  withWords(import('./compare/compare-page.tsx'));

export const fetchReference: Fetch<typeof import('./reference/reference-page.tsx')> = () =>
  withWords(import('./reference/reference-page.tsx'));

export const fetchPalette: Fetch<typeof import('./palette/palette.tsx')> = () =>
  withWords(import('./palette/palette.tsx'));

export const fetchHistory: Fetch<typeof import('./history/history-dialog.tsx')> = () =>
  withWords(import('./history/history-dialog.tsx'));

export const fetchTour: Fetch<typeof import('./tour/tour.tsx')> = () => withWords(import('./tour/tour.tsx'));

/** Everything is here: from now on nothing is requested. */
const fetchedMark = 'signet:fetched';

/**
 * Fetches the rest of the page once the first look is painted, so that nothing is requested after the page
 * has loaded, whatever the reader then does, and makes ready what the first token needs. Returns how to call it off.
 */
export function fetchAhead(): () => void {
  const timer = setTimeout(() => {
    endFirstLook();
    void Promise.all([
      fetchInspectParts(),
      fetchSign(),
      fetchCompare(),
      fetchPalette(),
      fetchReference(),
      fetchHistory(),
      fetchTour(),
      fetchLanguages(),
    ])
      // Once more for the words of the parts that have just come.
      .then(fetchLanguages)
      .then(prepareFigures)
      .then(() => performance.mark(fetchedMark))
      .then(practise);
  }, 50);
  return () => clearTimeout(timer);
}
