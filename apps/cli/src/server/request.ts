import { type Problem, problemContentType } from '@signet/contracts';
import { CommandFailure } from '../failure.ts';
import { type Message, reasonOfFailure, sendBy } from './send-by.ts';
import type { Way } from './way.ts';

/** Sends a request, or says in words that nobody answers. */
export async function send(address: string, message: Message, way: Way): Promise<Response> {
  const url = new URL(address);
  const signal = AbortSignal.timeout(30_000);
  try {
    return await sendBy(way, url, message, signal);
  } catch (error) {
    throw notRunning(url.origin, error);
  }
}

/** The problem in an answer, if it is one of Signet's. */
export function problemIn(response: Response, text: string): Problem | undefined {
  if (response.headers.get('content-type')?.startsWith(problemContentType) !== true) return undefined;
  const read: unknown = JSON.parse(text);
  return isProblem(read) ? read : undefined;
}

function isProblem(value: unknown): value is Problem {
  return typeof value === 'object' && value !== null && 'code' in value && 'detail' in value;
}

function notRunning(origin: string, cause: unknown): CommandFailure {
  const failure = new CommandFailure({
    code: 'not_running',
    sentence: `Nothing answers at ${origin}.`,
    expected: 'a running Signet',
    actual: reasonOf(cause),
    fix: 'Start it with `npm start` or `npx --no signet start`, or name another address.',
  });
  return failure;
}

function reasonOf(error: unknown): string {
  const reason = reasonOfFailure(error);
  if (reason === 'timeout') return 'no answer within 30 s';
  return reason ?? (error instanceof Error ? error.message : 'no connection');
}
