import { pathParameters } from '@signet/conditions';
import { refusal, type SignetRefusal } from '@signet/contracts';
import type { RequestHead } from '../request/request-head.ts';
import { valuesOf } from '../request/values-of.ts';
import { brokenRule } from './broken-rule.ts';
import type { CompiledParameter, CompiledRequest } from './compiled-request.ts';
import { readQuery } from './read-query.ts';
import { readText } from './read-text.ts';

export interface Asked {
  readonly head: Pick<RequestHead, 'query' | 'headers'>;
  /** That of the route, and the path that it took. */
  readonly pattern: string;
  readonly path: string;
}

type Values = ReadonlyMap<string, readonly string[]>;

const noValues: Values = new Map();
const noNames: ReadonlySet<string> = new Set();

/** Why the parameters are not what the route takes; undefined where they are. */
export function parameterFault(
  { parameters, readsQuery, queryNames }: CompiledRequest,
  { head, pattern, path }: Asked,
): SignetRefusal | undefined {
  const query = readsQuery ? readQuery(head.query) : noValues;
  if (query === undefined) return refusal('request_not_as_described.query_ambiguous');
  if (queryNames !== undefined && [...query.keys()].some((name) => !queryNames.has(name))) {
    const names = queryNames.size === 0 ? '–' : [...queryNames].join(', ');
    return refusal('request_not_as_described.parameter_unknown', { names });
  }
  const ofPath = parameters.some(({ in: place }) => place === 'path') ? pathParameters(pattern, path) : {};
  for (const parameter of parameters) {
    const fault = faultOf(parameter, valuesFor(parameter, query, head.headers, ofPath ?? {}));
    if (fault !== undefined) return fault;
  }
  return undefined;
}

function valuesFor(
  { in: place, name }: CompiledParameter,
  query: Values,
  headers: readonly string[],
  path: Readonly<Record<string, string>>,
): readonly string[] {
  if (place === 'query') return query.get(name) ?? [];
  if (place === 'header') return valuesOf(name, headers);
  const value = Object.hasOwn(path, name) ? path[name] : undefined;
  return value === undefined ? [] : [value];
}

/** Of two values servers take the first, the last or both: only where it is a list may there be more than one. */
function faultOf(parameter: CompiledParameter, texts: readonly string[]): SignetRefusal | undefined {
  const { told: name, required, type, isList, holdAgainst } = parameter;
  if (texts.length === 0)
    return required ? refusal('request_not_as_described.parameter_missing', { name }) : undefined;
  if (texts.length > 1 && !isList) return refusal('request_not_as_described.parameter_repeated', { name });
  const values = texts.map((text) => readText(text, type));
  if (values.includes(undefined))
    return refusal('request_not_as_described.parameter', { name, rule: `type ${type}` });
  const value = isList ? values : values[0];
  const error = holdAgainst(value);
  if (error === undefined) return undefined;
  const { rule } = brokenRule(error, noNames, value);
  return refusal('request_not_as_described.parameter', { name, rule });
}
