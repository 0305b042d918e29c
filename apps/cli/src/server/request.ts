import { type Problem, problemContentType } from '@signet/contracts';
import { CommandFailure, failureOfProblem } from '../failure.ts';
import { type Message, reasonOfFailure, sendBy } from './send-by.ts';
import type { Way } from './way.ts';

/** What an answer must look like; the schemas of `@signet/contracts` are such. */
export interface AnswerSchema<Answer> {
  safeParse(value: unknown): { readonly success: true; readonly data: Answer } | { readonly success: false };
}

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

/**
 * The body of a good answer.
 * @throws CommandFailure with the words of the server for every other answer
 */
export async function readAnswer<Answer>(response: Response, schema: AnswerSchema<Answer>): Promise<Answer> {
  const text = await response.text();
  const problem = problemIn(response, text);
  if (problem !== undefined) throw failureOfProblem(problem);
  const parsed = response.ok ? schema.safeParse(JSON.parse(text)) : undefined;
  if (parsed?.success === true) return parsed.data;
  throw new CommandFailure({
    sentence: 'The answer is not one of Signet.',
    expected: 'JSON as Signet answers it',
    actual: `status ${response.status} from ${new URL(response.url).origin}`,
    fix: 'Check the address: is it the web address that `signet start` prints?',
  });
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
    fix: 'Start it with `npm start` or `npx signet start`, or name another address.',
  });
  return failure;
}

function reasonOf(error: unknown): string {
  const reason = reasonOfFailure(error);
  if (reason === 'timeout') return 'no answer within 30 s';
  return reason ?? (error instanceof Error ? error.message : 'no connection');
}
