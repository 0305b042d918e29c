import { useCallback, useEffect, useState } from 'react';

/** Parameters of an address by name; what is empty does not stand there. */
export type Parameters = Readonly<Record<string, string>>;

function read(): Parameters {
  return Object.fromEntries(new URLSearchParams(location.search));
}

function write(parameters: Parameters): void {
  const given = Object.entries(parameters).filter(([, value]) => value !== '');
  const query = new URLSearchParams(given).toString();
  const { pathname, hash } = location;
  history.replaceState(history.state, '', `${pathname}${query === '' ? '' : `?${query}`}${hash}`);
}

/**
 * What the query of the address says, and how to change it in place: a list keeps its filter there, so that a link
 * shows the same list. A change makes no entry in the history, as there would be one a keystroke.
 */
export function useParameters(): readonly [Parameters, (changes: Parameters) => void] {
  const [parameters, setParameters] = useState(read);
  useEffect(() => {
    const follow = (): void => setParameters(read());
    addEventListener('popstate', follow);
    return () => removeEventListener('popstate', follow);
  }, []);
  const change = useCallback((changes: Parameters) => {
    const next = { ...read(), ...changes };
    write(next);
    setParameters(next);
  }, []);
  return [parameters, change];
}
