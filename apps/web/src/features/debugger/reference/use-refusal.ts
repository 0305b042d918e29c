import { useEffect, useEffectEvent, useState } from 'react';
import { type Arrival, isRefusal, readArrival } from './arrival.ts';

/** The refused request that is looked at. */
export interface RefusalDesk {
  readonly arrival: Arrival;
  readonly setText: (text: string) => void;
}

const nothing: Arrival = { kind: 'text', text: '' };

interface TokenField {
  readonly token: string;
  readonly setToken: (text: string, pasted: boolean) => void;
}

/**
 * Takes a refusal that stands in the token field, or in the address, to a desk of its own, and calls `open`. What
 * an address brought is taken out of it, so that it stays neither there nor in the history.
 */
export function useRefusal(field: TokenField, open: (address?: 'replaced') => void): RefusalDesk {
  const [arrival, setArrival] = useState(() => readArrival(location.hash) ?? nothing);
  const follow = useEffectEvent(() => {
    const arrived = readArrival(location.hash);
    if (!arrived) return;
    setArrival(arrived);
    open('replaced');
  });
  useEffect(() => {
    follow();
    addEventListener('hashchange', follow);
    return () => removeEventListener('hashchange', follow);
  }, []);
  const take = useEffectEvent((text: string) => {
    if (!isRefusal(text)) return;
    setArrival({ kind: 'text', text });
    field.setToken('', false);
    open();
  });
  useEffect(() => take(field.token), [field.token]);
  return { arrival, setText: (text) => setArrival({ kind: 'text', text }) };
}
