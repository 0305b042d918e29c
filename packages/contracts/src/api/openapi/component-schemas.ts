import { z } from 'zod';
import { problemSchema } from '../../errors/problem-schema.ts';
import { endpointNames } from '../addresses.ts';
import type { AnyEndpoint } from '../endpoint.ts';
import { endpoints } from '../endpoints.ts';

/** A JSON Schema of the dialect of OpenAPI 3.1 (2020-12). */
export type JsonSchema = Readonly<Record<string, unknown>>;

/** Every schema that has a name, as it is sent: what a server takes, and what a client reads. */
export function componentSchemas(): Readonly<Record<string, JsonSchema>> {
  const registry = z.registry<{ id: string }>();
  for (const schema of new Set([problemSchema, ...endpointNames.flatMap(schemasOf)])) {
    const id = nameOf(schema);
    if (id !== undefined) registry.add(schema, { id });
  }
  const { schemas } = z.toJSONSchema(registry, { io: 'input', uri: referenceTo });
  return Object.fromEntries(
    Object.entries(schemas).map(([name, { $id: _id, $schema: _dialect, ...schema }]) => [name, schema]),
  );
}

/** A named schema by reference, another as it stands. */
export function schemaOf(schema: z.ZodType): JsonSchema {
  const name = nameOf(schema);
  return name === undefined ? inPlace(schema) : { $ref: referenceTo(name) };
}

/** What stands in the path or the query: the schema of each member, and whether it must be there. */
export function membersOf(
  schema: z.ZodType,
): readonly { readonly name: string; readonly required: boolean; readonly schema: JsonSchema }[] {
  const { properties = {}, required = [] } = inPlace(schema);
  const mandatory: readonly unknown[] = Array.isArray(required) ? required : [];
  return Object.entries(properties as Readonly<Record<string, JsonSchema>>).map(([name, member]) => ({
    name,
    required: mandatory.includes(name),
    schema: member,
  }));
}

function inPlace(schema: z.ZodType): JsonSchema {
  const { $schema: _dialect, ...described } = z.toJSONSchema(schema, { io: 'input' });
  return described;
}

function schemasOf(name: (typeof endpointNames)[number]): readonly z.ZodType[] {
  const { body, answer }: AnyEndpoint = endpoints[name];
  return body === undefined ? [answer] : [body, answer];
}

function nameOf(schema: z.ZodType): string | undefined {
  return schema.meta()?.id;
}

function referenceTo(name: string): string {
  return `#/components/schemas/${name}`;
}
