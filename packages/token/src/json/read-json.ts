import type { JsonNode } from './json-node.ts';
import { JsonReader } from './json-reader.ts';

/** Where the text stops being JSON (RFC 8259), and why. */
export interface JsonProblem {
  readonly offset: number;
  readonly sentence: string;
}

export type JsonReading =
  | { readonly kind: 'json'; readonly root: JsonNode; readonly duplicates: readonly DuplicateMember[] }
  | { readonly kind: 'not-json'; readonly problem: JsonProblem };

export interface DuplicateMember {
  readonly name: string;
  readonly offset: number;
}

export interface JsonLimits {
  /** Levels of arrays and objects inside each other; default 64. */
  readonly maxDepth?: number;
}

export const defaultJsonDepth = 64;

/** Reads one JSON text (RFC 8259), strictly and without loss. Never throws; depth is bounded. */
export function readJson(text: string, limits: JsonLimits = {}): JsonReading {
  const reader = new JsonReader(text, limits.maxDepth ?? defaultJsonDepth);
  const root = reader.read();
  if (root === undefined) return { kind: 'not-json', problem: reader.problem() };
  return { kind: 'json', root, duplicates: reader.duplicates };
}
