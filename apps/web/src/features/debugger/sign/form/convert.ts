import type { JsonNode } from '@signet/token/json';
import type { Field, FieldKind } from './field.ts';

/**
 * The value as JSON of another kind, keeping as much of it as fits. A value that is of that kind stays as it
 * is written.
 * @param now seconds since 1970
 */
export function convert({ node, source }: Field, kind: FieldKind, now: number): string {
  switch (kind) {
    case 'json':
      return source;
    case 'text':
      return node.kind === 'string' ? source : JSON.stringify(plainText(node, source));
    case 'number':
      return numberIn(node, source) ?? '0';
    case 'time':
      return wholeSeconds(numberIn(node, source)) ?? String(now);
    case 'boolean':
      return String(node.kind === 'literal' ? node.value === true : plainText(node, source) === 'true');
    case 'list':
      return node.kind === 'array' ? listOf(node.items) : JSON.stringify([plainText(node, source)]);
  }
}

/** Whether the text is one JSON number (RFC 8259 §6). */
export function isNumber(text: string): boolean {
  return /^-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?$/.test(text);
}

function plainText(node: JsonNode, source: string): string {
  if (node.kind === 'string') return node.value;
  const [first] = node.kind === 'array' ? node.items : [];
  return first?.kind === 'string' ? first.value : source;
}

function numberIn(node: JsonNode, source: string): string | undefined {
  const text = plainText(node, source).trim();
  return isNumber(text) ? text : undefined;
}

function wholeSeconds(digits: string | undefined): string | undefined {
  return digits !== undefined && /^\d{1,11}$/.test(digits) ? digits : undefined;
}

function listOf(items: readonly JsonNode[]): string {
  const texts = items.flatMap((item) => (item.kind === 'string' ? [item.value] : []));
  return JSON.stringify(texts);
}
