import { isRefreshCookieName } from '@signet/contracts';

/** The `name=value` of the refresh cookie in an answer; undefined when it sets none or clears it. */
export function refreshCookieOf(response: Response): string | undefined {
  const pairs = response.headers.getSetCookie().map((cookie) => cookie.split(';', 1)[0] ?? '');
  return pairs.find(holdsRefreshToken);
}

function holdsRefreshToken(pair: string): boolean {
  const equals = pair.indexOf('=');
  return equals !== pair.length - 1 && isRefreshCookieName(pair.slice(0, Math.max(equals, 0)));
}
