import { contextHeaderFault, type JsonSchema } from '@signet/contracts';
import { convertSchema } from './converted-schema.ts';
import { type Described, followed, membersOf, textOf } from './described.ts';

/** What a route says of the requests of an operation, and what of the description is not held against them. */
export interface ReadRequest {
  /** As it stands in `signet.yaml`; undefined where there is nothing to check. */
  readonly request: Described | undefined;
  readonly notes: readonly string[];
}

export interface Operation {
  readonly method: string;
  readonly members: Described;
  /** Of all operations of the path. */
  readonly shared: unknown;
  /** What parameters of the path are called by the route, by their names in the description. */
  readonly pathNames: ReadonlyMap<string, string>;
}

export function readRequest(document: Described, operation: Operation): ReadRequest {
  const notes: string[] = [];
  const parameters = described(document, operation).flatMap((parameter) => {
    const read = readParameter(document, parameter, operation.pathNames, notes);
    return read === undefined ? [] : [read];
  });
  const body = readBody(document, operation, notes);
  if (parameters.length === 0 && body === undefined) return { request: undefined, notes };
  return {
    request: { ...(parameters.length === 0 ? {} : { parameters }), ...(body === undefined ? {} : { body }) },
    notes,
  };
}

/** Those of the operation in the place of those of its path. */
function described(document: Described, { members, shared }: Operation): readonly Described[] {
  const found = new Map<string, Described>();
  for (const value of [...listOf(shared), ...listOf(members['parameters'])]) {
    const parameter = followed(document, value);
    if (parameter !== undefined)
      found.set(`${textOf(parameter['in'])} ${textOf(parameter['name'])}`, parameter);
  }
  return [...found.values()];
}

/** OpenAPI 3.1 §4.8.12.2: what stands in these is described elsewhere. */
const elsewhere: ReadonlySet<string> = new Set(['accept', 'content-type', 'authorization']);

function readParameter(
  document: Described,
  parameter: Described,
  pathNames: ReadonlyMap<string, string>,
  notes: string[],
): Described | undefined {
  const place = textOf(parameter['in']) ?? '';
  const given = textOf(parameter['name']) ?? '';
  const name = nameIn(place, given, pathNames);
  if (place === 'header' && elsewhere.has(given.toLowerCase())) return undefined;
  const unchecked = (why: string) => {
    notes.push(`the parameter ${given.slice(0, 60)} is not checked: ${why}`);
    return undefined;
  };
  if (place !== 'query' && place !== 'path' && place !== 'header') return unchecked('it stands in a cookie');
  if (name === undefined) return unchecked('no route knows it by this name');
  if (parameter['schema'] === undefined) return unchecked('it has no schema of its own');
  const { schema, notes: more = [] } = convertSchema(document, parameter['schema']);
  for (const note of more) notes.push(`the parameter ${name}: ${note}`);
  if (schema === undefined) return undefined;
  const plain = withType(schema);
  if (plain === undefined)
    return unchecked('it does not say one type of text, number or boolean, or a list of one');
  const isList = plain['type'] === 'array';
  if (isList && place !== 'query') return unchecked('it is a list in one text');
  const { style, explode } = parameter;
  if (isList && (explode === false || (style !== undefined && style !== 'form')))
    return unchecked('it is a list in one text');
  if (style !== undefined && style !== (place === 'query' ? 'form' : 'simple'))
    return unchecked(`its style ${String(style).slice(0, 40)} is none that a route reads`);
  const required = place === 'path' || parameter['required'] === true;
  return { in: place, name, ...(required ? { required: true } : {}), schema: plain };
}

function nameIn(place: string, given: string, pathNames: ReadonlyMap<string, string>): string | undefined {
  if (place === 'path') return pathNames.get(given);
  if (place === 'header') {
    const name = given.toLowerCase();
    return contextHeaderFault(name) === undefined ? name : undefined;
  }
  return /^[\x21-\x7e]{1,128}$/.test(given) && !/[&=;#%+]/.test(given) ? given : undefined;
}

const scalars = ['string', 'integer', 'number', 'boolean'];

/** How the text is read must stand at the top. A text in a parameter is never null. */
function withType(schema: JsonSchema): Readonly<Record<string, unknown>> | undefined {
  if (typeof schema === 'boolean') return undefined;
  const { $ref, $defs, ...own } = schema;
  const name = typeof $ref === 'string' ? $ref.replace(/^#\/\$defs\//, '') : undefined;
  const merged = name === undefined ? own : { ...membersOf(membersOf($defs)[name]), ...own };
  const type: unknown = merged['type'];
  const types = Array.isArray(type) ? type.filter((each) => each !== 'null') : [type];
  const [only] = types;
  if (types.length !== 1) return undefined;
  const items = membersOf(merged['items'])['type'];
  const isRead = scalars.includes(String(only)) || (only === 'array' && scalars.includes(String(items)));
  if (!isRead) return undefined;
  const refersOn = JSON.stringify(merged).includes('"$ref"');
  return { ...merged, type: only, ...(refersOn ? { $defs } : {}) };
}

const withBodies: ReadonlySet<string> = new Set(['post', 'put', 'patch', 'delete']);

function readBody(
  document: Described,
  { method, members }: Operation,
  notes: string[],
): Described | undefined {
  if (members['requestBody'] === undefined) return undefined;
  const body = followed(document, members['requestBody']);
  const content = Object.entries(membersOf(body?.['content']));
  const [first, another] = content;
  const unchecked = (why: string) => {
    notes.push(`its body is not checked: ${why}`);
    return undefined;
  };
  if (body === undefined || first === undefined) return unchecked('it is not described in this file');
  if (!withBodies.has(method)) return unchecked(`${method.toUpperCase()} sends none`);
  if (another !== undefined)
    return unchecked('it may be of several types, of which a route takes JSON alone');
  const [type, media] = first;
  if (!/^application\/json\s*(?:;|$)/i.test(type)) return unchecked(`it is of the type ${type.slice(0, 60)}`);
  const { schema, notes: more = [] } = convertSchema(document, membersOf(media)['schema'] ?? true);
  for (const note of more) notes.push(`its body: ${note}`);
  if (schema === undefined) return undefined;
  return { ...(body['required'] === true ? { required: true } : {}), ...(schema === true ? {} : { schema }) };
}

function listOf(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? value : [];
}
