import type { JsonObject } from '@signet/token/json';
import { memberOf } from '../models/question.ts';
import { valuesOf } from '../request/values-of.ts';
import { readMirrored, writeMirrored } from './mirrored-value.ts';
import { metaKeys } from './revisions.ts';
import { objectAt, type RpcRequest, textAt } from './rpc-message.ts';

/** A parameter of a tool that stands in a header as well (`x-mcp-header`). */
export interface MirroredParameter {
  /** Of the header, behind `Mcp-Param-`. */
  readonly name: string;
  /** Members of the arguments, from the outside in. */
  readonly path: readonly string[];
}

/** What the method names, by which it is told apart further on. */
const naming: Readonly<Record<string, string>> = {
  'tools/call': 'name',
  'prompts/get': 'name',
  'resources/read': 'uri',
};

/** Undefined for a method that names nothing. */
function namedIn({ method, params }: Pick<RpcRequest, 'method' | 'params'>): string | undefined {
  const member = Object.hasOwn(naming, method) ? naming[method] : undefined;
  return member === undefined ? undefined : textAt(params, member);
}

/** The revision that the body of a request says; undefined where it says none. */
export function revisionIn({ params }: Pick<RpcRequest, 'params'>): string | undefined {
  return textAt(objectAt(params, '_meta'), metaKeys.revision);
}

/**
 * Which header does not say what the body says; undefined where each does. Whoever stands before or behind us may go by the
 * headers, and must not be shown something else than what is done.
 */
export function mismatchIn(
  request: RpcRequest,
  headers: readonly string[],
  parameters: readonly MirroredParameter[],
): string | undefined {
  if (!says(headers, 'mcp-protocol-version', revisionIn(request))) return 'MCP-Protocol-Version';
  if (!says(headers, 'mcp-method', request.method)) return 'Mcp-Method';
  const isNaming = Object.hasOwn(naming, request.method);
  if (isNaming && !says(headers, 'mcp-name', namedIn(request), readMirrored)) return 'Mcp-Name';
  const args = objectAt(request.params, 'arguments');
  const wrong = parameters.find((parameter) => !isMirrored(headers, parameter, args));
  return wrong === undefined ? undefined : `Mcp-Param-${wrong.name}`;
}

/** The headers by which a server is shown a request: name, value, name, value … */
export function mirrorsOf(request: RpcRequest, parameters: readonly MirroredParameter[]): readonly string[] {
  const named = namedIn(request);
  const args = objectAt(request.params, 'arguments');
  const shown = parameters.flatMap(({ name, path }) => {
    const value = valueAt(args, path);
    return value === undefined ? [] : [`mcp-param-${name.toLowerCase()}`, writeMirrored(value.text)];
  });
  return [
    ...['mcp-method', request.method],
    ...(named === undefined ? [] : ['mcp-name', writeMirrored(named)]),
    ...shown,
  ];
}

/** Exactly once, and exactly so. */
function says(
  headers: readonly string[],
  name: string,
  said: string | undefined,
  read: (value: string) => string | undefined = asItIs,
): boolean {
  const [only, ...more] = valuesOf(name, headers);
  return said !== undefined && only !== undefined && more.length === 0 && read(only) === said;
}

const asItIs = (value: string): string => value;

function isMirrored(
  headers: readonly string[],
  { name, path }: MirroredParameter,
  args: JsonObject | undefined,
): boolean {
  const header = `mcp-param-${name.toLowerCase()}`;
  const value = valueAt(args, path);
  if (value === undefined) return valuesOf(header, headers).length === 0;
  if (says(headers, header, value.text, readMirrored)) return true;
  const [only = '', ...more] = valuesOf(header, headers);
  return value.isNumber && more.length === 0 && isSameNumber(only, value.text);
}

/** `42.0` and `42` are one number. */
function isSameNumber(one: string, other: string): boolean {
  const whole = /^-?\d{1,16}(?:\.0{1,16})?$/;
  return whole.test(one) && whole.test(other) && Number(one) === Number(other);
}

interface MirroredValue {
  readonly text: string;
  readonly isNumber: boolean;
}

/** As a header says it; undefined for what is not there, and for `null`. */
function valueAt(args: JsonObject | undefined, path: readonly string[]): MirroredValue | undefined {
  let object = args;
  for (const name of path.slice(0, -1)) object = objectAt(object, name);
  const value = object === undefined ? undefined : memberOf(object, path.at(-1) ?? '')?.value;
  if (value === undefined) return undefined;
  if (value.kind === 'string') return { text: value.value, isNumber: false };
  if (value.kind === 'number') return { text: value.digits, isNumber: true };
  const isSaid = value.kind === 'literal' && value.value !== null;
  return isSaid ? { text: String(value.value), isNumber: false } : undefined;
}
