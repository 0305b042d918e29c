import { useMemo } from 'react';
import type { Dissection, Finding } from '../../../parts/token-view/model/inspection.ts';
import { type Answered, useLastAnswer } from '../../../ui/latest/use-search.ts';
import { fetchAdvice } from './fetch-parts.ts';
import type { KeyDescription } from './model/describe-keys.ts';
import type { Entry } from './model/entry.ts';
import type { SignatureCheck } from './model/signature-check.ts';

/** What is worth saying about token and key beyond the verdict. It comes a moment later. */
export interface Advice {
  readonly findings: readonly Finding[];
  /** What was said of the token before, as long as nothing is said of this one. Not to be seen, but to be replaced. */
  readonly past?: readonly Finding[];
  readonly description?: KeyDescription;
}

interface Question {
  readonly dissection: Dissection;
  readonly key: string;
  readonly password: string;
  readonly check: SignatureCheck;
}

const none: readonly Finding[] = [];
const pause = 120;

async function advise({ dissection, key, password, check }: Question): Promise<Advice> {
  const { lint, describeKeys } = await fetchAdvice();
  const { parsed } = dissection;
  const [findings, description] = await Promise.all([
    parsed.kind === 'empty' ? [] : lint(parsed, key, Date.now()),
    describeKeys(key, {
      password,
      now: Date.now(),
      ...(check.kind === 'matches' && { matched: check.keyIndex }),
    }),
  ]);
  return { findings: [...findings, ...description.weaknesses], description };
}

/** Until there is an answer, what was said of the same key still holds, but for whether it matched. */
function meanwhile(last: Answered<Question, Advice> | undefined, { key, password }: Question): Advice {
  const { findings: past = none, description } = last?.answer ?? {};
  const isSameKey = last?.question.key === key && last.question.password === password;
  if (!isSameKey || !description) return { findings: none, past };
  const keys = description.keys.map((each) => ({ ...each, matched: false }));
  return { findings: none, past, description: { ...description, keys } };
}

/** Asks for advice once token and key have rested for a moment. */
export function useAdvice(
  dissection: Dissection,
  { key, password }: Pick<Entry, 'key' | 'password'>,
  check: SignatureCheck,
): Advice {
  const question = useMemo(() => ({ dissection, key, password, check }), [dissection, key, password, check]);
  const last = useLastAnswer(question, advise, pause);
  return last?.question === question ? last.answer : meanwhile(last, question);
}
