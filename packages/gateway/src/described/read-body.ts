import { refusal, type SignetRefusal } from '@signet/contracts';
import { type JsonNode, readJson, toValue } from '@signet/token/json';
import { valuesOf } from '../request/values-of.ts';
import { brokenRule } from './broken-rule.ts';
import type { CompiledBody } from './compiled-request.ts';

const mostDepth = 64;
const mostValues = 100_000;
/** A byte order mark is no JSON (RFC 8259 §8.1), and stays to be found. */
const utf8 = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });

/** Why a body of this head could not be read as JSON; known before any of it has come. */
export function typeFault(headers: readonly string[]): SignetRefusal | undefined {
  const types = valuesOf('content-type', headers);
  if (types.length !== 1 || !isJson(types[0] ?? '')) return refusal('media_type_refused.type');
  const codings = valuesOf('content-encoding', headers);
  const isPlain = codings.every((coding) => coding.trim().toLowerCase() === 'identity');
  return isPlain ? undefined : refusal('media_type_refused.coding');
}

function isJson(type: string): boolean {
  return /^application\/json[ \t]*(?:;[ \t]*charset="?utf-8"?[ \t]*)?$/i.test(type.trim());
}

/** Why the body is not what the route takes; undefined where it is. Strict where another reader might find something else. */
export function bodyFault(bytes: Buffer, { holdAgainst, names }: CompiledBody): SignetRefusal | undefined {
  const text = decoded(bytes);
  if (text === undefined) return notJson(0);
  const reading = readJson(text, { maxDepth: mostDepth, maxValues: mostValues });
  if (reading.kind === 'not-json') return notJson(reading.problem.offset);
  const [repeated] = reading.duplicates;
  if (repeated !== undefined)
    return refusal('request_not_as_described.repeated_name', { at: repeated.offset + 1 });
  const rounded = inexactNumber(reading.root);
  if (rounded !== undefined) return refusal('request_not_as_described.inexact', { at: rounded + 1 });
  const value = toValue(reading.root);
  const error = holdAgainst(value);
  if (error === undefined) return undefined;
  const { place, rule } = brokenRule(error, names, value);
  return refusal('request_not_as_described.body', { place, rule });
}

function decoded(bytes: Buffer): string | undefined {
  try {
    return utf8.decode(bytes);
  } catch {
    return undefined;
  }
}

function notJson(offset: number): SignetRefusal {
  return refusal('request_not_as_described.not_json', { depth: mostDepth, at: offset + 1 });
}

/** Where a number begins that would be held against the schema as another than the upstream may read. Depth is bounded by the reader. */
function inexactNumber(node: JsonNode): number | undefined {
  if (node.kind === 'number') return node.exact ? undefined : node.start;
  const parts =
    node.kind === 'object' ? node.members.map(({ value }) => value) : node.kind === 'array' ? node.items : [];
  for (const part of parts) {
    const found = inexactNumber(part);
    if (found !== undefined) return found;
  }
  return undefined;
}
