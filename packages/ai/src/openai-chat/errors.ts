import { sayable } from '../failure/sayable.ts';
import { isErrorStatus, statusOf } from '../failure/status.ts';
import { Fields } from '../fields/fields.ts';
import { known } from '../fields/known.ts';
import type { ModelFailure } from '../model/event.ts';
import { Losses } from '../model/loss.ts';

const saidNothing = 'The provider gave no reason.';

/**
 * Reads an error in OpenAI's form and the forms of those who are near to it: `error` as an object or a text, Mistral's
 * bare object, `detail` of those who write it as FastAPI does.
 * @param status of HTTP; absent where the error stood inside a stream or a 200
 */
export function readChatError(body: unknown, status?: number): ModelFailure {
  const losses = new Losses();
  const whole = new Fields(body, { path: '', of: 'answer', losses });
  const inner = whole.take('error');
  if (typeof inner === 'string') return failure({ message: inner, status });
  const fields = inner === undefined ? whole : new Fields(inner, { path: 'error', of: 'answer', losses });
  const code = fields.take('code');
  const detail = fields.take('detail');
  return failure({
    message: fields.text('message') ?? (typeof detail === 'string' ? detail : undefined),
    status: status ?? (isErrorStatus(code) ? code : undefined),
    type: fields.text('type'),
    code: typeof code === 'number' ? String(code) : typeof code === 'string' ? code : undefined,
    param: fields.text('param'),
  });
}

function failure(said: {
  readonly message: string | undefined;
  readonly status: number | undefined;
  readonly type?: string | undefined;
  readonly code?: string | undefined;
  readonly param?: string | undefined;
}): ModelFailure {
  return known({
    status: said.status ?? statusOf([said.code, said.type]),
    type: said.type,
    code: said.code,
    message: sayable(said.message ?? saidNothing),
    param: said.param,
  });
}

const typeByStatus: Readonly<Record<number, string>> = {
  401: 'authentication_error',
  403: 'permission_error',
  404: 'not_found_error',
  429: 'rate_limit_error',
};

/** The error of a caller who speaks Chat Completions or Responses, by HTTP. */
export function writeChatError(failure: ModelFailure): Readonly<Record<string, unknown>> {
  const usual = failure.status >= 500 ? 'server_error' : 'invalid_request_error';
  return {
    error: {
      message: failure.message,
      type: failure.type ?? typeByStatus[failure.status] ?? usual,
      param: failure.param ?? null,
      code: failure.code ?? null,
    },
  };
}
