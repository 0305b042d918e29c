import { useMemo, useState } from 'react';
import { useWords } from '../../ui/language/use-language.ts';
import type { KeyDescription } from './model/describe-keys.ts';
import { dissect, headerMember } from './model/dissect.ts';
import type { GivenKey } from './model/give-key.ts';
import type { Dissection, Finding, VerdictSummary } from './model/inspection.ts';
import type { KeyReading } from './model/key-reading.ts';
import type { Question } from './model/mend.ts';
import { needsDiagnosis, type SignatureCheck } from './model/signature-check.ts';
import { summarise } from './model/summarise.ts';
import { useAdvice } from './use-advice.ts';
import { type DiagnosisState, useDiagnosis } from './use-diagnosis.ts';
import { type Entry, type EntryActions, useEntry } from './use-entry.ts';
import { type Evaluation, useEvaluation } from './use-evaluation.ts';
import { linkAtStart, useLink } from './use-link.ts';
import { useVerification } from './use-verification.ts';

/** What the debugger shows, and what can be done in it. */
export interface DebuggerState extends Entry, EntryActions {
  readonly empty: boolean;
  readonly evaluation: Evaluation;
  /** The time at which the token is judged, in milliseconds since 1970. */
  readonly now: number;
  readonly dissection: Dissection;
  readonly keyReading: KeyReading;
  readonly verdict: VerdictSummary;
  readonly findings: readonly Finding[];
  readonly diagnosis: DiagnosisState;
  /** What the key is, once it has been looked at. */
  readonly keyDescription?: KeyDescription;
}

/** The state of the workbench. It lives in memory only: nothing is stored, nothing is sent. */
export function useDebugger(): DebuggerState {
  const [start] = useState(linkAtStart);
  const [entry, actions] = useEntry(start);
  const evaluation = useEvaluation(start?.at);
  useLink((linked) => {
    actions.openLink(linked);
    evaluation.choose(linked.at);
  });
  const { now, skew } = evaluation;
  const { token, key, encoding, isLinked = false } = entry;
  const spoken = useWords();
  // Everything below is computed from the dissection, and speaks as it does.
  // biome-ignore lint/correctness/useExhaustiveDependencies: its sentences change with the words.
  const dissection = useMemo(() => dissect(token), [token, spoken]);
  const { given, check } = useVerification(dissection, key, encoding);
  const { findings: advice, description } = useAdvice(dissection, key, check);
  const { verdict, findings } = useMemo(
    () => summarise(dissection, given, check, { now, skew, advice, isLinked }),
    [dissection, given, check, now, skew, advice, isLinked],
  );
  const diagnosis = useDiagnosis(useQuestion(dissection, entry, given, check));
  return {
    ...entry,
    ...actions,
    removed: entry.removed.length > 0 ? entry.removed : dissection.parsed.removed,
    empty: dissection.parsed.kind === 'empty',
    evaluation,
    now,
    dissection,
    keyReading: given.reading,
    verdict,
    findings,
    diagnosis,
    ...(description && { keyDescription: description }),
  };
}

/** The same object as long as token, key and encoding are the same. */
function useQuestion(
  dissection: Dissection,
  { key, encoding }: Entry,
  given: GivenKey,
  check: SignatureCheck,
): Question | undefined {
  const needed = needsDiagnosis(dissection, given, check);
  return useMemo(() => {
    if (!needed) return undefined;
    const hint = { alg: headerMember(dissection, 'alg'), kid: headerMember(dissection, 'kid') };
    return { token: dissection.parsed.token, key, encoding, hint };
  }, [needed, dissection, key, encoding]);
}
