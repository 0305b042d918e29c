import { type AskedRequest, headerValues, queryParameters } from './asked-request.ts';
import type { Vocabulary } from './language.ts';
import { parameterNames, pathParameters } from './path-parameters.ts';
import { type Expression, type Reading, readExpression } from './read-expression.ts';

/** What a condition is asked about. */
export interface ConditionInput {
  /** Of a token whose signature stands. */
  readonly claims: Readonly<Record<string, unknown>>;
  readonly request: AskedRequest | undefined;
  /** Milliseconds since the epoch. */
  readonly now: number;
}

/** Where a condition is asked. */
export interface ConditionPlace {
  /** The path's pattern, whose parameters are `path`; absent where there is none. */
  readonly pattern?: string;
  /** The name of the route, absent where there is none. */
  readonly route?: string;
}

/** A condition that was read once and is asked often. */
export interface Condition {
  readonly name: string;
  /** What `&&` holds together, as written. */
  readonly parts: readonly string[];
  readonly ask: (input: ConditionInput) => ConditionAnswer;
}

export type ConditionAnswer =
  | { readonly holds: true }
  /** The first part that does not hold, from 1; undecided where it asks for what is not there or is of another kind. */
  | { readonly holds: false; readonly part: number; readonly undecided: boolean };

const held: ConditionAnswer = Object.freeze({ holds: true });

/** Reads an expression over claims, request, path, route, client and time that is true or false. Never throws. */
export function readCondition(name: string, text: string, place: ConditionPlace = {}): Reading<Condition> {
  const vocabulary = vocabularyAt(place);
  const whole = readExpression(text, vocabulary, ['bool']);
  if (!whole.ok) return whole;
  const parts: Expression[] = [];
  for (const part of whole.value.conjuncts) {
    const reading = readExpression(part, vocabulary, ['bool']);
    if (!reading.ok) return reading;
    parts.push(reading.value);
  }
  const ask = (input: ConditionInput): ConditionAnswer => answer(whole.value, parts, input, place);
  return { ok: true, value: Object.freeze({ name, parts: whole.value.conjuncts, ask }) };
}

function vocabularyAt({ pattern, route }: ConditionPlace): Vocabulary {
  const parameters = pattern === undefined ? [] : parameterNames(pattern);
  return {
    claims: 'anything',
    request: { members: { method: 'text', path: 'text', host: 'text', query: 'texts', headers: 'texts' } },
    client: { members: { id: 'text' } },
    now: 'time',
    ...(parameters.length === 0
      ? {}
      : { path: { members: Object.fromEntries(parameters.map((one) => [one, 'text'])) } }),
    ...(route === undefined ? {} : { route: { members: { id: 'text' } } }),
  };
}

/** The whole is asked first, which is all that is asked where it holds; then its parts, for which of them does not. */
function answer(
  whole: Expression,
  parts: readonly Expression[],
  input: ConditionInput,
  place: ConditionPlace,
): ConditionAnswer {
  const asked = namesFor(whole.uses, input, place);
  if (asked !== undefined && ask(whole, asked) === true) return held;
  for (const [index, part] of parts.entries()) {
    const names = namesFor(part.uses, input, place);
    const said = names && ask(part, names);
    if (said !== true) return { holds: false, part: index + 1, undecided: said === undefined };
  }
  return { holds: false, part: 1, undecided: true };
}

function ask({ value }: Expression, names: Names): boolean | undefined {
  try {
    const said = value(names);
    return typeof said === 'boolean' ? said : undefined;
  } catch {
    // What cannot be said does not hold.
    return undefined;
  }
}

type Names = Readonly<Record<string, unknown>>;

/** What an expression asks for and nothing else; undefined where that can be read in two ways. */
function namesFor(
  uses: ReadonlySet<string>,
  input: ConditionInput,
  place: ConditionPlace,
): Names | undefined {
  const { claims, request, now } = input;
  try {
    return {
      claims,
      client: { id: claims['client_id'] },
      ...(place.route === undefined ? {} : { route: { id: place.route } }),
      ...(uses.has('now') ? { now: new Date(now) } : {}),
      ...(request === undefined ? {} : requestNames(uses, request, place)),
    };
  } catch {
    return undefined;
  }
}

function requestNames(uses: ReadonlySet<string>, request: AskedRequest, { pattern }: ConditionPlace): Names {
  const asksFor = (member: string) => uses.has(`request.${member}`) || uses.has('request');
  if (asksFor('method') && request.overridesMethod()) throw new Error('A request of two methods');
  const { method, path, host } = request;
  const asksPath =
    pattern !== undefined && [...uses].some((use) => use === 'path' || use.startsWith('path.'));
  return {
    request: {
      ...{ method, path, host },
      ...(asksFor('query') ? { query: queryParameters(request.query) } : {}),
      ...(asksFor('headers') ? { headers: headerValues(request.headers) } : {}),
    },
    ...(asksPath ? { path: pathParameters(pattern, path) } : {}),
  };
}
