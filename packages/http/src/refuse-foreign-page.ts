import type { IncomingHttpHeaders } from 'node:http';
import type { ErrorCode, Refusal } from '@signet/contracts';

/**
 * Browsers name the page that sends a POST in `Origin`, and how it relates in `Sec-Fetch-Site`. What comes from
 * another site is refused before anything else is looked at; programs send neither header.
 */
export function refuseForeignPage(
  headers: IncomingHttpHeaders,
  issuer: string,
): Refusal<ErrorCode> | undefined {
  const { origin } = headers;
  if (origin !== undefined && origin !== new URL(issuer).origin) return fromElsewhere(issuer, origin);
  const site = headers['sec-fetch-site'];
  if (site === undefined || site === 'same-origin' || site === 'none') return undefined;
  return fromElsewhere(issuer, `a ${String(site)} request`);
}

function fromElsewhere(issuer: string, actual: string): Refusal<ErrorCode> {
  return {
    code: 'origin_not_allowed',
    sentence: 'The request comes from a page of another site.',
    expected: new URL(issuer).origin,
    actual: actual.slice(0, 200),
    fix: `Open ${issuer} and sign in there.`,
    rule: 'RFC 6454 §7',
  };
}
