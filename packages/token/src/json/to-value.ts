import { exactNumber } from './exact-number.ts';
import type { JsonNode, JsonValue } from './json-node.ts';

/** The value a program works with. `Object.fromEntries` defines members, so `__proto__` cannot set a prototype. */
export function toValue(node: JsonNode): JsonValue {
  switch (node.kind) {
    case 'object':
      return Object.fromEntries(node.members.map(({ name, value }) => [name.value, toValue(value)]));
    case 'array':
      return node.items.map(toValue);
    case 'number':
      return node.exact ? node.value : exactNumber(node.digits);
    default:
      return node.value;
  }
}
