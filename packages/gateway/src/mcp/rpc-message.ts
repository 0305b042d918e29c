import { type JsonNode, type JsonObject, readJson } from '@signet/token/json';
import { memberOf } from '../models/question.ts';

interface AsWritten {
  readonly text: string;
  readonly root: JsonObject;
}

/** One message of JSON-RPC 2.0, with its text as it came, so that what goes on is what was looked at. */
export type RpcMessage = RpcRequest | RpcNotification | RpcResponse;

export interface RpcRequest extends AsWritten {
  readonly kind: 'request';
  /** As it is written, quotes and all. */
  readonly id: string;
  readonly method: string;
  readonly params: JsonObject | undefined;
}

interface RpcNotification extends AsWritten {
  readonly kind: 'notification';
  readonly method: string;
  readonly params: JsonObject | undefined;
}

export interface RpcResponse extends AsWritten {
  readonly kind: 'response';
  /** As it is written; undefined of an error about what nobody could read. */
  readonly id: string | undefined;
  /** Undefined where it is an error. */
  readonly result: JsonObject | undefined;
}

const maxDepth = 96;
const maxValues = 200_000;
const longestId = 256;
const longestMethod = 128;

const known = new Set(['jsonrpc', 'id', 'method', 'params', 'result', 'error']);

/**
 * Reads a message that everybody behind us reads in the same way; what is wrong with it, where there is another way: a member
 * that stands twice, also in other letters, is one that some servers take for the other.
 */
export function readRpc(text: string): RpcMessage | string {
  const reading = readJson(text, { maxDepth, maxValues });
  if (reading.kind === 'not-json') return `no such JSON at ${reading.problem.offset}`;
  const [twice] = reading.duplicates;
  if (twice !== undefined) return `the member ${shown(twice.name)} twice`;
  const { root } = reading;
  if (root.kind !== 'object') return 'JSON, but no object';
  const stranger = root.members.find(({ name }) => !known.has(name.value));
  if (stranger !== undefined) return `the member ${shown(stranger.name.value)}, which no message has`;
  if (textAt(root, 'jsonrpc') !== '2.0') return 'another version of JSON-RPC than 2.0';
  return memberOf(root, 'method') === undefined ? readResponse(text, root) : readAsked(text, root);
}

function readAsked(text: string, root: JsonObject): RpcRequest | RpcNotification | string {
  if (memberOf(root, 'result') !== undefined || memberOf(root, 'error') !== undefined)
    return 'a question and an answer in one';
  const method = textAt(root, 'method');
  if (method === undefined || !/^[\x21-\x7e]+$/.test(method) || method.length > longestMethod)
    return 'a method that is no name';
  const params = memberOf(root, 'params')?.value;
  if (params !== undefined && params.kind !== 'object') return 'params that are no object';
  const alike = params === undefined ? undefined : alikeIn(params);
  if (alike !== undefined) return `the member ${shown(alike)} twice, in other letters`;
  const id = memberOf(root, 'id')?.value;
  if (id === undefined) return { kind: 'notification', text, root, method, params };
  return isId(id)
    ? { kind: 'request', text, root, method, params, id: sliceOf(text, id) }
    : 'an id that is neither a text nor a whole number';
}

function readResponse(text: string, root: JsonObject): RpcResponse | string {
  if (memberOf(root, 'params') !== undefined) return 'params without a method';
  const [result, error] = [memberOf(root, 'result')?.value, memberOf(root, 'error')?.value];
  if ((result === undefined) === (error === undefined)) return 'neither a question nor an answer';
  const id = memberOf(root, 'id')?.value;
  const isNobodys = id === undefined || (id.kind === 'literal' && id.value === null);
  if (!isNobodys && !isId(id)) return 'an id that is neither a text nor a whole number';
  if (result === undefined) {
    if (error?.kind !== 'object') return 'an error that is no object';
    return { kind: 'response', text, root, id: isNobodys ? undefined : sliceOf(text, id), result: undefined };
  }
  if (result.kind !== 'object') return 'a result that is no object';
  return isNobodys
    ? 'a result without an id'
    : { kind: 'response', text, root, id: sliceOf(text, id), result };
}

/** The text of a member of an object; undefined where there is none, or something else. */
export function textAt(object: JsonObject | undefined, name: string): string | undefined {
  const value = object === undefined ? undefined : memberOf(object, name)?.value;
  return value?.kind === 'string' ? value.value : undefined;
}

export function objectAt(object: JsonObject | undefined, name: string): JsonObject | undefined {
  const value = object === undefined ? undefined : memberOf(object, name)?.value;
  return value?.kind === 'object' ? value : undefined;
}

/** The id of a question that a message is about, as it is written; undefined where it names none. */
export function idAt({ text, params }: RpcNotification, name: string): string | undefined {
  const value = params === undefined ? undefined : memberOf(params, name)?.value;
  return value !== undefined && isId(value) ? sliceOf(text, value) : undefined;
}

export function sliceOf(text: string, { start, end }: JsonNode): string {
  return text.slice(start, end);
}

/** A number that JavaScript, or somebody else, would read as another one names no question. */
function isId(id: JsonNode): boolean {
  if (id.kind === 'string') return id.value.length <= longestId;
  return id.kind === 'number' && /^-?\d{1,15}$/.test(id.digits);
}

function alikeIn({ members }: JsonObject): string | undefined {
  const seen = new Set<string>();
  for (const { name } of members) {
    const lower = name.value.toLowerCase();
    if (seen.has(lower)) return name.value;
    seen.add(lower);
  }
  return undefined;
}

function shown(name: string): string {
  return name.slice(0, 64);
}
