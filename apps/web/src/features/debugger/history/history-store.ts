import { type KeptToken, readKept } from './kept-token.ts';

/** The one place of the history. While it is not there, the history is off and nothing is kept. */
export const historyKey = 'signet-history';
export const mostTokens = 50;

/** What of `Storage` the history needs. */
export type HistoryStorage = Pick<Storage, 'getItem' | 'setItem' | 'removeItem'>;

/** The tokens that are kept, newest first; undefined while the history is off. */
export function readHistory(storage: HistoryStorage): readonly KeptToken[] | undefined {
  const text = storage.getItem(historyKey);
  if (text === null) return undefined;
  return parsed(text)
    .flatMap((value) => readKept(value) ?? [])
    .slice(0, mostTokens);
}

function parsed(text: string): readonly unknown[] {
  try {
    const value: unknown = JSON.parse(text);
    return Array.isArray(value) ? value : [];
  } catch (error) {
    if (error instanceof SyntaxError) return []; // Changed by hand: it is on, and empty.
    throw error;
  }
}

export function turnOn(storage: HistoryStorage): void {
  if (readHistory(storage) === undefined) write(storage, []);
}

/** Deletes every token, and keeps none from now on. */
export function turnOff(storage: HistoryStorage): void {
  storage.removeItem(historyKey);
}

/** Keeps a token in front of all others, once, if the history is on. */
export function keep(storage: HistoryStorage, entry: KeptToken): void {
  const kept = readHistory(storage);
  if (!kept) return;
  write(storage, [entry, ...kept.filter(({ token }) => token !== entry.token)].slice(0, mostTokens));
}

export function forget(storage: HistoryStorage, token: string): void {
  const kept = readHistory(storage);
  if (kept)
    write(
      storage,
      kept.filter((entry) => entry.token !== token),
    );
}

export function forgetAll(storage: HistoryStorage): void {
  if (readHistory(storage)) write(storage, []);
}

function write(storage: HistoryStorage, entries: readonly KeptToken[]): void {
  storage.setItem(historyKey, JSON.stringify(entries));
}
