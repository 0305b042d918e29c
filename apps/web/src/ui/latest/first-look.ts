import type { Fetch } from './fetch-once.ts';

/** Where the first load ends; the size of all that came before it has a budget. */
const aheadMark = 'signet:fetch-ahead';

let tell: () => void = () => undefined;
const seen = new Promise<void>((resolve) => {
  tell = resolve;
});

/** The page is painted and can be typed into: from now on the rest of it is fetched. */
export function endFirstLook(): void {
  performance.mark(aheadMark);
  tell();
}

/** Fetches a part once the first look is painted, which is not to wait for it. */
export function later<Part>(fetch: Fetch<Part>): Fetch<Part> {
  return async () => {
    await seen;
    return fetch();
  };
}
