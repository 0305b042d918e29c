import { type ErrorCode, errorPagePath } from '@signet/contracts';

/** Where the page of a code stands, as seen from the debugger: relative, as the folder may be put anywhere. */
export function pageOf(code: ErrorCode): string {
  return `.${errorPagePath(code)}`;
}
