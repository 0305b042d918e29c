import type { JsonNode } from '../json/json-node.ts';

/** JSON without white space, members in the order of their names, numbers to the last digit: for comparing. */
export function canonicalText(node: JsonNode): string {
  switch (node.kind) {
    case 'object': {
      const members = node.members.map(({ name, value }) => [
        JSON.stringify(name.value),
        canonicalText(value),
      ]);
      return `{${members
        .toSorted(([one = ''], [other = '']) => (one < other ? -1 : 1))
        .map((pair) => pair.join(':'))
        .join(',')}}`;
    }
    case 'array':
      return `[${node.items.map(canonicalText).join(',')}]`;
    case 'number':
      return node.digits;
    default:
      return JSON.stringify(node.value);
  }
}
