import { useEffect, useEffectEvent, useState } from 'react';
import type { Dissection } from '../../../parts/token-view/model/inspection.ts';
import {
  forget,
  forgetAll,
  type HistoryStorage,
  keep,
  readHistory,
  turnOff,
  turnOn,
} from './history-store.ts';
import { type KeptToken, keepableToken } from './kept-token.ts';

export interface HistoryState {
  /** Newest first; undefined while the history is off. */
  readonly tokens: readonly KeptToken[] | undefined;
  readonly setOn: (isOn: boolean) => void;
  readonly remove: (token: string) => void;
  readonly clear: () => void;
}

/** A token is kept once it has rested for this long, in milliseconds: not each letter that is typed. */
const rest = 800;

/** Undefined where the browser keeps nothing for this page, or has no room left. */
function attempt<Answer>(use: (storage: HistoryStorage) => Answer): Answer | undefined {
  try {
    return use(localStorage);
  } catch (error) {
    if (error instanceof DOMException) return undefined;
    throw error;
  }
}

/** The tokens that were looked at, samples apart, where the reader wants them kept. Other tabs of the page have the same. */
export function useHistory(dissection: Dissection | undefined): HistoryState {
  const [tokens, setTokens] = useState(() => attempt(readHistory));
  const change = (act: (storage: HistoryStorage) => void): void => {
    attempt(act);
    setTokens(attempt(readHistory));
  };
  const keepNow = useEffectEvent((entry: KeptToken) => change((storage) => keep(storage, entry)));
  useEffect(() => {
    if (!dissection) return undefined;
    const timer = setTimeout(() => {
      const entry = keepableToken(dissection, Date.now());
      if (entry && attempt(readHistory)) keepNow(entry);
    }, rest);
    return () => clearTimeout(timer);
  }, [dissection]);
  useEffect(() => {
    const follow = (): void => setTokens(attempt(readHistory));
    addEventListener('storage', follow);
    return () => removeEventListener('storage', follow);
  }, []);
  return {
    tokens,
    setOn: (isOn) => change(isOn ? turnOn : turnOff),
    remove: (token) => change((storage) => forget(storage, token)),
    clear: () => change(forgetAll),
  };
}
