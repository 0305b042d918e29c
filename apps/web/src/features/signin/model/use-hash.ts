import { useEffect, useState } from 'react';

/** What stands after `#` in the address: that of a mailed link, which may be pasted where a screen is open already. */
export function useHash(): string {
  const [hash, setHash] = useState(() => location.hash);
  useEffect(() => {
    const follow = (): void => setHash(location.hash);
    window.addEventListener('hashchange', follow);
    return () => window.removeEventListener('hashchange', follow);
  }, []);
  return hash;
}
