import type { ParsedToken } from '@signet/token/parse';
import type { ProfileName } from '@signet/token/profiles';
import { useEffect, useMemo, useState } from 'react';
import type { DebuggerState } from '../debugger-state.ts';
import type { FieldName, Known } from './model/fields.ts';
import { type Holding, hold, type ProfileQuestion } from './model/hold.ts';
import type { ProfileChoice } from './use-profile-choice.ts';

export interface ProfileState extends ProfileChoice {
  readonly known: Known;
  readonly tell: (name: FieldName, text: string) => void;
  /** Undefined until there is an answer about this token and this profile. */
  readonly holding: Holding | undefined;
  /** What is shown was found before the reader's last change. */
  readonly isStale: boolean;
}

/** Holds the inspected token against the profile it names or the reader chooses. */
export function useProfile(state: DebuggerState): ProfileState {
  const { dissection, now, evaluation, profileChoice, known, tell } = state;
  const { profile, recognised } = profileChoice;
  const seconds = Math.floor(now / 1000);
  const { skew } = evaluation;
  const question = useQuestion(
    dissection.parsed,
    { profile, isRecognised: profile === recognised },
    known,
    seconds,
    skew,
  );
  return { ...profileChoice, known, tell, ...useHolding(question) };
}

/** The same object as long as nothing in it changes. */
function useQuestion(
  parsed: ParsedToken,
  { profile, isRecognised }: { readonly profile: ProfileName | undefined; readonly isRecognised: boolean },
  known: Known,
  now: number,
  skew: number,
): ProfileQuestion | undefined {
  return useMemo(
    () => (profile === undefined ? undefined : { parsed, profile, isRecognised, known, now, skew }),
    [parsed, profile, isRecognised, known, now, skew],
  );
}

/** While time goes by or the reader types, the answer of a moment ago stands until the new one is there. */
function useHolding(question: ProfileQuestion | undefined): Pick<ProfileState, 'holding' | 'isStale'> {
  const [last, setLast] = useState<{ readonly question: ProfileQuestion; readonly holding: Holding }>();
  useEffect(() => {
    if (!question) return undefined;
    let wanted = true;
    void hold(question).then((holding) => {
      if (wanted) setLast({ question, holding });
    });
    return () => {
      wanted = false;
    };
  }, [question]);
  const isOfThis = last?.question.parsed === question?.parsed && last?.question.profile === question?.profile;
  const holding = isOfThis ? last?.holding : undefined;
  return { holding, isStale: holding !== undefined && last?.question.known !== question?.known };
}
