import { useCallback, useEffect, useState } from 'react';
import { readArrival } from './reference/arrival.ts';

/** What the debugger is used for. All but inspecting have an address of their own, such as `#sign`. */
export type Mode = 'inspect' | 'sign' | 'compare' | 'refusal';

export const modes: readonly Mode[] = ['inspect', 'sign', 'compare', 'refusal'];

function fragmentOf(mode: Mode): string {
  return mode === 'inspect' ? '' : `#${mode}`;
}

function modeOfAddress(): Mode {
  if (readArrival(location.hash)) return 'refusal';
  return modes.find((mode) => fragmentOf(mode) === location.hash) ?? 'inspect';
}

/** The mode in the address bar, and how to change it there. */
export function useMode(): readonly [Mode, (mode: Mode) => void] {
  const [mode, setMode] = useState(modeOfAddress);
  useEffect(() => {
    const follow = (): void => setMode(modeOfAddress());
    addEventListener('hashchange', follow);
    return () => removeEventListener('hashchange', follow);
  }, []);
  const choose = useCallback((chosen: Mode): void => {
    const address = location.pathname + location.search + fragmentOf(chosen);
    history.replaceState(history.state, '', address);
    setMode(chosen);
  }, []);
  return [mode, choose];
}
