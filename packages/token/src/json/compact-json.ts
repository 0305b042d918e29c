import type { JsonNode } from './json-node.ts';
import { readJson } from './read-json.ts';

/** The same JSON without blanks between its values; every value is spelt as it was. Text that is no JSON stays. */
export function compactJson(text: string): string {
  const reading = readJson(text);
  return reading.kind === 'json' ? print(text, reading.root) : text;
}

function print(text: string, node: JsonNode): string {
  if (node.kind === 'object') {
    const members = node.members.map(({ name, value }) => `${slice(text, name)}:${print(text, value)}`);
    return `{${members.join(',')}}`;
  }
  return node.kind === 'array'
    ? `[${node.items.map((item) => print(text, item)).join(',')}]`
    : slice(text, node);
}

function slice(text: string, { start, end }: { readonly start: number; readonly end: number }): string {
  return text.slice(start, end);
}
