import type { Refusal } from '@signet/token/verdict';
import type { ErrorCode } from './catalogue.ts';
import { SignetError } from './signet-error.ts';

/**
 * The public side of whatever a handler threw: a `SignetError` speaks for itself; an error by which the HTTP
 * server says that the request is at fault (`statusCode` 4xx) is named; anything else is a bug, of which
 * nothing is told (`internal_error`) and which the caller must log.
 */
export function requestRefusal(error: unknown): Refusal<ErrorCode> {
  if (error instanceof SignetError) return error.refusal;
  const status = statusOf(error);
  if (status === 413) return tooLarge;
  if (status >= 400 && status < 500) return unreadable;
  return internal;
}

const tooLarge: Refusal<ErrorCode> = {
  code: 'body_too_large',
  sentence: 'The body is larger than this endpoint takes.',
};

const unreadable: Refusal<ErrorCode> = {
  code: 'request_invalid',
  sentence: 'The request cannot be read.',
  expected: 'one JSON object with content-type application/json',
  fix: 'Send the members that this endpoint names, as JSON.',
};

const internal: Refusal<ErrorCode> = {
  code: 'internal_error',
  sentence: 'Something failed inside Signet.',
  fix: 'Try again; if it happens again, give the reference to your operator.',
};

function statusOf(error: unknown): number {
  const status = error instanceof Error && 'statusCode' in error ? error.statusCode : undefined;
  return typeof status === 'number' ? status : 500;
}
