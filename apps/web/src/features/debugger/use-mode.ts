import { useEffect, useState } from 'react';

/** What the debugger is used for. Signing has an address of its own: `#sign`. */
export type Mode = 'inspect' | 'sign';

const signFragment = '#sign';

function modeOfAddress(): Mode {
  return location.hash === signFragment ? 'sign' : 'inspect';
}

/** The mode in the address bar, and how to change it there. */
export function useMode(): readonly [Mode, (mode: Mode) => void] {
  const [mode, setMode] = useState(modeOfAddress);
  useEffect(() => {
    const follow = (): void => setMode(modeOfAddress());
    addEventListener('hashchange', follow);
    return () => removeEventListener('hashchange', follow);
  }, []);
  const choose = (chosen: Mode): void => {
    const address = location.pathname + location.search + (chosen === 'sign' ? signFragment : '');
    history.replaceState(history.state, '', address);
    setMode(chosen);
  };
  return [mode, choose];
}
