import { useCallback, useLayoutEffect, useRef } from 'react';

/** Always the same function, which does what was given last: who holds it need not be drawn anew. */
export function useLatest<Args extends readonly unknown[]>(
  act: (...args: Args) => void,
): (...args: Args) => void {
  const latest = useRef(act);
  useLayoutEffect(() => {
    latest.current = act;
  }, [act]);
  return useCallback((...args: Args) => latest.current(...args), []);
}
