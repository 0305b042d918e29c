import { z } from 'zod';
import { allowed, strict } from '../../fields/allowed.ts';
import { choice } from '../../fields/choice.ts';
import { list } from '../../fields/list.ts';
import { size } from '../../fields/quantity.ts';
import { contextHeaderFault } from './context-header.ts';
import { type JsonSchema, schemaFaults } from './json-schema.ts';

/** What a request must be, beside who sends it. */
export interface RequestConfiguration {
  readonly parameters: readonly ParameterConfiguration[];
  /** Parameters of the query that are not named are refused; absent: they pass. */
  readonly unknownQuery?: 'refuse';
  readonly body?: BodyConfiguration;
}

export interface ParameterConfiguration {
  readonly in: 'query' | 'path' | 'header';
  /** A header's in lower case. */
  readonly name: string;
  readonly required?: true;
  /** Its `type` says how the text is read. */
  readonly schema: JsonSchema;
}

export interface BodyConfiguration {
  readonly required?: true;
  readonly maxBytes: number;
  readonly schema: JsonSchema;
}

const schemaMessage = allowed(
  'a JSON Schema: keywords and values, or `true`',
  'Write it as `{ type: object, properties: { name: { type: string } } }`.',
);

export const jsonSchema: z.ZodType<JsonSchema, unknown> = z
  .union([z.boolean(), z.record(z.string(), z.unknown())], { error: schemaMessage })
  .superRefine((schema, context) => {
    for (const { path, message } of schemaFaults(schema))
      context.addIssue({ code: 'custom', path: [...path], message });
  });

const nameMessage = allowed(
  'the name of a parameter: 1 to 128 visible characters without `&`, `=`, `;`, `#`, `%` and `+`',
  'Write it as clients send it, such as `limit`.',
);

const requiredSchema = z.literal(true, {
  error: allowed('only `true`', 'Write `required: true`, or leave it out.'),
});

const parameterSchema: z.ZodType<ParameterConfiguration, unknown> = strict({
  in: choice(['query', 'path', 'header']).meta({ description: 'Where it stands.' }),
  name: z
    .string({ error: nameMessage })
    .regex(/^[\x21\x22\x24\x27-\x2a\x2c-\x3a\x3c\x3e-\x7e]{1,128}$/, { error: nameMessage })
    .meta({ description: 'Its name; of a header in lower case.' }),
  required: requiredSchema.exactOptional().meta({ description: 'A request without it is refused.' }),
  schema: jsonSchema.meta({
    description: 'JSON Schema 2020-12; `type` says how the text is read.',
  }),
}).superRefine(checkParameter);

export const requestSchema: z.ZodType<RequestConfiguration, unknown> = strict({
  parameters: list(parameterSchema, { least: 0, most: 64, of: 'parameters' })
    .prefault([])
    .meta({ description: 'Parameters of the query, of the path and headers.' }),
  unknownQuery: z
    .literal('refuse', {
      error: allowed('only `refuse`', 'Write `unknownQuery: refuse`, or leave it out.'),
    })
    .exactOptional()
    .meta({ description: 'Parameters of the query that are not named here are refused.' }),
  body: strict({
    required: requiredSchema.exactOptional().meta({ description: 'A request without a body is refused.' }),
    maxBytes: size({ least: '1B', most: '16MiB', example: '1MiB' })
      .prefault('1MiB')
      .meta({ description: 'A longer body is refused; it is held whole while it is checked.' }),
    schema: jsonSchema
      .prefault(true)
      .meta({ description: 'JSON Schema 2020-12 of a body of the type `application/json`.' }),
  })
    .exactOptional()
    .meta({ description: 'Bodies are JSON, and what the schema says.' }),
}).refine(
  ({ parameters, unknownQuery, body }) =>
    parameters.length > 0 || unknownQuery !== undefined || body !== undefined,
  { error: allowed('at least one of `parameters`, `unknownQuery` and `body`', 'Remove `request`.') },
);

const scalars = ['string', 'integer', 'number', 'boolean'];

/** What a text that came is to be read as must never be a guess. */
function checkParameter(
  { in: place, name, schema }: ParameterConfiguration,
  context: z.core.$RefinementCtx,
): void {
  const header = place === 'header' ? contextHeaderFault(name) : undefined;
  if (header !== undefined) context.addIssue({ code: 'custom', path: ['name'], message: header });
  const type = typeof schema === 'boolean' ? undefined : schema['type'];
  if (scalars.some((each) => each === type)) return;
  if (type === 'array' && place === 'query') {
    if (scalars.some((each) => each === itemType(schema))) return;
    const message = allowed(
      '`items` with one `type` of `string`, `integer`, `number`, `boolean`',
      'Write `items: { type: string }`.',
    );
    context.addIssue({ code: 'custom', path: ['schema', 'items'], message });
    return;
  }
  const message = allowed(
    place === 'query'
      ? 'one `type` of `string`, `integer`, `number`, `boolean`, `array`'
      : 'one `type` of `string`, `integer`, `number`, `boolean`',
    'Write `schema: { type: string }`.',
  );
  context.addIssue({ code: 'custom', path: ['schema'], message });
}

function itemType(schema: JsonSchema): unknown {
  const items = typeof schema === 'boolean' ? undefined : schema['items'];
  return typeof items === 'object' && items !== null ? Reflect.get(items, 'type') : undefined;
}

interface Asking {
  readonly request?: RequestConfiguration | undefined;
  readonly auth?:
    | {
        readonly tokenHeader?: string;
        readonly tokenParameter?: string;
        readonly apiKey?: { readonly header?: string; readonly parameter?: string };
      }
    | undefined;
  readonly match: { readonly methods: readonly string[]; readonly path: string };
}

export interface RequestFault {
  readonly path: readonly (string | number)[];
  readonly message: string;
}

const withBodies = ['POST', 'PUT', 'PATCH', 'DELETE'];

/** What no request of this route could have, or could be asked for. */
export function requestFaults({ request, auth, match }: Asking): readonly RequestFault[] {
  if (request === undefined) return [];
  return [...bodyFaults(request, match.methods), ...parameterFaults(request, match.path, auth)];
}

function bodyFaults({ body }: RequestConfiguration, methods: readonly string[]): readonly RequestFault[] {
  if (body === undefined) return [];
  const without = methods.filter((method) => !withBodies.includes(method));
  if (without.length === methods.length)
    return [
      {
        path: ['body'],
        message: allowed(`a route of ${withBodies.join(', ')}: others send no body`, 'Remove `body`.'),
      },
    ];
  if (body.required === undefined || without.length === 0) return [];
  const message = allowed(
    `only methods that send a body (this route takes ${without.join(', ')})`,
    'Give them a route of their own, or remove `required`.',
  );
  return [{ path: ['body', 'required'], message }];
}

function parameterFaults(
  { parameters }: RequestConfiguration,
  path: string,
  auth: Asking['auth'],
): readonly RequestFault[] {
  const seen = new Set<string>();
  const ofPath = path.split('/').flatMap((segment) => /^\{(\w+)\*?\}$/.exec(segment)?.[1] ?? []);
  return parameters.flatMap(({ in: place, name }, index) => {
    const at = ['parameters', index, 'name'];
    const key = `${place} ${name}`;
    const repeated = seen.has(key);
    seen.add(key);
    if (repeated) return [{ path: at, message: allowed('each parameter once', 'Merge the two.') }];
    if (place === 'path' && !ofPath.includes(name)) {
      const message = allowed(
        `parameters of \`match.path\` (${ofPath.join(', ') || 'none'})`,
        'Write it as it stands there.',
      );
      return [{ path: at, message }];
    }
    if (!isCredential(place, name, auth)) return [];
    const message = allowed('no parameter in which a credential comes: it is taken out first', 'Remove it.');
    return [{ path: at, message }];
  });
}

function isCredential(place: ParameterConfiguration['in'], name: string, auth: Asking['auth']): boolean {
  const { tokenHeader, tokenParameter, apiKey } = auth ?? {};
  if (place === 'header') return name === tokenHeader || name === apiKey?.header;
  const wanted = name.toLowerCase();
  return (
    place === 'query' && [tokenParameter, apiKey?.parameter].some((each) => each?.toLowerCase() === wanted)
  );
}
