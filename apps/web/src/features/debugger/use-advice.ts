import { useMemo } from 'react';
import { fetchAdvice } from './fetch-ahead.ts';
import type { KeyDescription } from './model/describe-keys.ts';
import type { Dissection, Finding } from './model/inspection.ts';
import type { SignatureCheck } from './model/signature-check.ts';
import type { Entry } from './use-entry.ts';
import { useSearch } from './use-search.ts';

/** What is worth saying about token and key beyond the verdict. It comes a moment later. */
export interface Advice {
  readonly findings: readonly Finding[];
  readonly description?: KeyDescription;
}

interface Question {
  readonly dissection: Dissection;
  readonly key: string;
  readonly password: string;
  readonly check: SignatureCheck;
}

const none: Advice = { findings: [] };
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

/** Asks for advice once token and key have rested for a moment. */
export function useAdvice(
  dissection: Dissection,
  { key, password }: Pick<Entry, 'key' | 'password'>,
  check: SignatureCheck,
): Advice {
  const question = useMemo(() => ({ dissection, key, password, check }), [dissection, key, password, check]);
  return useSearch(question, advise, pause) ?? none;
}
