import { checkedFormats, type JsonSchema, mostUnique, schemaFaults } from '@signet/contracts';
import { type Described, followed, membersOf, textOf } from './described.ts';

/** A schema of a description as a route takes it, and what of it is not held against requests. */
export interface ConvertedSchema {
  readonly schema: JsonSchema;
  readonly notes: readonly string[];
}

const deepest = 24;
const formats: readonly string[] = checkedFormats;

/** Undefined where nothing of it can be checked; the notes say why. */
export function convertSchema(document: Described, value: unknown): Partial<ConvertedSchema> {
  const converter = new Converter(document);
  const own = converter.convert(value, 0);
  const definitions = Object.fromEntries(converter.definitions);
  const schema =
    typeof own === 'boolean' || converter.definitions.size === 0 ? own : { ...own, $defs: definitions };
  const notes = [...converter.notes];
  const [fault] = schemaFaults(schema);
  if (fault === undefined) return { schema, notes };
  return {
    notes: [
      ...notes,
      `its schema cannot be used (at ${fault.path.join('/') || 'its top'}): it is not checked`,
    ],
  };
}

const annotations: ReadonlySet<string> = new Set([
  ...[
    'title',
    'description',
    '$comment',
    'default',
    'example',
    'examples',
    'deprecated',
    'readOnly',
    'writeOnly',
  ],
  ...['xml', 'externalDocs', 'discriminator', 'nullable'],
]);
const asTheyAre: ReadonlySet<string> = new Set([
  ...['enum', 'const', 'multipleOf', 'dependentRequired'],
  ...[
    'minLength',
    'maxLength',
    'minItems',
    'maxItems',
    'minContains',
    'maxContains',
    'minProperties',
    'maxProperties',
  ],
]);
const schemas: ReadonlySet<string> = new Set([
  ...['not', 'if', 'then', 'else', 'items', 'contains', 'propertyNames', 'additionalProperties'],
  ...['unevaluatedItems', 'unevaluatedProperties'],
]);
const lists: ReadonlySet<string> = new Set(['allOf', 'anyOf', 'oneOf', 'prefixItems']);
const named: ReadonlySet<string> = new Set(['properties', 'patternProperties', 'dependentSchemas']);

class Converter {
  readonly notes = new Set<string>();
  readonly definitions = new Map<string, JsonSchema>();
  readonly #document: Described;
  /** By the reference that leads there. */
  readonly #names = new Map<string, string>();

  constructor(document: Described) {
    this.#document = document;
  }

  convert(value: unknown, depth: number): JsonSchema {
    if (typeof value === 'boolean') return value;
    if (depth > deepest) {
      this.notes.add(`what is described deeper than ${deepest} levels is not checked`);
      return true;
    }
    const described = membersOf(value);
    const reference = textOf(described['$ref']);
    if (reference !== undefined) return this.#referred(reference, described, depth);
    return this.#members(described, depth);
  }

  /** Beside a reference OpenAPI 3.0 reads nothing else. */
  #referred(reference: string, described: Described, depth: number): JsonSchema {
    const { $ref: _, ...beside } = described;
    const own: Readonly<Record<string, unknown>> = isOld(this.#document) ? {} : this.#members(beside, depth);
    const name = this.#nameOf(reference, depth);
    if (name === undefined) {
      this.notes.add('what stands in another file, or nowhere, is not checked');
      return own;
    }
    return { $ref: `#/$defs/${name}`, ...own };
  }

  #nameOf(reference: string, depth: number): string | undefined {
    const known = this.#names.get(reference);
    if (known !== undefined) return known;
    const target = followed(this.#document, { $ref: reference });
    if (target === undefined || !reference.startsWith('#/')) return undefined;
    const plain =
      reference
        .split('/')
        .at(-1)
        ?.replace(/[^A-Za-z0-9._-]+/g, '_')
        .slice(0, 100) ?? '';
    let name = plain === '' ? 'part' : plain;
    for (let nth = 2; this.definitions.has(name); nth += 1) name = `${plain}-${nth}`;
    this.#names.set(reference, name);
    // Known before it is read, as it may hold itself.
    this.definitions.set(name, true);
    this.definitions.set(name, this.#members(target, depth + 1));
    return name;
  }

  #members(described: Described, depth: number): Readonly<Record<string, unknown>> {
    const made: [string, unknown][] = [];
    const add = (keyword: string, value: unknown) => made.push([keyword, value]);
    for (const [keyword, value] of Object.entries(described)) {
      if (annotations.has(keyword) || keyword.startsWith('x-')) continue;
      if (asTheyAre.has(keyword)) add(keyword, value);
      else if (schemas.has(keyword)) add(keyword, this.convert(value, depth + 1));
      else if (lists.has(keyword))
        add(
          keyword,
          listOf(value).map((each) => this.convert(each, depth + 1)),
        );
      else if (named.has(keyword)) add(keyword, this.#named(value, depth));
      else this.#rule(keyword, value, described, add);
    }
    return nullable(Object.fromEntries(made), described);
  }

  #named(value: unknown, depth: number): Readonly<Record<string, unknown>> {
    const entries = Object.entries(membersOf(value)).map(([name, schema]) => [
      name,
      this.convert(schema, depth + 1),
    ]);
    return Object.fromEntries(entries);
  }

  #rule(
    keyword: string,
    value: unknown,
    described: Described,
    add: (keyword: string, value: unknown) => void,
  ): void {
    switch (keyword) {
      case 'type':
        add(keyword, value);
        return;
      case 'required':
        add(
          keyword,
          listOf(value).filter((name) => !this.#isReadOnly(name, described)),
        );
        return;
      case 'minimum':
      case 'maximum':
        if (described[exclusive[keyword]] !== true) add(keyword, value);
        return;
      case 'exclusiveMinimum':
      case 'exclusiveMaximum':
        if (typeof value === 'number') add(keyword, value);
        else if (value === true) {
          const bound = described[keyword === 'exclusiveMinimum' ? 'minimum' : 'maximum'];
          if (typeof bound === 'number') add(keyword, bound);
        }
        return;
      case 'uniqueItems':
        if (value !== true) return;
        if (Number(described['maxItems']) <= mostUnique) add(keyword, value);
        else this.notes.add(`uniqueItems is checked where maxItems is at most ${mostUnique}`);
        return;
      case 'format':
        if (typeof value === 'string' && formats.includes(value)) add(keyword, value);
        else this.notes.add(`the format ${String(value).slice(0, 40)} is not checked`);
        return;
      case 'pattern':
        if (isPattern(value)) add(keyword, value);
        else this.notes.add('a pattern that is no regular expression of ECMAScript is not checked');
        return;
      default:
        this.notes.add(`${keyword.slice(0, 40)} is not checked`);
    }
  }

  /** What only answers have is not required of a request. */
  #isReadOnly(name: unknown, described: Described): boolean {
    const properties = membersOf(described['properties']);
    if (typeof name !== 'string' || !Object.hasOwn(properties, name)) return false;
    const property = membersOf(properties[name]);
    return property['readOnly'] === true || followed(this.#document, property)?.['readOnly'] === true;
  }
}

const exclusive = { minimum: 'exclusiveMinimum', maximum: 'exclusiveMaximum' } as const;

/** OpenAPI 3.0 says `nullable` where JSON Schema has a type. */
function nullable(
  schema: Readonly<Record<string, unknown>>,
  described: Described,
): Readonly<Record<string, unknown>> {
  const { type, enum: values } = schema;
  if (described['nullable'] !== true || typeof type !== 'string') return schema;
  const more = Array.isArray(values) && !values.includes(null) ? { enum: [...values, null] } : {};
  return { ...schema, type: [type, 'null'], ...more };
}

function isOld(document: Described): boolean {
  return textOf(document['openapi'])?.startsWith('3.0') === true;
}

function listOf(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? value : [];
}

function isPattern(value: unknown): boolean {
  return typeof value === 'string' && schemaFaults({ pattern: value }).length === 0;
}
