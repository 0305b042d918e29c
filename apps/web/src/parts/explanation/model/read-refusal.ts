import { type ErrorCode, errorCatalogue, isId, type Reference, type RefusalValues } from '@signet/contracts';
import { mostCharacters } from './most-characters.ts';
import { plain } from './plain-text.ts';
import { readValues } from './read-record.ts';

/** What a `WWW-Authenticate` header says (RFC 6750 §3). */
export interface Challenge {
  readonly scheme: string;
  readonly error?: string;
  readonly description?: string;
  readonly scope?: string;
}

/** What a refusal says itself, as it was pasted; nothing of it is checked. */
export interface RefusalText {
  readonly reference?: Reference;
  readonly status?: number;
  readonly code?: string;
  readonly variant?: string;
  readonly values?: RefusalValues;
  /** The code is in Signet's catalogue. */
  readonly known?: ErrorCode;
  readonly title?: string;
  readonly sentence?: string;
  readonly expected?: string;
  readonly actual?: string;
  readonly fix?: string;
  readonly challenge?: Challenge;
}

const longest = 2000;

/** Reads a reference, a problem document (RFC 9457), a challenge or a whole HTTP answer. Undefined for anything else. */
export function readRefusal(text: string): RefusalText | undefined {
  const given = text.trim();
  if (given === '' || given.length > mostCharacters) return undefined;
  if (isId('reference', given)) return { reference: given };
  if (given.startsWith('{')) return readProblem(parsed(given));
  return readAnswer(given);
}

/** The members of a problem document that Signet writes; undefined where there is none of them. */
export function readProblem(value: unknown): RefusalText | undefined {
  if (typeof value !== 'object' || value === null) return undefined;
  const members = value as Readonly<Record<string, unknown>>;
  const text = (name: string): string | undefined => {
    const member = members[name];
    return typeof member === 'string' && member !== '' ? plain(member, longest) : undefined;
  };
  const code = text('code') ?? codeOf(text('type'));
  const known = isKnown(code) ? code : undefined;
  const { status, reference } = members;
  const sentence = text('detail');
  if (sentence === undefined && code === undefined) return undefined;
  return compact({
    reference: isId('reference', reference) ? reference : undefined,
    status: typeof status === 'number' && status >= 100 && status <= 599 ? status : undefined,
    code,
    known,
    variant: text('variant'),
    values: readValues(members['values']),
    title: known === undefined ? text('title') : errorCatalogue[known].title,
    sentence,
    expected: text('expected'),
    actual: text('actual'),
    fix: text('fix'),
  });
}

/** The last word of the address where a code is explained; another type than that is shown as it came. */
function codeOf(type: string | undefined): string | undefined {
  return type?.replace(/^https?:\/\/[^/?#]+\/errors\/(?=\w+$)/, '');
}

/** Lines of a header, with or without a status line before and a body behind them. */
function readAnswer(text: string): RefusalText | undefined {
  const [head = '', ...rest] = text.split(/\r?\n\r?\n/);
  const lines = head.split(/\r?\n/);
  const status = Number(/^HTTP\/[\d.]+ (\d{3})\b/.exec(lines[0] ?? '')?.[1]);
  const named = (name: string): string | undefined =>
    lines
      .find((line) => line.toLowerCase().startsWith(`${name}:`))
      ?.slice(name.length + 1)
      .trim();
  const reference = named('signet-reference');
  const challenge = readChallenge(named('www-authenticate') ?? lines[0] ?? '');
  const body = rest.join('\n\n').trim();
  const problem = body.startsWith('{') ? readProblem(parsed(body)) : undefined;
  if (problem === undefined && challenge === undefined && !isId('reference', reference)) return undefined;
  return compact({
    status: Number.isNaN(status) ? undefined : status,
    reference: isId('reference', reference) ? reference : undefined,
    challenge,
    ...problem,
  });
}

function readChallenge(text: string): Challenge | undefined {
  const [, scheme, parameters] = /^(bearer|dpop)\s+(.+)$/i.exec(text) ?? [];
  if (scheme === undefined || parameters === undefined || !parameters.includes('=')) return undefined;
  const named = (name: string): string | undefined => {
    const value = new RegExp(`(?:^|[\\s,])${name}\\s*=\\s*"([^"]*)"`, 'i').exec(parameters)?.[1];
    return value === undefined ? undefined : plain(value, longest);
  };
  return compact({
    scheme,
    error: named('error'),
    description: named('error_description'),
    scope: named('scope'),
  });
}

function isKnown(code: string | undefined): code is ErrorCode {
  return code !== undefined && Object.hasOwn(errorCatalogue, code);
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

type Optional<Value> = { readonly [Name in keyof Value]: Value[Name] | undefined };

/** Without the members that are not there. */
function compact<Value extends object>(value: Optional<Value>): Value {
  return Object.fromEntries(Object.entries(value).filter(([, member]) => member !== undefined)) as Value;
}
