import { JsonReader } from './json-reader.ts';
import type { JsonReading } from './json-reading.ts';

export interface JsonLimits {
  /** Levels of arrays and objects inside each other; default 64. */
  readonly maxDepth?: number;
  /** Values in all, arrays and objects included; default as many as the text has room for. */
  readonly maxValues?: number;
}

export const defaultJsonDepth = 64;

/** Reads one JSON text (RFC 8259), strictly and without loss. Never throws; depth is bounded. */
export function readJson(text: string, limits: JsonLimits = {}): JsonReading {
  const { maxDepth = defaultJsonDepth, maxValues = Number.POSITIVE_INFINITY } = limits;
  const reader = new JsonReader(text, { maxDepth, maxValues });
  const root = reader.read();
  if (root === undefined) return { kind: 'not-json', problem: reader.problem() };
  return { kind: 'json', root, duplicates: reader.duplicates };
}
