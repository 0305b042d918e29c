import { prepareFigures } from '../../ui/language/figures.ts';
import { fetchLanguages, wordsLoaded } from '../../ui/language/translated.ts';
import { practise } from './inspect/model/practise.ts';

/** A part that speaks is shown once its words are here. */
async function withWords<Part>(part: Promise<Part>): Promise<Part> {
  const loaded = await part;
  await wordsLoaded();
  return loaded;
}

type Fetch<Part> = () => Promise<Part>;

/** Remembers what has come: what is asked for at each token is not looked up anew. */
function once<Part>(fetch: Fetch<Part>): Fetch<Part> {
  let asked: Promise<Part> | undefined;
  return () => {
    asked ??= fetch().catch((error: unknown) => {
      asked = undefined;
      throw error;
    });
    return asked;
  };
}

/** Parts of the page that are not needed for the first look. Each is fetched once, whoever asks first. */
export const fetchDiagnose: Fetch<typeof import('./inspect/model/diagnose.ts')> = once(
  () => import('./inspect/model/diagnose.ts'),
);

export const fetchCheck: Fetch<typeof import('./inspect/model/check.ts')> = once(
  () => import('./inspect/model/check.ts'),
);

export const fetchInside: Fetch<typeof import('./inspect/inside/read-inside.ts')> = once(
  () => import('./inspect/inside/read-inside.ts'),
);

export const fetchSample = (): Promise<typeof import('./inspect/model/sample.ts')> =>
  import('./inspect/model/sample.ts');

export const fetchAdvice: Fetch<typeof import('./inspect/model/advice.ts')> = once(
  () => import('./inspect/model/advice.ts'),
);

export const fetchSign = (): Promise<typeof import('./sign/sign-page.tsx')> =>
  withWords(import('./sign/sign-page.tsx'));

export const fetchCompare = (): Promise<typeof import('./compare/compare-page.tsx')> =>
  withWords(import('./compare/compare-page.tsx'));

export const fetchProfile = (): Promise<typeof import('./inspect/profile/profile-panel.tsx')> =>
  withWords(import('./inspect/profile/profile-panel.tsx'));

export const fetchExplain = (): Promise<
  typeof import('../../parts/token-view/explain/explaining-token.ts')
> => import('../../parts/token-view/explain/explaining-token.ts');

export const fetchCode = (): Promise<typeof import('./inspect/code/code-panel.tsx')> =>
  import('./inspect/code/code-panel.tsx');
export const fetchReference = (): Promise<typeof import('./reference/reference-page.tsx')> =>
  withWords(import('./reference/reference-page.tsx'));

export const fetchPalette = (): Promise<typeof import('./palette/palette.tsx')> =>
  withWords(import('./palette/palette.tsx'));

export const fetchHistory = (): Promise<typeof import('./history/history-dialog.tsx')> =>
  withWords(import('./history/history-dialog.tsx'));

export const fetchTour = (): Promise<typeof import('./tour/tour.tsx')> =>
  withWords(import('./tour/tour.tsx'));

export const fetchFetchKeys = (): Promise<typeof import('./inspect/fetch-keys/fetch-keys-door.tsx')> =>
  withWords(import('./inspect/fetch-keys/fetch-keys-door.tsx'));

/** Where the first load ends; the size of all that came before it has a budget. */
const aheadMark = 'signet:fetch-ahead';
/** Everything is here: from now on nothing is requested. */
const fetchedMark = 'signet:fetched';

/**
 * Fetches the rest of the page once the first look is painted, so that nothing is requested after the page
 * has loaded, whatever the reader then does, and makes ready what the first token needs. Returns how to call it off.
 */
export function fetchAhead(): () => void {
  const timer = setTimeout(() => {
    performance.mark(aheadMark);
    void Promise.all([
      fetchCheck().then(({ fetchAlgorithms }) => fetchAlgorithms()),
      fetchDiagnose(),
      fetchAdvice(),
      fetchInside(),
      fetchSample(),
      fetchSign(),
      fetchCompare(),
      fetchProfile(),
      fetchExplain(),
      fetchCode(),
      fetchPalette(),
      fetchFetchKeys(),
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
