import type { ErrorCode } from './catalogue.ts';

/** Where the page of a code stands on the origin of the issuer, which serves it to people and programs alike. */
export function errorPagePath(code: ErrorCode): `/errors/${ErrorCode}` {
  return `/errors/${code}`;
}

/**
 * The address of a code's page: the `type` of its problem document (RFC 9457 §3.1.1).
 * @param issuer URL of Signet's own identity provider, without a slash at its end
 */
export function errorPageUrl(issuer: string, code: ErrorCode): string {
  return issuer + errorPagePath(code);
}
