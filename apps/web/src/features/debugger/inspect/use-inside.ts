import { useMemo } from 'react';
import type { Dissection } from '../../../parts/token-view/model/inspection.ts';
import { useSearch } from '../../../ui/latest/use-search.ts';
import { fetchInside } from './fetch-parts.ts';
import type { SdJwtView } from './inside/read-inside.ts';

const pause = 60;

async function ask({ text }: { readonly text: string }): Promise<SdJwtView | undefined> {
  const { readInside } = await fetchInside();
  return readInside(text);
}

/** The disclosures that follow the token, once they have been read. */
export function useInside({ parsed: { token, tail } }: Dissection): SdJwtView | undefined {
  const question = useMemo(() => (tail === undefined ? undefined : { text: token + tail }), [token, tail]);
  return useSearch(question, ask, pause);
}
