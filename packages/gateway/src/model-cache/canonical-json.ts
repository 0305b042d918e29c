import type { JsonNode } from '@signet/token/json';

/** JSON that is the same where the same is said: without blanks, members by name, letters in one spelling, numbers as they came. */
export function canonicalJson(node: JsonNode): string {
  switch (node.kind) {
    case 'object': {
      const members = node.members.map(({ name, value }) => [name.value, value] as const);
      const sorted = members.toSorted(([one], [other]) => (one < other ? -1 : 1));
      return `{${sorted.map(([name, value]) => `${JSON.stringify(name)}:${canonicalJson(value)}`).join()}}`;
    }
    case 'array':
      return `[${node.items.map(canonicalJson).join()}]`;
    case 'string':
      return JSON.stringify(node.value);
    case 'number':
      return node.digits;
    case 'literal':
      return String(node.value);
  }
}
