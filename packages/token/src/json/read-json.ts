import type { JsonLimits } from './json-limits.ts';
import { JsonReader } from './json-reader.ts';
import type { JsonReading } from './json-reading.ts';

export const defaultJsonDepth = 64;

/** Reads one JSON text (RFC 8259), strictly and without loss. Never throws; depth is bounded. */
export function readJson(text: string, limits: JsonLimits = {}): JsonReading {
  const { maxDepth = defaultJsonDepth, maxValues = Number.POSITIVE_INFINITY } = limits;
  const reader = new JsonReader(text, { maxDepth, maxValues });
  const root = reader.read();
  if (root === undefined) return { kind: 'not-json', problem: reader.problem() };
  return { kind: 'json', root, duplicates: reader.duplicates };
}
