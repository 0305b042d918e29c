import type { JsonNode } from '@signet/token/json';
import { printInline, printString } from '../../../ui/json/json-text.ts';

export type Scalar = Exclude<JsonNode, { kind: 'object' | 'array' }>;
export type Branching = Extract<JsonNode, { kind: 'object' | 'array' }>;

export interface Entry {
  /** Absent in a list. */
  readonly name?: string;
  readonly duplicate?: boolean;
  readonly value: JsonNode;
}

export function isScalar(value: JsonNode): value is Scalar {
  return value.kind !== 'object' && value.kind !== 'array';
}

export function entriesOf(value: Branching): readonly Entry[] {
  if (value.kind === 'array') return value.items.map((item) => ({ value: item }));
  return value.members.map((member) => ({
    name: printName(member.name.value),
    value: member.value,
    ...(member.duplicate && { duplicate: true }),
  }));
}

/** A name as it is written in JSON, without its quotes: what hides, reorders or breaks a line is escaped. */
export function printName(name: string): string {
  return printString(name).slice(1, -1);
}

/** A list of so many short values is read on its line. */
const mostInline = 8;
/** In characters. */
const longestInline = 64;

/** Whether a value is as easily read on one line as it would be as a tree. */
export function fitsInline(value: Branching): boolean {
  if (value.kind === 'object') return value.members.length === 0;
  return (
    value.items.length <= mostInline &&
    value.items.every(isScalar) &&
    printInline(value).length <= longestInline
  );
}

/** How many values a tree holds in all; counting stops beyond `most`. */
export function countOf(value: JsonNode, most: number): number {
  if (isScalar(value)) return 1;
  let count = 1;
  for (const entry of entriesOf(value)) {
    if (count > most) return count;
    count += countOf(entry.value, most - count);
  }
  return count;
}
