import { type Fetch, once, withWords } from '../../../ui/latest/fetch-once.ts';
import { later } from '../../../ui/latest/first-look.ts';

/** Parts of the desk that are not needed for the first look. Each is fetched once, whoever asks first. */
export const fetchDiagnose: Fetch<typeof import('./model/diagnose.ts')> = once(
  later(() => import('./model/diagnose.ts')),
);

export const fetchCheck: Fetch<typeof import('./model/check.ts')> = once(
  later(() => import('./model/check.ts')),
);

export const fetchInside: Fetch<typeof import('./inside/read-inside.ts')> = once(
  later(() => import('./inside/read-inside.ts')),
);

export const fetchSamples: Fetch<typeof import('./model/samples.ts')> = later(
  () => import('./model/samples.ts'),
);

export const fetchAdvice: Fetch<typeof import('./model/advice.ts')> = once(
  later(() => import('./model/advice.ts')),
);

export const fetchHold: Fetch<typeof import('./profile/model/hold.ts')> = once(
  later(() => withWords(import('./profile/model/hold.ts'))),
);

export const fetchProfile: Fetch<typeof import('./profile/profile-panel.tsx')> = later(() =>
  withWords(import('./profile/profile-panel.tsx')),
);

export const fetchExplain: Fetch<typeof import('../../../parts/token-view/explain/explaining-token.ts')> =
  later(() => import('../../../parts/token-view/explain/explaining-token.ts'));

export const fetchCode: Fetch<typeof import('./code/code-panel.tsx')> = later(
  () => import('./code/code-panel.tsx'),
);

export const fetchFetchKeys: Fetch<typeof import('./fetch-keys/fetch-keys-door.tsx')> = later(() =>
  withWords(import('./fetch-keys/fetch-keys-door.tsx')),
);

export const fetchLink: Fetch<typeof import('./model/link.ts')> = once(
  later(() => import('./model/link.ts')),
);

export const fetchShare: Fetch<typeof import('./parts/share-warning.tsx')> = later(
  () => import('./parts/share-warning.tsx'),
);

export const fetchKeyFiles: Fetch<typeof import('../keys/read-dropped.ts')> = once(
  later(() => import('../keys/read-dropped.ts')),
);

export const fetchNested: Fetch<typeof import('./model/nested-entry.ts')> = once(
  later(() => import('./model/nested-entry.ts')),
);

/** Everything that the desk may need later, fetched now. */
export async function fetchInspectParts(): Promise<void> {
  await Promise.all([
    fetchCheck().then(({ fetchAlgorithms }) => fetchAlgorithms()),
    fetchDiagnose(),
    fetchAdvice(),
    fetchInside(),
    fetchSamples(),
    fetchHold(),
    fetchProfile(),
    fetchExplain(),
    fetchCode(),
    fetchFetchKeys(),
    fetchLink(),
    fetchShare(),
    fetchKeyFiles(),
    fetchNested(),
  ]);
}
