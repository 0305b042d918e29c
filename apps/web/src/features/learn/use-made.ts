import { useCallback, useEffect, useState } from 'react';

export type Made<Value> =
  | { readonly kind: 'making' }
  | { readonly kind: 'made'; readonly value: Value }
  | { readonly kind: 'failed' };

/** Makes a value when the maker changes, and again on demand. The old value stays until the new one is there. */
export function useMade<Value>(make: () => Promise<Value>): readonly [Made<Value>, () => void] {
  const [made, setMade] = useState<Made<Value>>({ kind: 'making' });
  const [round, setRound] = useState(0);
  // The round is what asks for another value.
  useEffect(() => {
    let wanted = round >= 0;
    make().then(
      (value) => wanted && setMade({ kind: 'made', value }),
      () => wanted && setMade({ kind: 'failed' }), // Shown in words by whoever uses it.
    );
    return () => {
      wanted = false;
    };
  }, [make, round]);
  return [made, useCallback(() => setRound((count) => count + 1), [])];
}
