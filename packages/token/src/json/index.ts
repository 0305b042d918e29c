/**
 * JSON as it was written: duplicates seen, every digit kept, depth and number of values bounded.
 *
 * @example
 * ```ts
 * import { parseExactly, readJson, readSeconds } from '@signet/token/json';
 *
 * JSON.stringify(parseExactly('{"sub":100002348117421473}')); // → '{"sub":100002348117421473}'
 * const reading = readJson('{"a":1,"a":2}');
 * reading.kind === 'json' && reading.duplicates.map(({ name }) => name); // → ['a']
 * readSeconds('soon'); // → undefined
 * ```
 */

export { compactJson } from './compact-json.ts';
export type { ExactNumber } from './exact-number.ts';
export { isExactNumber, readSeconds } from './exact-number.ts';
export type { JsonLimits } from './json-limits.ts';
export type {
  JsonArray,
  JsonLiteral,
  JsonMember,
  JsonNode,
  JsonNumber,
  JsonObject,
  JsonString,
  JsonValue,
} from './json-node.ts';
export type { DuplicateMember, JsonProblem, JsonReading } from './json-reading.ts';
export { parseExactly } from './parse-exactly.ts';
export { readJson } from './read-json.ts';
export { toValue } from './to-value.ts';
