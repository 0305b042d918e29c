import { type OperatorRequest, SignetError } from '@signet/contracts';
import { AnswerNotUnderstood } from './answer-not-understood.ts';
import { readProblem } from './read-problem.ts';

export interface AdminConnection {
  /** The origin of the control side, such as `https://login.example`. */
  readonly url: string;
  /**
   * A bearer token for the admin API; asked before each request, because an operator credential is good for that one
   * request, as it will be sent.
   */
  readonly credential: (request: OperatorRequest) => Promise<string>;
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
    const url = new URL(path, connection.url);
    const text = body === undefined ? undefined : JSON.stringify(body);
    const target = `${url.pathname}${url.search}`;
    const credential = await connection.credential({ method, target, body: text ?? '' });
    const response = await connection.fetch(url, {
      method,
      headers: headersWith(credential, text !== undefined),
      // A redirect would carry the credential to a place nobody named.
      redirect: 'error',
      ...(text === undefined ? {} : { body: text }),
    });
    const answer = await readJson(response);
    if (!response.ok) throw failure(response.status, answer);
    const parsed = schema.safeParse(answer);
    if (!parsed.success) throw new AnswerNotUnderstood(response.status);
    return parsed.data;
  };
}

function headersWith(credential: string, hasBody: boolean): Record<string, string> {
  return {
    accept: 'application/json, application/problem+json',
    authorization: `Bearer ${credential}`,
    ...(hasBody ? { 'content-type': 'application/json' } : {}),
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
