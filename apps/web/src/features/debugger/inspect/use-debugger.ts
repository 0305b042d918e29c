import { useMemo, useState } from 'react';
import { dissect, reveal } from '../../../parts/token-view/model/dissect.ts';
import type { Dissection } from '../../../parts/token-view/model/inspection.ts';
import { useWords } from '../../../ui/language/use-language.ts';
import type { GivenKey } from '../keys/key-reading.ts';
import type { DebuggerState } from './debugger-state.ts';
import { compactText } from './model/compact-text.ts';
import type { Entry } from './model/entry.ts';
import type { Question } from './model/mend.ts';
import type { Sample } from './model/sample.ts';
import { needsDiagnosis, type SignatureCheck } from './model/signature-check.ts';
import { summarise } from './model/summarise.ts';
import { useHolding } from './profile/use-holding.ts';
import { useProfileChoice } from './profile/use-profile-choice.ts';
import { useAdvice } from './use-advice.ts';
import { useDiagnosis } from './use-diagnosis.ts';
import { useEntry } from './use-entry.ts';
import { useEvaluation } from './use-evaluation.ts';
import { useInside } from './use-inside.ts';
import { linkAtStart, useLink } from './use-link.ts';
import { useVerification } from './use-verification.ts';

/**
 * The state of the workbench. It lives in memory only: nothing is stored, nothing is sent.
 * @param sample what lies on the desk where the address brings nothing
 */
export function useDebugger(sample: Sample | undefined): DebuggerState {
  const [start] = useState(linkAtStart);
  const [entry, actions] = useEntry(start, sample);
  const evaluation = useEvaluation(start?.at);
  useLink((linked) => {
    actions.openLink(linked);
    evaluation.choose(linked.at);
  }, actions.giveLinkedKey);
  const { now, skew } = evaluation;
  const { token, shown, known, isLinked = false, keyFrom } = entry;
  const spoken = useWords();
  // Everything below is computed from the dissection, and speaks as it does.
  // biome-ignore lint/correctness/useExhaustiveDependencies: its sentences change with the words.
  const pasted = useMemo(() => dissect(token, shown), [token, shown, spoken]);
  const { given, check } = useVerification({ ...entry, dissection: pasted });
  const dissection = useRevealed(pasted, entry, check);
  const sdJwt = useInside(pasted);
  const profileChoice = useProfileChoice(dissection);
  const { profile } = profileChoice;
  const held = useHolding(dissection.parsed, profileChoice, known, evaluation);
  const { broken, isStale } = held;
  const { findings: advice, past, description } = useAdvice(dissection, entry, check);
  const { verdict, findings } = useMemo(
    () =>
      summarise(dissection, given, check, {
        now,
        skew,
        expected: { profile, known },
        broken,
        isHeld: !isStale,
        advice,
        isLinked,
        sdJwt,
        ...(keyFrom !== undefined && { keyFrom }),
      }),
    [dissection, given, check, now, skew, profile, known, broken, isStale, advice, isLinked, keyFrom, sdJwt],
  );
  const diagnosis = useDiagnosis(useQuestion(pasted, entry, given, check));
  return {
    ...entry,
    ...actions,
    removed: entry.removed.length > 0 ? entry.removed : pasted.parsed.removed,
    empty: pasted.parsed.kind === 'empty',
    evaluation,
    now,
    dissection,
    keyReading: given.reading,
    check,
    verdict,
    profileChoice,
    held,
    findings,
    ...(past && { pastAdvice: past }),
    diagnosis,
    ...(description && { keyDescription: description }),
    ...(sdJwt && { sdJwt }),
  };
}

/** The token with the payload that stands beside it, or that was decrypted. */
function useRevealed(pasted: Dissection, { payload }: Entry, check: SignatureCheck): Dissection {
  const { isDetached = false } = pasted.parsed;
  const found = foundPayload(check);
  return useMemo(() => {
    if (found) return reveal(pasted, found);
    return isDetached && payload !== '' ? reveal(pasted, new TextEncoder().encode(payload)) : pasted;
  }, [pasted, found, isDetached, payload]);
}

function foundPayload(check: SignatureCheck): Uint8Array<ArrayBuffer> | undefined {
  if (check.kind === 'decrypted') return check.plaintext;
  return check.kind === 'matches' ? check.detached : undefined;
}

/** The same object as long as token, key and encoding are the same. */
function useQuestion(
  dissection: Dissection,
  { key, encoding, payload }: Entry,
  given: GivenKey,
  check: SignatureCheck,
): Question | undefined {
  const needed = needsDiagnosis(dissection, given, check);
  return useMemo(() => {
    const token = needed ? compactText(dissection, payload) : undefined;
    return token === undefined ? undefined : { token, key, encoding };
  }, [needed, dissection, payload, key, encoding]);
}
