import type { IncomingHttpHeaders } from 'node:http';

/** Whether a page sent it: a browser says so on whatever changes something (Fetch §3.2, Fetch Metadata §2), a program does not. */
export function isOfBrowser(headers: IncomingHttpHeaders): boolean {
  return headers.origin !== undefined || headers['sec-fetch-site'] !== undefined;
}
