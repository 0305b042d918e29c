import type { Extension } from '@codemirror/state';
import { useEffect, useLayoutEffect, useRef, useState } from 'react';
import type { Dissection } from '../../../parts/token-view/model/inspection.ts';
import { fetchExplain } from './fetch-parts.ts';

/** The explanations in the token's text, once they have been fetched. The same for every token. */
export function useExplaining(dissection: Dissection, shown: string): Extension | undefined {
  const [extension, setExtension] = useState<Extension>();
  const current = useRef({ dissection, shown });
  useLayoutEffect(() => {
    current.current = { dissection, shown };
  }, [dissection, shown]);
  useEffect(() => {
    let wanted = true;
    const timer = setTimeout(() => {
      void fetchExplain().then(({ explainingToken }) => {
        if (wanted) setExtension(explainingToken(() => current.current));
      });
    }, laterThanTheFirstLook);
    return () => {
      wanted = false;
      clearTimeout(timer);
    };
  }, []);
  return extension;
}

/** In milliseconds: with the other parts that are fetched ahead. */
const laterThanTheFirstLook = 60;
