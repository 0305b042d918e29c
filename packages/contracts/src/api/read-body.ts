import type { z } from 'zod';
import { readAllowed } from '../configuration/fields/allowed.ts';
import { valueAt } from '../configuration/problems/value-at.ts';
import { type PhraseKey, phraseValue } from '../refusals/phrases.ts';
import { refusal, type SignetRefusal } from '../refusals/refusal.ts';

export type BodyReading<Body> =
  | { readonly ok: true; readonly body: Body }
  | { readonly ok: false; readonly refusal: SignetRefusal<'request_invalid'> };

/** Reads a request body that is JSON already. */
export function readBody<Body>(schema: z.ZodType<Body, unknown>, body: unknown): BodyReading<Body> {
  const parsed = schema.safeParse(body);
  return parsed.success
    ? { ok: true, body: parsed.data }
    : { ok: false, refusal: refuseBody(parsed.error, body) };
}

/**
 * A zod error of a request body as a refusal. It names members of the schema and the kinds of values only: not
 * what was sent, since that may be a password in the wrong place.
 */
export function refuseBody(error: z.ZodError, body: unknown): SignetRefusal<'request_invalid'> {
  const [issue] = error.issues;
  const member = issue?.path.map(String).join('.') ?? '';
  const expected = issue === undefined ? 'fitting' : phraseValue(readAllowed(issue.message).expected);
  const actual = issue === undefined ? 'something' : kindOf(issue, body);
  return member === ''
    ? refusal('request_invalid.body', { expected, actual })
    : refusal('request_invalid.member', { member, expected, actual });
}

function kindOf(issue: z.core.$ZodIssue, body: unknown): PhraseKey {
  if (issue.code === 'unrecognized_keys')
    return issue.keys.length === 1 ? 'member_too_many' : 'members_too_many';
  const path = issue.path.filter((segment) => typeof segment !== 'symbol');
  const value = valueAt(body, path);
  return issue.code === 'invalid_type' ? nameOf(value) : misfit(value);
}

function nameOf(value: unknown): PhraseKey {
  if (value === undefined) return 'nothing';
  if (value === null) return 'null';
  if (Array.isArray(value)) return 'list';
  return kinds[typeof value] ?? 'something';
}

function misfit(value: unknown): PhraseKey {
  const name = nameOf(value);
  return name === 'nothing' || name === 'null' || name === 'something'
    ? name
    : (`${name}_misfit` as PhraseKey);
}

const kinds: Readonly<Record<string, PhraseKey>> = {
  string: 'text',
  number: 'number',
  boolean: 'boolean',
  object: 'object',
};
