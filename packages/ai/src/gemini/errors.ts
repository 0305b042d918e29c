import { sayable } from '../failure/sayable.ts';
import { isErrorStatus } from '../failure/status.ts';
import { Fields, isRecord } from '../fields/fields.ts';
import { known } from '../fields/known.ts';
import type { ModelFailure } from '../model/event.ts';
import { Losses } from '../model/loss.ts';

/** The codes of google.rpc, and how HTTP says them. */
const statuses: Readonly<Record<string, number>> = {
  INVALID_ARGUMENT: 400,
  FAILED_PRECONDITION: 400,
  OUT_OF_RANGE: 400,
  UNAUTHENTICATED: 401,
  PERMISSION_DENIED: 403,
  NOT_FOUND: 404,
  ABORTED: 409,
  ALREADY_EXISTS: 409,
  RESOURCE_EXHAUSTED: 429,
  CANCELLED: 499,
  INTERNAL: 500,
  UNIMPLEMENTED: 501,
  UNAVAILABLE: 503,
  DEADLINE_EXCEEDED: 504,
};

const retryInfo = 'type.googleapis.com/google.rpc.RetryInfo';

export function isGeminiError(body: unknown): boolean {
  return isRecord(errorBodyOf(body)?.['error']);
}

/**
 * The failure that an error in Google's form tells; without `alt=sse` it stands in a list.
 * @param status of HTTP; absent where the error stood inside a stream or a 200
 */
export function readGeminiError(body: unknown, status?: number): ModelFailure {
  const whole = new Fields(errorBodyOf(body), { path: '', of: 'answer', losses: new Losses() });
  const error = whole.below('error');
  const word = error?.text('status');
  const code = error?.number('code');
  const said = isErrorStatus(code) ? code : ofWord(word);
  return known({
    status: isErrorStatus(status) ? status : (said ?? 502),
    type: word,
    message: sayable(error?.text('message') ?? 'The provider gave no reason.'),
    retryAfter: retryAfterOf(error?.each('details') ?? []),
  });
}

export interface GeminiErrorBody {
  readonly error: {
    readonly code: number;
    readonly message: string;
    readonly status: string;
    readonly details?: readonly unknown[];
  };
}

export function writeGeminiError(failure: ModelFailure): GeminiErrorBody {
  const { message, param, retryAfter } = failure;
  const told = param === undefined || message.startsWith(param) ? message : `${param}: ${message}`;
  const details = retryAfter === undefined ? {} : { details: [retryDetail(retryAfter)] };
  return { error: { code: geminiStatus(failure), message: told, status: wordOf(failure), ...details } };
}

/** How HTTP says it to a caller of this protocol, which has no number of its own for what is overloaded. */
export function geminiStatus({ status }: ModelFailure): number {
  return status === 529 ? 503 : status;
}

function errorBodyOf(body: unknown): Readonly<Record<string, unknown>> | undefined {
  const [first] = Array.isArray(body) ? body : [body];
  return isRecord(first) ? first : undefined;
}

/** Seconds with a fraction, as a text: `34.4s`. */
function retryAfterOf(details: readonly Fields[]): number | undefined {
  for (const detail of details) {
    if (detail.text('@type') !== retryInfo) continue;
    const seconds = /^(\d{1,7}(?:\.\d{1,9})?)s$/.exec(detail.text('retryDelay') ?? '')?.[1];
    if (seconds !== undefined) return Math.ceil(Number(seconds) * 1_000);
  }
  return undefined;
}

function retryDetail(milliseconds: number): unknown {
  return { '@type': retryInfo, retryDelay: `${milliseconds / 1_000}s` };
}

function ofWord(word: string | undefined): number | undefined {
  return word !== undefined && Object.hasOwn(statuses, word) ? statuses[word] : undefined;
}

function wordOf(failure: ModelFailure): string {
  if (ofWord(failure.type) !== undefined) return failure.type ?? 'UNKNOWN';
  const status = geminiStatus(failure);
  const found = Object.entries(statuses).find(([, each]) => each === status);
  if (found !== undefined) return found[0];
  return status >= 500 ? 'INTERNAL' : 'INVALID_ARGUMENT';
}
