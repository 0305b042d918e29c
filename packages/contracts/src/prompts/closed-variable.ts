import type { JsonSchema } from '../configuration/sections/routes/json-schema.ts';

const bare: ReadonlySet<unknown> = new Set(['boolean', 'integer', 'number', 'null']);

/**
 * Whether all that can be said there was written by the author of the prompt, or is no words at all. Such a value may stand inside
 * an instruction; that of any other variable may be one itself.
 */
export function isClosed(schema: JsonSchema): boolean {
  if (typeof schema === 'boolean') return false;
  if (Array.isArray(schema['enum'])) return schema['enum'].every(isPlain);
  if ('const' in schema) return isPlain(schema['const']);
  const types: readonly unknown[] = Array.isArray(schema['type']) ? schema['type'] : [schema['type']];
  return types.length > 0 && types.every((type) => bare.has(type));
}

function isPlain(value: unknown): boolean {
  return typeof value !== 'object' || value === null;
}
