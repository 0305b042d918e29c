import type { Extension } from '@codemirror/state';
import { useEffect, useMemo, useState } from 'react';
import { fetchExplain } from './fetch-ahead.ts';
import type { Dissection } from './model/inspection.ts';

type Explain = Awaited<ReturnType<typeof fetchExplain>>['explainingToken'];

/** The explanations in the token's text, once they have been fetched. */
export function useExplaining(dissection: Dissection, shown: string): Extension | undefined {
  const [explain, setExplain] = useState<Explain>();
  useEffect(() => {
    let wanted = true;
    const timer = setTimeout(() => {
      void fetchExplain().then(({ explainingToken }) => {
        if (wanted) setExplain(() => explainingToken);
      });
    }, laterThanTheFirstLook);
    return () => {
      wanted = false;
      clearTimeout(timer);
    };
  }, []);
  return useMemo(() => explain?.(dissection, shown), [explain, dissection, shown]);
}

/** In milliseconds: with the other parts that are fetched ahead. */
const laterThanTheFirstLook = 60;
