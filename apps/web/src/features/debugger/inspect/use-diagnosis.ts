import { useSearch } from '../../../ui/latest/use-search.ts';
import { fetchDiagnose } from './fetch-parts.ts';
import type { DiagnosisState } from './model/diagnose.ts';
import type { Question } from './model/mend.ts';

/** Long enough for a word to be typed, in milliseconds. */
const pause = 250;

async function search(question: Question, signal: AbortSignal): Promise<DiagnosisState> {
  const { diagnose } = await fetchDiagnose();
  const found = await diagnose(question, signal);
  return found ? { kind: 'done', ...found } : { kind: 'too-long' };
}

/** Searches for the cause while there is something to explain, off the typing path. */
export function useDiagnosis(question: Question | undefined): DiagnosisState {
  const found = useSearch(question, search, pause);
  return question ? (found ?? { kind: 'searching' }) : { kind: 'not-needed' };
}
