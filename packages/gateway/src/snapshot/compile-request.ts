import {
  type GatewayConfiguration,
  type JsonSchema,
  type RouteConfiguration,
  refusal,
  SignetError,
} from '@signet/contracts';
import { namesIn } from '../described/broken-rule.ts';
import type { CompiledBody, CompiledParameter, CompiledRequest } from '../described/compiled-request.ts';
import type { ScalarType } from '../described/read-text.ts';
import type { HoldAgainst, Schemas } from '../described/schemas.ts';

type Requested = NonNullable<RouteConfiguration['request']>;

/** @throws SignetError for a schema that cannot be used */
export function compileRequest(
  route: RouteConfiguration,
  { maxBodyBytes }: GatewayConfiguration,
  schemas: Schemas,
): CompiledRequest | undefined {
  const { request, id, match } = route;
  if (request === undefined) return undefined;
  const compile = (schema: JsonSchema) => compileSchema(id, schema, schemas);
  const parameters = request.parameters.map((parameter) => compileParameter(parameter, compile));
  const ofQuery = parameters.filter(({ in: place }) => place === 'query').map(({ name }) => name);
  const refusesOthers = request.unknownQuery === 'refuse';
  return Object.freeze({
    parameters: Object.freeze(parameters),
    readsQuery: refusesOthers || ofQuery.length > 0,
    queryNames: refusesOthers ? new Set([...ofQuery, ...Object.keys(match.query ?? {})]) : undefined,
    body: request.body === undefined ? undefined : compileBody(request.body, maxBodyBytes, compile),
  });
}

function compileParameter(
  { in: place, name, required, schema }: Requested['parameters'][number],
  compile: (schema: JsonSchema) => HoldAgainst,
): CompiledParameter {
  const items: unknown = typeof schema === 'boolean' ? undefined : schema['items'];
  const isList = typeOf(schema) === 'array';
  return Object.freeze({
    in: place,
    name,
    told: place === 'query' ? `?${name}` : place === 'path' ? `path.${name}` : name,
    required: required === true,
    type: scalar(isList ? typeOf(items) : typeOf(schema)),
    isList,
    holdAgainst: compile(schema),
  });
}

function compileBody(
  { required, maxBytes, schema }: NonNullable<Requested['body']>,
  most: number,
  compile: (schema: JsonSchema) => HoldAgainst,
): CompiledBody {
  return Object.freeze({
    required: required === true,
    maxBytes: Math.min(maxBytes, most),
    holdAgainst: compile(schema),
    names: namesIn(schema),
  });
}

function typeOf(schema: unknown): unknown {
  return typeof schema === 'object' && schema !== null ? Reflect.get(schema, 'type') : undefined;
}

/** The configuration was read: nothing else stands there. */
function scalar(type: unknown): ScalarType {
  return type === 'integer' || type === 'number' || type === 'boolean' ? type : 'string';
}

export function compileSchema(route: string, schema: JsonSchema, schemas: Schemas): HoldAgainst {
  try {
    return schemas.compile(schema);
  } catch (cause) {
    const reason = cause instanceof Error ? cause.message : 'it cannot be read';
    throw new SignetError(refusal('configuration_invalid.schema', { route, reason }), { cause });
  }
}
