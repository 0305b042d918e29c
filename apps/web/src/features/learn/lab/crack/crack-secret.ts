import { hmacMatches, type LooseToken, splitToken } from '../careless-answer.ts';

/** How far the search is. */
export interface CrackProgress {
  readonly tried: number;
  readonly total: number;
}

export type CrackResult = CrackProgress &
  ({ readonly kind: 'found'; readonly secret: string } | { readonly kind: 'not-found' | 'cancelled' });

export interface CrackWatch {
  readonly onProgress: (progress: CrackProgress) => void;
  /** Awaited before each batch, so that other work, such as a word to stop, gets its turn. */
  readonly breathe: () => Promise<void>;
  /** Asked before each batch. */
  readonly isCancelled: () => boolean;
}

const batchSize = 100;

/**
 * Looks for the secret of an HS256 token by trying a list. It needs the token alone: no server is asked,
 * so none can slow it down or lock it out.
 */
export async function crackSecret(
  text: string,
  words: readonly string[],
  { onProgress, breathe, isCancelled }: CrackWatch,
): Promise<CrackResult> {
  const token = splitToken(text);
  const total = words.length;
  for (let tried = 0; tried < total; tried += batchSize) {
    await breathe();
    if (isCancelled()) return { kind: 'cancelled', tried, total };
    const batch = words.slice(tried, tried + batchSize);
    const found = await tryBatch(token, batch);
    if (found !== -1) return { kind: 'found', secret: batch[found] ?? '', tried: tried + found + 1, total };
    onProgress({ tried: tried + batch.length, total });
  }
  return { kind: 'not-found', tried: total, total };
}

async function tryBatch(token: LooseToken, batch: readonly string[]): Promise<number> {
  const matches = await Promise.all(batch.map((word) => hmacMatches(token, new TextEncoder().encode(word))));
  return matches.indexOf(true);
}
