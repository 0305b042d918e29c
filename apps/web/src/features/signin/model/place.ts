import { type HostedScreen, hostedScreenAt } from '@signet/contracts';

/** Which screen an address stands for. */
export type ScreenName =
  | { readonly name: 'interaction'; readonly uid: string }
  | { readonly name: HostedScreen };

/** @param path of the page's address; `/signin` without more is a sign-in for the person's own page */
export function screenOf(path: string): ScreenName {
  const uid = /^\/signin\/([\w-]{1,128})\/?$/.exec(path)?.[1];
  return uid === undefined ? { name: hostedScreenAt(path) ?? 'account' } : { name: 'interaction', uid };
}
