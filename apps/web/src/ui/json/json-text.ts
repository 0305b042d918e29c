import type { JsonNode } from '@signet/token/json';

/** A string as JSON, with characters that hide or reorder text written as escapes. */
export function printString(text: string): string {
  return escapeHidden(JSON.stringify(text));
}

/** A text with the characters that hide or reorder text written as escapes of JSON. */
export function escapeHidden(text: string): string {
  const hidden = /[\p{Cf}\p{Zl}\p{Zp}\u007f-\u009f\u115f\u1160\u3164\uffa0]/gu;
  return text.replace(hidden, (character) =>
    Array.from({ length: character.length }, (_, unit) => escapeUnit(character.charCodeAt(unit))).join(''),
  );
}

function escapeUnit(unit: number): string {
  return `\\u${unit.toString(16).padStart(4, '0')}`;
}

/** A string, number or literal; a number keeps the digits it was written with. */
export function printScalar(node: Exclude<JsonNode, { kind: 'object' | 'array' }>): string {
  if (node.kind === 'string') return printString(node.value);
  return node.kind === 'number' ? node.digits : String(node.value);
}

/** Any JSON on one line, for a cell of a table. */
export function printInline(node: JsonNode): string {
  if (node.kind === 'object') {
    return `{${node.members.map((m) => `${printString(m.name.value)}: ${printInline(m.value)}`).join(', ')}}`;
  }
  return node.kind === 'array' ? `[${node.items.map(printInline).join(', ')}]` : printScalar(node);
}
