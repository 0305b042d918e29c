import type { IncomingHttpHeaders } from 'node:http';
import { refusal, type SignetRefusal } from '@signet/contracts';

/**
 * Browsers name the page that sends a POST in `Origin`, and how it relates in `Sec-Fetch-Site`. What comes from
 * another site is refused before anything else is looked at; programs send neither header.
 * @param ownApp the origin that the request names, where it is known to be one of our own apps'; such a page is let through
 * from the same site only, since from another one browsers keep no cookie of ours
 */
export function refuseForeignPage(
  headers: IncomingHttpHeaders,
  issuer: string,
  ownApp?: string,
): SignetRefusal | undefined {
  const { origin } = headers;
  const site = headers['sec-fetch-site'];
  const isApp = origin !== undefined && origin === ownApp;
  if (isApp) {
    const isApart = site !== undefined && site !== 'same-site' && site !== 'same-origin';
    return isApart
      ? refusal('origin_not_allowed.app_apart', { ...ownPage(issuer), came: origin })
      : undefined;
  }
  if (origin !== undefined && origin !== new URL(issuer).origin) {
    return refusal('origin_not_allowed.origin', { ...ownPage(issuer), came: origin });
  }
  if (site === undefined || site === 'same-origin' || site === 'none') return undefined;
  return refusal('origin_not_allowed.site', { ...ownPage(issuer), came: String(site) });
}

function ownPage(issuer: string): { readonly origin: string; readonly issuer: string } {
  return { origin: new URL(issuer).origin, issuer };
}
