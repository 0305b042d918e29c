import { allowed, listed } from '../../fields/allowed.ts';

/** A schema of JSON Schema 2020-12, as OpenAPI 3.1 has them: of those keywords alone that `schemaFaults` knows. */
export type JsonSchema = boolean | Readonly<Record<string, unknown>>;

export interface SchemaFault {
  readonly path: readonly (string | number)[];
  readonly message: string;
}

/** Kinds of texts that are held against a rule of their own. */
export const checkedFormats = [
  'date',
  'time',
  'date-time',
  'duration',
  'email',
  'hostname',
  'ipv4',
  'ipv6',
  'uri',
  'uri-reference',
  'uuid',
  'json-pointer',
  'byte',
  'int32',
  'int64',
  'float',
  'double',
  'password',
  'binary',
] as const;

const types = ['null', 'boolean', 'object', 'array', 'number', 'integer', 'string'];
const mostSchemas = 2_000;
const deepest = 32;
const mostFaults = 20;
const longestPattern = 1_024;
/** Items of a list that are told apart. */
export const mostUnique = 1_000;
const reference = /^#\/\$defs\/([A-Za-z0-9._-]{1,128})$/;

/** What stands behind a keyword: a schema, a list of them, several by name, or something that needs no further look. */
type Shape = 'schema' | 'schemas' | 'named' | Leaf;

interface Leaf {
  readonly expected: string;
  readonly fits: (value: unknown) => boolean;
}

const anything: Leaf = { expected: `a value of JSON at most ${deepest} levels deep`, fits: isPlain };
const number: Leaf = { expected: 'a number', fits: (value) => Number.isFinite(value) };
const amount: Leaf = {
  expected: 'a whole number from 0',
  fits: (value) => Number.isSafeInteger(value) && Number(value) >= 0,
};
const flag: Leaf = { expected: '`true` or `false`', fits: (value) => typeof value === 'boolean' };
const names: Leaf = { expected: 'a list of names, each once', fits: isListOfNames };

const keywords: ReadonlyMap<string, Shape> = new Map<string, Shape>([
  ...['title', 'description', '$comment', 'default', 'examples', 'deprecated', 'readOnly', 'writeOnly'].map(
    (name) => [name, anything] as const,
  ),
  ['type', { expected: `one or a list of ${listed(types)}`, fits: areTypes }],
  ['enum', { expected: 'a list of 1 to 1000 values', fits: isChoice }],
  ['const', anything],
  ...['minimum', 'maximum', 'exclusiveMinimum', 'exclusiveMaximum'].map((name) => [name, number] as const),
  ['multipleOf', { expected: 'a number above 0', fits: (value) => number.fits(value) && Number(value) > 0 }],
  ...['minLength', 'maxLength', 'minItems', 'maxItems', 'minContains', 'maxContains'].map(
    (name) => [name, amount] as const,
  ),
  ...['minProperties', 'maxProperties'].map((name) => [name, amount] as const),
  ['uniqueItems', flag],
  ['pattern', { expected: `a regular expression of at most ${longestPattern} characters`, fits: isPattern }],
  ['format', { expected: `one of ${listed(checkedFormats)}`, fits: isFormat }],
  ['$ref', { expected: '`#/$defs/NAME` with a name that stands there', fits: isReference }],
  ['required', names],
  [
    'dependentRequired',
    {
      expected: 'lists of names by name',
      fits: (value) => isBlock(value) && Object.values(value).every(isListOfNames),
    },
  ],
  ...['not', 'if', 'then', 'else', 'items', 'contains', 'propertyNames', 'additionalProperties'].map(
    (name) => [name, 'schema'] as const,
  ),
  ...['unevaluatedItems', 'unevaluatedProperties'].map((name) => [name, 'schema'] as const),
  ...['allOf', 'anyOf', 'oneOf', 'prefixItems'].map((name) => [name, 'schemas'] as const),
  ...['properties', 'patternProperties', 'dependentSchemas', '$defs'].map((name) => [name, 'named'] as const),
]);

/** Everything for which a schema cannot be used as it stands; a rule that nobody would check is among it. */
export function schemaFaults(schema: unknown): readonly SchemaFault[] {
  const reader = new SchemaReader(schema);
  reader.read(schema, []);
  if (reader.faults.length === 0) reader.followReferences();
  return reader.faults;
}

type Path = SchemaFault['path'];

class SchemaReader {
  readonly faults: SchemaFault[] = [];
  readonly #definitions: Readonly<Record<string, unknown>>;
  #schemas = 0;

  constructor(root: unknown) {
    const definitions = isBlock(root) ? root['$defs'] : undefined;
    this.#definitions = isBlock(definitions) ? definitions : {};
  }

  read(schema: unknown, path: Path): void {
    this.#schemas += 1;
    if (this.#schemas > mostSchemas || path.length > 2 * deepest) {
      const most = `at most ${mostSchemas} schemas in each other, ${deepest} deep`;
      if (this.#schemas <= mostSchemas + 1) this.#tell(path, most, 'Say less of the values in there.');
      return;
    }
    if (typeof schema === 'boolean') return;
    if (!isBlock(schema)) {
      this.#tell(path, 'a schema: keywords and values, or `true`', 'Write it as `{ type: string }`.');
      return;
    }
    for (const [keyword, value] of Object.entries(schema)) this.#readKeyword(keyword, value, path);
    // Each item is held against each other: how many there are must not be the client's to say.
    if (schema['uniqueItems'] === true && !isFewItems(schema['maxItems']))
      this.#tell(
        [...path, 'uniqueItems'],
        `\`maxItems\` of at most ${mostUnique} beside it`,
        'Write `maxItems: 100`.',
      );
  }

  /** One that leads back to itself without going down in the value would never come to an end. */
  followReferences(): void {
    const settled = new Set<string>();
    for (const name of Object.keys(this.#definitions))
      if (this.#circles(`#/$defs/${name}`, new Set(), settled)) this.#tellCircle(['$defs', name]);
  }

  #tellCircle(path: Path): void {
    const expected = 'a schema that does not ask for itself of the same value';
    this.#tell(path, expected, 'Take out the `$ref` that leads back.');
  }

  /** @param above on the way down to here */
  #circles(from: string, above: Set<string>, settled: Set<string>): boolean {
    if (above.has(from)) return true;
    if (settled.has(from)) return false;
    const [, name] = reference.exec(from) ?? [];
    above.add(from);
    const next = refsInPlace(this.#definitions[name ?? '']);
    const found = next.some((to) => this.#circles(to, above, settled));
    above.delete(from);
    settled.add(from);
    return found;
  }

  #readKeyword(keyword: string, value: unknown, path: Path): void {
    const at = [...path, keyword];
    const shape = keywords.get(keyword);
    if (shape === undefined) {
      const fix = `Take \`${keyword}\` out; docs/configuration.md lists them.`;
      this.#tell(at, 'keywords of JSON Schema 2020-12 that are checked', fix);
    } else if (shape === 'schema') this.read(value, at);
    else if (shape === 'schemas') this.#readList(value, at);
    else if (shape === 'named') this.#readNamed(keyword, value, at);
    else if (!shape.fits(value)) this.#tell(at, shape.expected, `Correct \`${keyword}\`.`);
    else if (keyword === '$ref') this.#find(String(value), at);
  }

  #readList(value: unknown, path: Path): void {
    if (!Array.isArray(value) || value.length === 0) {
      this.#tell(path, 'a list of schemas', 'Write them one a line after `- `.');
      return;
    }
    for (const [index, each] of value.entries()) this.read(each, [...path, index]);
  }

  #readNamed(keyword: string, value: unknown, path: Path): void {
    if (!isBlock(value)) {
      this.#tell(path, 'schemas by name', 'Write lines such as `name: { type: string }`.');
      return;
    }
    if (keyword === '$defs' && path.length > 1)
      this.#tell(path, '`$defs` at the top of the schema alone', 'Move them up.');
    for (const [name, schema] of Object.entries(value)) {
      if (keyword === 'patternProperties' && !isPattern(name))
        this.#tell([...path, name], 'a regular expression as the name', 'Correct the expression.');
      if (name === '__proto__') this.#tell([...path, name], 'another name, which is checked', 'Rename it.');
      this.read(schema, [...path, name]);
    }
  }

  #find(to: string, path: Path): void {
    const [, name] = reference.exec(to) ?? [];
    if (name === undefined || Object.hasOwn(this.#definitions, name)) return;
    const known = Object.keys(this.#definitions);
    this.#tell(path, `a name in \`$defs\` (${listed(known)})`, 'Add the schema there, or correct the name.');
  }

  #tell(path: Path, expected: string, fix: string): void {
    if (this.faults.length < mostFaults) this.faults.push({ path, message: allowed(expected, fix) });
  }
}

const inPlace = ['allOf', 'anyOf', 'oneOf', 'not', 'if', 'then', 'else', 'dependentSchemas'];

/** The references that are followed with the same value, and not with a part of it. */
function refsInPlace(schema: unknown): readonly string[] {
  if (!isBlock(schema)) return [];
  const own = typeof schema['$ref'] === 'string' ? [schema['$ref']] : [];
  const parts = inPlace.flatMap((keyword) => {
    const value = schema[keyword];
    if (keyword === 'dependentSchemas') return isBlock(value) ? Object.values(value) : [];
    return Array.isArray(value) ? value : [value];
  });
  return [...own, ...parts.flatMap(refsInPlace)];
}

function isBlock(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function isChoice(value: unknown): boolean {
  return Array.isArray(value) && value.length > 0 && value.length <= 1_000 && isPlain(value);
}

/** An alias of YAML can make a value that holds itself, and `.inf` one that no JSON has. */
function isPlain(value: unknown, left: number = deepest): boolean {
  if (typeof value === 'number') return Number.isFinite(value);
  if (typeof value !== 'object' || value === null) return true;
  return left > 0 && Object.values(value).every((part) => isPlain(part, left - 1));
}

function isListOfNames(value: unknown): boolean {
  if (!Array.isArray(value) || value.length > 1_000) return false;
  return value.every((name) => typeof name === 'string') && new Set(value).size === value.length;
}

function areTypes(value: unknown): boolean {
  const all: readonly unknown[] = Array.isArray(value) ? value : [value];
  const known = all.every((each) => typeof each === 'string' && types.includes(each));
  return known && all.length > 0 && new Set(all).size === all.length;
}

function isFewItems(value: unknown): boolean {
  return typeof value === 'number' && value <= mostUnique;
}

function isFormat(value: unknown): boolean {
  return checkedFormats.some((name) => name === value);
}

function isReference(value: unknown): boolean {
  return typeof value === 'string' && reference.test(value);
}

function isPattern(value: unknown): boolean {
  if (typeof value !== 'string' || value.length > longestPattern) return false;
  try {
    return new RegExp(value, 'u').source !== '';
  } catch {
    return false;
  }
}
