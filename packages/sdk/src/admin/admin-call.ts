import { SignetError } from '@signet/contracts';
import { AnswerNotUnderstood } from './answer-not-understood.ts';
import { readProblem } from './read-problem.ts';

export interface AdminConnection {
  /** The origin of the control side, such as `http://localhost:9000`. */
  readonly url: string;
  /** A bearer token for the admin API; asked before each request, because an operator credential counts once. */
  readonly credential: () => Promise<string>;
  readonly fetch: typeof globalThis.fetch;
}

/** A schema that reads an answer; the ones of `@signet/contracts` do. */
interface AnswerSchema<Answer> {
  safeParse(value: unknown): { readonly success: true; readonly data: Answer } | { readonly success: false };
}

export type AdminCall = <Answer>(
  method: 'GET' | 'POST',
  path: string,
  schema: AnswerSchema<Answer>,
  body?: object,
) => Promise<Answer>;

export function createAdminCall(connection: AdminConnection): AdminCall {
  return async (method, path, schema, body) => {
    const response = await connection.fetch(new URL(path, connection.url), {
      method,
      headers: await headersFor(connection, body),
      // A redirect would carry the credential to a place nobody named.
      redirect: 'error',
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    });
    const answer = await readJson(response);
    if (!response.ok) throw failure(response.status, answer);
    const parsed = schema.safeParse(answer);
    if (!parsed.success) throw new AnswerNotUnderstood(response.status);
    return parsed.data;
  };
}

async function headersFor({ credential }: AdminConnection, body?: object): Promise<Record<string, string>> {
  return {
    accept: 'application/json, application/problem+json',
    authorization: `Bearer ${await credential()}`,
    ...(body === undefined ? {} : { 'content-type': 'application/json' }),
  };
}

async function readJson(response: Response): Promise<unknown> {
  try {
    return await response.json();
  } catch (cause) {
    throw new AnswerNotUnderstood(response.status, { cause });
  }
}

function failure(status: number, answer: unknown): Error {
  const refusal = readProblem(answer);
  return refusal ? new SignetError(refusal) : new AnswerNotUnderstood(status);
}
