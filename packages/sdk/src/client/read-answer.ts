import { problemSchema } from '@signet/contracts';
import { AnswerNotUnderstood } from './answer-not-understood.ts';
import { RefusedByServer } from './refused-by-server.ts';

/** A schema that reads an answer; the ones of `@signet/contracts` do. */
interface AnswerSchema<Answer> {
  safeParse(value: unknown): { readonly success: true; readonly data: Answer } | { readonly success: false };
}

/** @throws RefusedByServer, or AnswerNotUnderstood for what is no answer of Signet */
export async function readAnswer<Answer>(response: Response, schema: AnswerSchema<Answer>): Promise<Answer> {
  const body = await readJson(response);
  if (!response.ok) throw failureOf(response.status, body);
  const read = schema.safeParse(body);
  if (!read.success) throw new AnswerNotUnderstood(response.status);
  return read.data;
}

async function readJson(response: Response): Promise<unknown> {
  try {
    return await response.json();
  } catch (cause) {
    throw new AnswerNotUnderstood(response.status, { cause });
  }
}

function failureOf(status: number, body: unknown): Error {
  const problem = problemSchema.safeParse(body);
  return problem.success ? new RefusedByServer(problem.data) : new AnswerNotUnderstood(status);
}
