export type { ExactNumber } from './exact-number.ts';
export { isExactNumber, readSeconds } from './exact-number.ts';
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
export type { JsonLimits } from './read-json.ts';
export { readJson } from './read-json.ts';
export { toValue } from './to-value.ts';
