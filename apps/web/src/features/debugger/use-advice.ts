import { useMemo } from 'react';
import { fetchAdvice } from './fetch-ahead.ts';
import type { KeyDescription } from './model/describe-keys.ts';
import type { Dissection, Finding } from './model/inspection.ts';
import type { SignatureCheck } from './model/signature-check.ts';
import { useSearch } from './use-search.ts';

/** What is worth saying about token and key beyond the verdict. It comes a moment later. */
export interface Advice {
  readonly findings: readonly Finding[];
  readonly description?: KeyDescription;
}

interface Question {
  readonly dissection: Dissection;
  readonly key: string;
  readonly check: SignatureCheck;
}

const none: Advice = { findings: [] };
const pause = 120;

async function advise({ dissection, key, check }: Question): Promise<Advice> {
  const { lint, describeKeys } = await fetchAdvice();
  const { parsed } = dissection;
  const [findings, description] = await Promise.all([
    parsed.kind === 'empty' ? [] : lint(parsed, key, Date.now()),
    describeKeys(key, check.kind === 'matches' ? check.key : undefined, Date.now()),
  ]);
  return { findings: [...findings, ...description.weaknesses], description };
}

/** Asks for advice once token and key have rested for a moment. */
export function useAdvice(dissection: Dissection, key: string, check: SignatureCheck): Advice {
  const question = useMemo(() => ({ dissection, key, check }), [dissection, key, check]);
  return useSearch(question, advise, pause) ?? none;
}
