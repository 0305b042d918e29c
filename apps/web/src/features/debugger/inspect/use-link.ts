import { useEffect, useEffectEvent } from 'react';
import { fetchLink } from './fetch-parts.ts';
import { carriedBy, type Linked } from './model/linked.ts';

/** The token that the address carried when the page was opened. Its key comes once it is known to be public. */
export function linkAtStart(): Linked | undefined {
  const { key: _key, ...linked } = carriedBy(location.hash) ?? { token: '' };
  return linked.token === '' ? undefined : linked;
}

/**
 * Takes a token out of the address bar as soon as it has been read, so that it stays neither there nor in the
 * history, and opens a link that is put into the address bar later.
 * @param giveKey gives the public key of the link that the page was opened with
 */
export function useLink(open: (linked: Linked) => void, giveKey: (linked: Linked) => void): void {
  const openNow = useEffectEvent(open);
  const giveKeyNow = useEffectEvent(giveKey);
  useEffect(() => {
    const take = (use: (linked: Linked) => void): void => {
      const { hash } = location;
      if (!carriedBy(hash)) return;
      history.replaceState(history.state, '', location.pathname + location.search);
      void fetchLink().then(({ readLink }) => {
        const linked = readLink(hash);
        if (linked) use(linked);
      });
    };
    const follow = (): void => take((linked) => openNow(linked));
    take((linked) => giveKeyNow(linked));
    addEventListener('hashchange', follow);
    return () => removeEventListener('hashchange', follow);
  }, []);
}
