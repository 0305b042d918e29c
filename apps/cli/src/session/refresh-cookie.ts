/** The `name=value` of the refresh cookie in an answer; undefined when it sets none or clears it. */
export function refreshCookieOf(response: Response): string | undefined {
  const pairs = response.headers.getSetCookie().map((cookie) => cookie.split(';', 1)[0] ?? '');
  return pairs.find((pair) => /^(__Host-)?signet_refresh=./.test(pair));
}
