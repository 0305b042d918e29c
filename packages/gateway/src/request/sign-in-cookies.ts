import { isSignInCookieName } from '@signet/contracts';

/*
 * Cookies ignore ports (RFC 6265 §8.5): a browser that signed in at the identity provider sends its refresh token,
 * the proof that its device is known, and the name by which it signs on once, to the gateway on the same host as well. No upstream may see it, and none may put another in its place.
 */

/** Spares the values that hold none of them a closer look. */
const partOfEachName = 'signet_';

/**
 * A `Cookie` value without those of sign-in, under whichever form of their names and however often they stand there; the
 * other cookies keep their bytes. Undefined where it held nothing else.
 */
export function otherCookies(value: string): string | undefined {
  if (!value.includes(partOfEachName)) return value;
  const pairs = value.split(';');
  const others = pairs.filter((pair) => !isSignInPair(pair));
  if (others.length === pairs.length) return value;
  // Where it stood in front, the space behind its semicolon goes with it.
  const left = isSignInPair(pairs[0] ?? '') ? others.join(';').trimStart() : others.join(';');
  return left.trim() === '' ? undefined : left;
}

/** True for a `Set-Cookie` value that writes, or clears, one of them. */
export function setsSignInCookie(value: string): boolean {
  return value.includes(partOfEachName) && isSignInPair(value.split(';', 1)[0] ?? '');
}

/**
 * Servers and browsers overlook spaces around a name, and a browser sends a cookie without a name back as its value alone,
 * which may look like a name and a value (RFC 6265bis §5.6, §5.8.3).
 */
const beforeName = /^[\s=]+/;

function isSignInPair(pair: string): boolean {
  const cookie = pair.replace(beforeName, '');
  const equals = cookie.indexOf('=');
  return equals !== -1 && isSignInCookieName(cookie.slice(0, equals).trimEnd());
}
