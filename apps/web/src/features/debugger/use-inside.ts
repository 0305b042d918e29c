import { useMemo } from 'react';
import { fetchInside } from './fetch-ahead.ts';
import type { SdJwtView } from './inside/read-inside.ts';
import type { Dissection } from './model/inspection.ts';
import { useSearch } from './use-search.ts';

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
