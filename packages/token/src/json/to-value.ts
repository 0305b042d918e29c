import { exactNumber } from './exact-number.ts';
import type { JsonMember, JsonNode, JsonValue } from './json-node.ts';

/** A name that the engine takes for the index of an element. */
const index = /^(?:0|[1-9][0-9]{0,9})$/;

/** The value a program works with. `Object.fromEntries` defines members, so `__proto__` cannot set a prototype. */
export function toValue(node: JsonNode): JsonValue {
  switch (node.kind) {
    case 'object':
      return node.members.some(({ name }) => index.test(name.value))
        ? indexedObject(node.members)
        : Object.fromEntries(node.members.map(({ name, value }) => [name.value, toValue(value)]));
    case 'array':
      return node.items.map(toValue);
    case 'number':
      return node.exact ? node.value : exactNumber(node.digits);
    default:
      return node.value;
  }
}

/**
 * Made member by member, `{"1000":0}` gets room for all elements up to there: 12 KB for ten characters. `JSON.parse`
 * looks at all names first. Every member exists then, `__proto__` too, and only takes its value.
 */
function indexedObject(members: readonly JsonMember[]): JsonValue {
  const names = members.map(({ name }) => `${JSON.stringify(name.value)}:0`);
  const object = JSON.parse(`{${names.join()}}`) as Record<string, JsonValue>;
  for (const { name, value } of members) object[name.value] = toValue(value);
  return object;
}
