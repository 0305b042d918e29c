import type { IncomingHttpHeaders } from 'node:http';
import { refusal, type SignetRefusal } from '@signet/contracts';

/**
 * Browsers name the page that sends a POST in `Origin`, and how it relates in `Sec-Fetch-Site`. What comes from
 * another site is refused before anything else is looked at; programs send neither header.
 */
export function refuseForeignPage(headers: IncomingHttpHeaders, issuer: string): SignetRefusal | undefined {
  const { origin } = headers;
  if (origin !== undefined && origin !== new URL(issuer).origin) {
    return refusal('origin_not_allowed.origin', { ...ownPage(issuer), came: origin });
  }
  const site = headers['sec-fetch-site'];
  if (site === undefined || site === 'same-origin' || site === 'none') return undefined;
  return refusal('origin_not_allowed.site', { ...ownPage(issuer), came: String(site) });
}

function ownPage(issuer: string): { readonly origin: string; readonly issuer: string } {
  return { origin: new URL(issuer).origin, issuer };
}
