import { refusal, type SignetRefusal } from '../refusals/refusal.ts';
import { SignetError } from './signet-error.ts';

/**
 * The public side of whatever a handler threw: a `SignetError` speaks for itself; an error by which the HTTP
 * server says that the request is at fault (`statusCode` 4xx) is named; anything else is a bug, of which
 * nothing is told (`internal_error`) and which the caller must log.
 */
export function requestRefusal(error: unknown): SignetRefusal {
  if (error instanceof SignetError) return error.refusal;
  const status = statusOf(error);
  if (status === 413) return refusal('body_too_large.endpoint');
  if (status >= 400 && status < 500) return refusal('request_invalid.unreadable');
  return refusal('internal_error.server');
}

function statusOf(error: unknown): number {
  const status = error instanceof Error && 'statusCode' in error ? error.statusCode : undefined;
  return typeof status === 'number' ? status : 500;
}
