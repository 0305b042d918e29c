import { useEffect, useSyncExternalStore } from 'react';

/** What is shown now that sends something when the reader says so. */
let asking = 0;
const followers = new Set<() => void>();

function count(by: 1 | -1): void {
  asking += by;
  for (const follow of followers) follow();
}

function follow(changed: () => void): () => void {
  followers.add(changed);
  return () => followers.delete(changed);
}

/** To be called by what may send something, for as long as it is shown: the page then promises no more than it keeps. */
export function useAsks(isShown: boolean): void {
  useEffect(() => {
    if (!isShown) return undefined;
    count(1);
    return () => count(-1);
  }, [isShown]);
}

/** Whether something is shown that may send something. */
export function useIsAsking(): boolean {
  return useSyncExternalStore(follow, () => asking > 0);
}
