import { isLoopback } from '@signet/token/keys';

const longest = 2048;

/** RFC 8252 §7.1: the scheme of an app is a domain name in reverse, so it has a full stop. */
const schemeOfApp = /^[a-z][a-z0-9+-]*(?:\.[a-z0-9+-]+)+:$/;

/** What a policy (CSP 3 §2.3.1) can name; `URL` lets `*` and `;` through. */
const plainHost = /^[a-z0-9-]+(?:\.[a-z0-9-]+)*$/;

/**
 * Whether a sign-in may lead there: https, http on this machine alone (RFC 8252 §7.3), or the scheme of an app. Without
 * fragment (RFC 6749 §3.1.2), user name, wildcard and dot segments, so that it can be read in one way only.
 */
export function isRedirectUri(text: string): boolean {
  const url = plainUrl(text);
  if (url === undefined) return false;
  if (schemeOfApp.test(url.protocol)) return text.startsWith(`${url.protocol}/`);
  return isOfWeb(url) && text.startsWith(`${url.origin}/`) && pathAsWritten(text) === url.pathname;
}

/** Whether it is the `Origin` that a browser sends for pages of an app (RFC 6454 §6.2). */
export function isAppOrigin(text: string): boolean {
  const url = plainUrl(text);
  return url !== undefined && isOfWeb(url) && url.origin === text;
}

/** Whether a client may publish its keys, or be told something, there: https, or http on this machine alone. */
export function isKeysAddress(text: string): boolean {
  const url = plainUrl(text);
  return url !== undefined && isOfWeb(url);
}

function plainUrl(text: string): URL | undefined {
  if (text.length > longest || !/^[\x21-\x7e]+$/.test(text) || /[#*\\]/.test(text)) return undefined;
  const url = URL.canParse(text) ? new URL(text) : null;
  return url !== null && url.username === '' && url.password === '' && !text.includes('@') ? url : undefined;
}

function isOfWeb(url: URL): boolean {
  if (url.protocol === 'http:') return isLoopback(url);
  return url.protocol === 'https:' && plainHost.test(url.hostname);
}

function pathAsWritten(text: string): string {
  return /^[a-z]+:\/\/[^/]*([^?]*)/.exec(text)?.[1] ?? '';
}
