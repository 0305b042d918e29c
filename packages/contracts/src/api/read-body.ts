import type { Refusal } from '@signet/token/verdict';
import type { z } from 'zod';
import { valueAt } from '../configuration/problems/value-at.ts';
import type { ErrorCode } from '../errors/catalogue.ts';

export type BodyReading<Body> =
  | { readonly ok: true; readonly body: Body }
  | { readonly ok: false; readonly refusal: Refusal<ErrorCode> };

/** Reads a request body that is JSON already; `code` is that of the refusal if it does not fit. */
export function readBody<Body>(
  schema: z.ZodType<Body, unknown>,
  body: unknown,
  code: ErrorCode = 'request_invalid',
): BodyReading<Body> {
  const parsed = schema.safeParse(body);
  return parsed.success
    ? { ok: true, body: parsed.data }
    : { ok: false, refusal: refuseBody(parsed.error, body, code) };
}

/**
 * A zod error of a request body as a refusal. It names members of the schema and the kinds of values only: not
 * what was sent, since that may be a password in the wrong place.
 */
export function refuseBody(
  error: z.ZodError,
  body: unknown,
  code: ErrorCode = 'request_invalid',
): Refusal<ErrorCode> {
  const [issue] = error.issues;
  const member = issue?.path.map(String).join('.') ?? '';
  const place = member === '' ? 'The body' : `The member \`${member}\``;
  return {
    code,
    sentence: `${place} is not what this endpoint takes.`,
    expected: issue === undefined ? 'another body' : issue.message,
    actual: issue === undefined ? 'this one' : kindOf(issue, body),
    fix:
      member === ''
        ? 'Send a JSON object with these members and no others.'
        : `Correct \`${member}\` and send it again.`,
    ...(member === '' ? {} : { member }),
  };
}

function kindOf(issue: z.core.$ZodIssue, body: unknown): string {
  if (issue.code === 'unrecognized_keys')
    return issue.keys.length === 1 ? 'a member too many' : 'members too many';
  const path = issue.path.filter((segment) => typeof segment !== 'symbol');
  const name = nameOf(valueAt(body, path));
  return issue.code === 'invalid_type' ? name : `${name} that does not fit`;
}

function nameOf(value: unknown): string {
  if (value === undefined) return 'nothing';
  if (value === null) return 'null';
  if (Array.isArray(value)) return 'a list';
  return kinds[typeof value] ?? 'something else';
}

const kinds: Readonly<Record<string, string>> = {
  string: 'a text',
  number: 'a number',
  boolean: 'a boolean',
  object: 'an object',
};
