import type { JsonMember, JsonNode } from '@signet/token/json';
import { printScalar, printString } from './json-text.ts';

/** One line of indented JSON. */
export interface JsonLine {
  /** How many levels the line is indented. */
  readonly depth: number;
  readonly member?: JsonMember;
  readonly kind: 'string' | 'number' | 'literal' | 'bracket';
  /** The scalar as it was written, or the bracket. */
  readonly text: string;
  readonly comma: boolean;
}

type Place = Pick<JsonLine, 'depth' | 'comma' | 'member'>;
type Entry = Pick<JsonLine, 'member'> & { readonly value: JsonNode };

/** Spreads JSON over lines, two spaces a level when printed. */
export function jsonLines(root: JsonNode): readonly JsonLine[] {
  const lines: JsonLine[] = [];
  write(root, { depth: 0, comma: false }, lines);
  return lines;
}

/** The lines as text that parses again to the same values. */
export function printJson(root: JsonNode): string {
  return jsonLines(root).map(printLine).join('\n');
}

function printLine({ depth, member, text, comma }: JsonLine): string {
  const name = member ? `${printString(member.name.value)}: ` : '';
  return `${'  '.repeat(depth)}${name}${text}${comma ? ',' : ''}`;
}

function write(node: JsonNode, place: Place, lines: JsonLine[]): void {
  if (node.kind === 'object') {
    const entries = node.members.map((member) => ({ member, value: member.value }));
    writeNested('{}', entries, place, lines);
  } else if (node.kind === 'array') {
    const entries = node.items.map((value) => ({ value }));
    writeNested('[]', entries, place, lines);
  } else {
    lines.push({ ...place, kind: node.kind, text: printScalar(node) });
  }
}

function writeNested(
  brackets: '{}' | '[]',
  entries: readonly Entry[],
  place: Place,
  lines: JsonLine[],
): void {
  if (entries.length === 0) {
    lines.push({ ...place, kind: 'bracket', text: brackets });
    return;
  }
  lines.push({ ...place, comma: false, kind: 'bracket', text: brackets.charAt(0) });
  entries.forEach(({ value, member }, index) => {
    const inner = { depth: place.depth + 1, comma: index < entries.length - 1 };
    write(value, member ? { ...inner, member } : inner, lines);
  });
  lines.push({ depth: place.depth, comma: place.comma, kind: 'bracket', text: brackets.charAt(1) });
}
