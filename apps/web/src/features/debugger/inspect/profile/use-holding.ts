import type { ParsedToken } from '@signet/token/parse';
import { useEffect, useMemo, useState } from 'react';
import type { Finding } from '../../../../parts/token-view/model/inspection.ts';
import { fetchHold } from '../fetch-parts.ts';
import type { Evaluation } from '../model/evaluation.ts';
import type { Known } from './model/fields.ts';
import type { Held, Holding, ProfileQuestion } from './model/hold.ts';
import type { ProfileChoice } from './use-profile-choice.ts';

/** Holds the inspected token against the profile it names or the reader chooses. */
export function useHolding(
  parsed: ParsedToken,
  { profile, recognised }: ProfileChoice,
  known: Known,
  { now, skew }: Evaluation,
): Held {
  const seconds = Math.floor(now / 1000);
  const question = useMemo(
    () =>
      profile === undefined
        ? undefined
        : { parsed, profile, isRecognised: profile === recognised, known, now: seconds, skew },
    [parsed, profile, recognised, known, seconds, skew],
  );
  return useAnswer(question);
}

interface Answer {
  readonly question: ProfileQuestion;
  readonly holding: Holding;
  readonly broken: Finding | undefined;
}

/** While time goes by or the reader types, the answer of a moment ago stands until the new one is there. */
function useAnswer(question: ProfileQuestion | undefined): Held {
  const [last, setLast] = useState<Answer>();
  useEffect(() => {
    if (!question) return undefined;
    let wanted = true;
    void holdAgainst(question).then((answer) => {
      if (wanted) setLast(answer);
    });
    return () => {
      wanted = false;
    };
  }, [question]);
  const isOfThis = last?.question.parsed === question?.parsed && last?.question.profile === question?.profile;
  if (!last || !isOfThis) return { isStale: question !== undefined };
  const { holding, broken } = last;
  return { holding, broken, isStale: last.question.known !== question?.known };
}

async function holdAgainst(question: ProfileQuestion): Promise<Answer> {
  const { hold, brokenRule } = await fetchHold();
  const holding = await hold(question);
  return { question, holding, broken: brokenRule(holding, question) };
}
