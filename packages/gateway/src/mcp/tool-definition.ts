import { createHash } from 'node:crypto';
import type { JsonNode, JsonObject } from '@signet/token/json';
import { memberOf } from '../models/question.ts';
import type { MirroredParameter } from './mirrored-headers.ts';
import { objectAt, type RpcResponse, sliceOf, textAt } from './rpc-message.ts';

/** A tool as its server describes it. */
export interface ToolDefinition {
  readonly name: string;
  /** As it is written. */
  readonly text: string;
  /** Of all that a model is shown of it: another one where any of that has changed. */
  readonly digest: string;
  readonly mirrored: readonly MirroredParameter[];
}

/** A page of a list of tools. */
export interface ToolPage {
  readonly tools: readonly ToolDefinition[];
  readonly nextCursor: string | undefined;
}

const mostTools = 1_000;
const longestName = 128;
const longestCursor = 2_048;

/** What a server answers to `tools/list`; what is wrong with it, where nobody could say which tools it has. */
export function readTools({ text, result }: RpcResponse): ToolPage | string {
  const list = result === undefined ? undefined : memberOf(result, 'tools')?.value;
  if (list?.kind !== 'array') return 'no list of tools';
  if (list.items.length > mostTools) return `more than ${mostTools} tools`;
  const tools: ToolDefinition[] = [];
  const seen = new Set<string>();
  for (const item of list.items) {
    const tool = readTool(text, item);
    if (typeof tool === 'string') return tool;
    if (tool === undefined) continue;
    if (seen.has(tool.name)) return `the tool ${tool.name.slice(0, 64)} twice`;
    seen.add(tool.name);
    tools.push(tool);
  }
  const nextCursor = result === undefined ? undefined : textAt(result, 'nextCursor');
  if (nextCursor !== undefined && nextCursor.length > longestCursor) return 'a cursor that is too long';
  return { tools, nextCursor };
}

/** Undefined for one that must not be offered, as the revision says: the parameters that it mirrors are none. */
function readTool(text: string, item: JsonNode): ToolDefinition | string | undefined {
  if (item.kind !== 'object') return 'a tool that is no object';
  const name = textAt(item, 'name');
  if (name === undefined || name === '' || name.length > longestName) return 'a tool without a name';
  const mirrored = mirroredIn(objectAt(item, 'inputSchema'));
  return mirrored === undefined
    ? undefined
    : { name, text: sliceOf(text, item), digest: digestOf(item), mirrored };
}

/** `sha256:…` over the definition in one order and without blanks, each number as it is written. */
export function digestOf(tool: JsonNode): string {
  return `sha256:${createHash('sha256').update(inOrder(tool)).digest('hex')}`;
}

function inOrder(node: JsonNode): string {
  switch (node.kind) {
    case 'object': {
      const members = node.members.map(({ name, value }) => [name.value, inOrder(value)] as const);
      const sorted = members.toSorted(([one], [other]) => (one < other ? -1 : 1));
      return `{${sorted.map(([name, value]) => `${JSON.stringify(name)}:${value}`).join()}}`;
    }
    case 'array':
      return `[${node.items.map(inOrder).join()}]`;
    case 'string':
      return JSON.stringify(node.value);
    case 'number':
      return node.digits;
    case 'literal':
      return String(node.value);
  }
}

const annotation = 'x-mcp-header';
const mostMirrored = 32;

/** Undefined where an annotation stands where none may, or says what none may say. */
function mirroredIn(schema: JsonObject | undefined): readonly MirroredParameter[] | undefined {
  if (schema === undefined) return [];
  const found = reachableIn(schema, []);
  if (found === undefined || found.length > mostMirrored) return undefined;
  const names = new Set(found.map(({ name }) => name.toLowerCase()));
  if (names.size !== found.length || found.length !== annotationsIn(schema)) return undefined;
  return found;
}

/** By a way of `properties` alone. */
function reachableIn(schema: JsonObject, path: readonly string[]): MirroredParameter[] | undefined {
  const found: MirroredParameter[] = [];
  for (const { name, value } of objectAt(schema, 'properties')?.members ?? []) {
    if (value.kind !== 'object') continue;
    const inner = [...path, name.value];
    const own = memberOf(value, annotation);
    if (own !== undefined) {
      const header = textAt(value, annotation) ?? '';
      const isPlain = ['string', 'integer', 'boolean'].includes(textAt(value, 'type') ?? '');
      if (!isPlain || !/^[!#$%&'*+.^_`|~0-9A-Za-z-]{1,64}$/.test(header)) return undefined;
      found.push({ name: header, path: inner });
    }
    const further = reachableIn(value, inner);
    if (further === undefined) return undefined;
    found.push(...further);
  }
  return found;
}

/** Wherever they stand, but for properties of that name. */
function annotationsIn(node: JsonNode, isNames = false): number {
  if (node.kind === 'array') return node.items.reduce((sum, item) => sum + annotationsIn(item), 0);
  if (node.kind !== 'object') return 0;
  return node.members.reduce(
    (sum, { name, value }) =>
      sum +
      (!isNames && name.value === annotation ? 1 : 0) +
      annotationsIn(value, !isNames && name.value === 'properties'),
    0,
  );
}
