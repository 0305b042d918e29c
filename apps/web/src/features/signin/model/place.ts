/** Which screen an address stands for. */
export type ScreenName =
  | { readonly name: 'interaction'; readonly uid: string }
  | { readonly name: 'account' | 'forgotten' | 'reset' | 'confirm' | 'register' }
  | { readonly name: 'signed-out' };

/** @param path of the page's address; `/signin` without more is a sign-in for the person's own page */
export function screenOf(path: string): ScreenName {
  const uid = /^\/signin\/([\w-]{1,128})\/?$/.exec(path)?.[1];
  if (uid !== undefined) return { name: 'interaction', uid };
  const mailed = screensOfMail.get(path.replace(/\/$/, ''));
  if (mailed !== undefined) return { name: mailed };
  return path.startsWith('/signed-out') ? { name: 'signed-out' } : { name: 'account' };
}

/** Those that mails lead to, and those that ask for such a mail. */
const screensOfMail: ReadonlyMap<string, 'forgotten' | 'reset' | 'confirm' | 'register'> = new Map([
  ['/account/forgotten', 'forgotten'],
  ['/account/reset', 'reset'],
  ['/account/email', 'confirm'],
  ['/account/register', 'register'],
]);
