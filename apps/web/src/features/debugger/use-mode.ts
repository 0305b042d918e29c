import { useCallback, useEffect, useState } from 'react';
import { readArrival } from './reference/arrival.ts';

/** What the debugger is used for. All but inspecting have an address of their own, such as `#sign`. */
export type Mode = 'inspect' | 'sign' | 'compare' | 'refusal';

export const modes: readonly Mode[] = ['inspect', 'sign', 'compare', 'refusal'];

/** Goes to a mode. `replaced` where the address brought something that is to stay neither there nor in the history. */
export type GoTo = (mode: Mode, address?: 'replaced') => void;

function fragmentOf(mode: Mode): string {
  return mode === 'inspect' ? '' : `#${mode}`;
}

function modeOfAddress(): Mode {
  if (readArrival(location.hash)) return 'refusal';
  return modes.find((mode) => fragmentOf(mode) === location.hash) ?? 'inspect';
}

/** Each mode is a step of the browser's history: back and forward go through them. */
function writeAddress(mode: Mode, isReplaced: boolean): void {
  if (!isReplaced && modeOfAddress() === mode) return;
  const address = location.pathname + location.search + fragmentOf(mode);
  if (isReplaced) history.replaceState(history.state, '', address);
  else history.pushState(null, '', address);
}

/** The mode in the address bar, and how to change it there. */
export function useMode(): readonly [Mode, GoTo] {
  const [mode, setMode] = useState(modeOfAddress);
  useEffect(() => {
    const follow = (): void => setMode(modeOfAddress());
    addEventListener('hashchange', follow);
    return () => removeEventListener('hashchange', follow);
  }, []);
  const goTo = useCallback<GoTo>((chosen, address) => {
    writeAddress(chosen, address === 'replaced');
    setMode(chosen);
  }, []);
  return [mode, goTo];
}
