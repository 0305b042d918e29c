import { useEffect, useState } from 'react';
import { fetchDiagnose } from './fetch-ahead.ts';
import type { Diagnosis } from './model/diagnose.ts';
import type { Question } from './model/mend.ts';

/** How far the search for a cause has come. */
export type DiagnosisState =
  | { readonly kind: 'not-needed' }
  | { readonly kind: 'searching' }
  | { readonly kind: 'too-long' }
  | ({ readonly kind: 'done' } & Diagnosis);

/** Long enough for a word to be typed, in milliseconds. */
const pause = 250;

/**
 * Searches for the cause once the question has rested for a moment; a new question ends the search.
 * Give the same object for the same question, and undefined while there is nothing to explain.
 */
export function useDiagnosis(question: Question | undefined): DiagnosisState {
  const [last, setLast] = useState<{ readonly question: Question; readonly state: DiagnosisState }>();
  useEffect(() => {
    if (!question) return undefined;
    const search = new AbortController();
    const timer = setTimeout(() => {
      void fetchDiagnose()
        .then(({ diagnose }) => diagnose(question, search.signal))
        .then((found) => {
          if (search.signal.aborted) return;
          setLast({ question, state: found ? { kind: 'done', ...found } : { kind: 'too-long' } });
        });
    }, pause);
    return () => {
      clearTimeout(timer);
      search.abort();
    };
  }, [question]);
  if (!question) return { kind: 'not-needed' };
  return last?.question === question ? last.state : { kind: 'searching' };
}
