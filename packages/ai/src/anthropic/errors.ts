import { sayable } from '../failure/sayable.ts';
import { isErrorStatus, statusOf } from '../failure/status.ts';
import { Fields, isRecord } from '../fields/fields.ts';
import type { ModelFailure } from '../model/event.ts';
import { Losses } from '../model/loss.ts';

/** Its words for errors, and how HTTP says them. */
const statuses: Readonly<Record<string, number>> = {
  invalid_request_error: 400,
  authentication_error: 401,
  billing_error: 402,
  permission_error: 403,
  not_found_error: 404,
  conflict_error: 409,
  request_too_large: 413,
  rate_limit_error: 429,
  api_error: 500,
  timeout_error: 504,
  overloaded_error: 529,
};

export function isAnthropicError(body: unknown): boolean {
  return isRecord(body) && body['type'] === 'error';
}

/**
 * The failure that an error in Anthropic's form tells.
 * @param status of HTTP; absent where the error stood inside a stream or a 200
 */
export function readAnthropicError(body: unknown, status?: number): ModelFailure {
  const error = new Fields(body, { path: '', of: 'answer', losses: new Losses() }).below('error');
  const type = error?.text('type') ?? 'api_error';
  const message = error?.text('message') ?? 'The provider gave no reason.';
  return {
    status: isErrorStatus(status) ? status : (ofWord(type) ?? statusOf([type])),
    type,
    message: sayable(message),
  };
}

export interface AnthropicErrorBody {
  readonly type: 'error';
  readonly error: { readonly type: string; readonly message: string };
}

/** The failure in Anthropic's form, with its own words for it. */
export function writeAnthropicError(failure: ModelFailure): AnthropicErrorBody {
  return { type: 'error', error: { type: typeOf(failure), message: messageOf(failure) } };
}

/** How HTTP says it to a caller of this protocol: for an overloaded provider it has a number of its own. */
export function anthropicStatus({ status, type }: ModelFailure): number {
  return type === 'overloaded_error' || status === 503 ? 529 : status;
}

function typeOf({ status, type }: ModelFailure): string {
  if (type !== undefined && Object.hasOwn(statuses, type)) return type;
  if (status === 503) return 'overloaded_error';
  const said = Object.entries(statuses).find(([, each]) => each === status);
  if (said !== undefined) return said[0];
  return status >= 500 ? 'api_error' : 'invalid_request_error';
}

function messageOf({ message, param }: ModelFailure): string {
  return param === undefined || message.startsWith(param) ? message : `${param}: ${message}`;
}

function ofWord(type: string): number | undefined {
  return Object.hasOwn(statuses, type) ? statuses[type] : undefined;
}
