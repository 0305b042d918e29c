import type { CaseWishes, ModelRequest } from '@signet/ai';
import type { JsonSchema } from '@signet/contracts';
import type { HoldAgainst, Schemas } from '../described/schemas.ts';

/** What a request asks of its answer: the form of its text, and the arguments of each tool. */
export function wishesOf({ format, tools }: ModelRequest, schemas: Schemas): CaseWishes {
  const known = new Map<string, HoldAgainst | undefined>();
  for (const tool of tools) {
    if (tool.kind === 'function') known.set(tool.name, compiled(tool.schema, schemas));
    if (tool.kind === 'custom') known.set(tool.name, undefined);
  }
  const custom = new Set(tools.flatMap((tool) => (tool.kind === 'custom' ? [tool.name] : [])));
  const form = format?.kind === 'json-schema' ? compiled(format.schema, schemas) : undefined;
  const isForm = format !== undefined;
  return {
    ...(isForm ? { holdsText: (text: string) => holds(text, form) } : {}),
    holdsCall: ({ name, arguments: json }) =>
      known.has(name) && (custom.has(name) || holds(json === '' ? '{}' : json, known.get(name))),
  };
}

function holds(json: string, form: HoldAgainst | undefined): boolean {
  let value: unknown;
  try {
    value = JSON.parse(json);
  } catch {
    return false;
  }
  return form === undefined || form(value) === undefined;
}

/** Expressions of callers, which may take for ever: no operator has looked at them. */
const ofExpressions: ReadonlySet<string> = new Set(['pattern', 'patternProperties']);

/** Callers write what they like: by a schema that cannot be used nothing is judged but that it is JSON. */
function compiled(schema: unknown, schemas: Schemas): HoldAgainst | undefined {
  if (typeof schema !== 'object' || schema === null) return undefined;
  try {
    const harmless: JsonSchema = JSON.parse(
      JSON.stringify(schema, (name, part: unknown) => (ofExpressions.has(name) ? undefined : part)),
    );
    return schemas.compile(harmless);
  } catch {
    return undefined;
  }
}
