import { useEffect, useEffectEvent } from 'react';
import { type Linked, readLink } from './model/link.ts';

/** What the address carried when the page was opened. */
export function linkAtStart(): Linked | undefined {
  return readLink(location.hash);
}

/**
 * Takes a token out of the address bar as soon as it has been read, so that it stays neither there nor in the
 * history, and opens a link that is put into the address bar later.
 */
export function useLink(open: (linked: Linked) => void): void {
  const openNow = useEffectEvent(open);
  useEffect(() => {
    const take = (): Linked | undefined => {
      const linked = linkAtStart();
      if (linked) history.replaceState(history.state, '', location.pathname + location.search);
      return linked;
    };
    const follow = (): void => {
      const linked = take();
      if (linked) openNow(linked);
    };
    take();
    addEventListener('hashchange', follow);
    return () => removeEventListener('hashchange', follow);
  }, []);
}
