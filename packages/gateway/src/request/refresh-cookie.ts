import { isRefreshCookieName, refreshCookieName } from '@signet/contracts';

/*
 * Cookies ignore ports (RFC 6265 §8.5): a browser that signed in at the identity provider sends its refresh token to the
 * gateway on the same host as well. No upstream may see it, and none may put another in its place.
 */

/**
 * A `Cookie` value without the refresh token, under whichever form of its name and however often it stands there; the
 * other cookies keep their bytes. Undefined where it held nothing else.
 */
export function otherCookies(value: string): string | undefined {
  if (!value.includes(refreshCookieName.plain)) return value;
  const pairs = value.split(';');
  const others = pairs.filter((pair) => !isRefreshPair(pair));
  if (others.length === pairs.length) return value;
  // Where it stood in front, the space behind its semicolon goes with it.
  const left = isRefreshPair(pairs[0] ?? '') ? others.join(';').trimStart() : others.join(';');
  return left.trim() === '' ? undefined : left;
}

/** True for a `Set-Cookie` value that writes, or clears, the refresh token. */
export function setsRefreshCookie(value: string): boolean {
  return value.includes(refreshCookieName.plain) && isRefreshPair(value.split(';', 1)[0] ?? '');
}

/**
 * Servers and browsers overlook spaces around a name, and a browser sends a cookie without a name back as its value alone,
 * which may look like a name and a value (RFC 6265bis §5.6, §5.8.3).
 */
const beforeName = /^[\s=]+/;

function isRefreshPair(pair: string): boolean {
  const cookie = pair.replace(beforeName, '');
  const equals = cookie.indexOf('=');
  return equals !== -1 && isRefreshCookieName(cookie.slice(0, equals).trimEnd());
}
