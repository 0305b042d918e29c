import { parseJsonObject } from '@signet/token/parse';
import { headerValue } from '../upstream/header-value.ts';

/** What a check says of a call. */
export type Verdict =
  | { readonly kind: 'allowed' /** Name, value, name, value … */; readonly headers: readonly string[] }
  | { readonly kind: 'refused'; readonly reason: string | undefined }
  | { readonly kind: 'unreadable' };

const maxValues = 200;
const longestReason = 256;
const longestValue = 1024;

/**
 * Reads the body of an answer. Nothing but `true` allows, and an answer of which two readers could think otherwise says nothing.
 * @param adds names that the route lets it add, in lower case: an answer with others is of no use, so that whoever believes to have added one hears that it was not
 */
export function readVerdict(text: string, adds: readonly string[]): Verdict {
  const read = parseJsonObject(Buffer.from(text), 'payload', { maxValues });
  if (read.verdict === 'refused') return unreadable;
  const { allow, reason, headers } = read.token;
  if (allow === false) return { kind: 'refused', reason: reasonIn(reason) };
  if (allow !== true) return unreadable;
  const added = headersIn(headers, adds);
  return added === undefined ? unreadable : { kind: 'allowed', headers: added };
}

const unreadable: Verdict = Object.freeze({ kind: 'unreadable' });

/** It is told to the client: without what could begin a line of its own in a log or a terminal. */
function reasonIn(reason: unknown): string | undefined {
  if (typeof reason !== 'string') return undefined;
  const told = reason.replace(/\p{C}+/gu, ' ').trim();
  return told === '' ? undefined : told.slice(0, longestReason);
}

/** Undefined where a header is added that nobody could pass on as it is meant. */
function headersIn(headers: unknown, adds: readonly string[]): readonly string[] | undefined {
  if (headers === undefined) return [];
  if (typeof headers !== 'object' || headers === null || Array.isArray(headers)) return undefined;
  const given = new Map<string, string>();
  for (const [name, value] of Object.entries(headers)) {
    const known = name.toLowerCase();
    if (!adds.includes(known) || given.has(known)) return undefined;
    if (typeof value !== 'string' || value.length > longestValue) return undefined;
    given.set(known, value);
  }
  return [...given].flatMap(([name, value]) => [name, headerValue(value)]);
}
