import { isRecord } from '../fields/fields.ts';

const deepest = 100;

/** JSON Schema of a schema as Gemini has it: its types are in capitals, and what may be null says so apart. */
export function jsonSchemaOf(schema: unknown, depth = 0): unknown {
  if (depth > deepest) return schema;
  if (Array.isArray(schema)) return schema.map((each) => jsonSchemaOf(each, depth + 1));
  if (!isRecord(schema)) return schema;
  const { type, nullable, properties, items, anyOf, ...rest } = schema;
  return {
    ...typeOf(type, nullable === true),
    ...rest,
    ...(isRecord(properties) && { properties: within(properties, depth) }),
    ...(items !== undefined && { items: jsonSchemaOf(items, depth + 1) }),
    ...(anyOf !== undefined && { anyOf: jsonSchemaOf(anyOf, depth + 1) }),
  };
}

function within(properties: Readonly<Record<string, unknown>>, depth: number): unknown {
  return Object.fromEntries(
    Object.entries(properties).map(([name, schema]) => [name, jsonSchemaOf(schema, depth + 1)]),
  );
}

function typeOf(type: unknown, nullable: boolean): { readonly type?: unknown } {
  if (typeof type !== 'string') return type === undefined ? {} : { type };
  const small = type.toLowerCase();
  return { type: nullable ? [small, 'null'] : small };
}
