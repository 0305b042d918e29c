import type { JsonSchema, RouteConfiguration } from '@signet/contracts';

/** Where an argument of a tool goes in the request of its route. */
export interface Argument {
  readonly in: 'path' | 'query' | 'header' | 'body';
  readonly name: string;
  readonly required: boolean;
  readonly schema: JsonSchema;
}

/** By their names, which no two places share. */
export type ArgumentShape = ReadonlyMap<string, Argument>;

/** Of a request or of who asks, and not for who calls a tool to say. */
const framing = new Set([
  ...['content-type', 'content-length', 'accept', 'host', 'expect', 'transfer-encoding', 'connection'],
  ...['authorization', 'cookie', 'x-api-key', 'dpop', 'forwarded', 'x-forwarded-for'],
]);
const bodyless = new Set(['GET', 'HEAD', 'DELETE', 'OPTIONS']);

/** What the route has in its path, and what it says of its requests beside. */
export function shapeOf({ match, request }: RouteConfiguration, method: string): ArgumentShape {
  const described = request?.parameters ?? [];
  const inPath = [...match.path.matchAll(/\{([^{}*]+)\*?\}/g)].map(([, name = '']): Argument => {
    const known = described.find((each) => each.in === 'path' && each.name === name);
    return { in: 'path', name, required: true, schema: known?.schema ?? { type: 'string' } };
  });
  const others = described
    .filter((each) => each.in === 'query' || (each.in === 'header' && !framing.has(each.name)))
    .filter((each) => each.in !== 'query' || match.query?.[each.name] === undefined)
    .map(
      (each): Argument => ({
        ...{ in: each.in, name: each.name, schema: each.schema },
        required: each.required === true,
      }),
    );
  const body = bodyOf(request, method);
  const all = [...inPath, ...others, ...(body === undefined ? [] : [body])];
  const shape = new Map<string, Argument>();
  for (const each of all) shape.set(free(each, shape), each);
  return shape;
}

function bodyOf(request: RouteConfiguration['request'], method: string): Argument | undefined {
  const described = request?.body;
  if (described !== undefined)
    return { in: 'body', name: 'body', required: described.required === true, schema: described.schema };
  return bodyless.has(method) ? undefined : { in: 'body', name: 'body', required: false, schema: true };
}

/** Two of one name, in different places, must not be taken for each other. */
function free({ in: place, name }: Argument, taken: ArgumentShape): string {
  let told = name;
  while (taken.has(told)) told = `${told}_${place}`;
  return told;
}

/** As a model is shown it. */
export function schemaOf(shape: ArgumentShape): Readonly<Record<string, unknown>> {
  const all = [...shape];
  return {
    type: 'object',
    properties: Object.fromEntries(all.map(([name, { schema }]) => [name, schema])),
    required: all.filter(([, { required }]) => required).map(([name]) => name),
    additionalProperties: false,
  };
}
