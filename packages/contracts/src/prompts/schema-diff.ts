import type { JsonSchema } from '../configuration/sections/routes/json-schema.ts';

/**
 * What a change of a schema does to the values that keep to it: `narrowed`, some that did no longer do; `widened`, some do that
 * did not; `either`, where nobody can say, which counts as both.
 */
export interface SchemaChange {
  /** A JSON Pointer into the schema, such as `/properties/language/enum`. */
  readonly path: string;
  readonly effect: 'narrowed' | 'widened' | 'either' | 'neither' | 'member added';
}

type Block = Readonly<Record<string, unknown>>;
type Effect = SchemaChange['effect'];
/** @param before undefined where the keyword was not there */
type Judge = (before: unknown, after: unknown, schemas: Schemas) => Effect | readonly SchemaChange[];

interface Schemas {
  readonly before: Block;
  readonly after: Block;
  readonly path: string;
}

const words = new Set([
  'title',
  'description',
  '$comment',
  'default',
  'examples',
  'deprecated',
  'readOnly',
  'writeOnly',
]);
const floors = ['minimum', 'exclusiveMinimum', 'minLength', 'minItems', 'minProperties'];
const ceilings = ['maximum', 'exclusiveMaximum', 'maxLength', 'maxItems', 'maxProperties'];

const judges: ReadonlyMap<string, Judge> = new Map<string, Judge>([
  ...floors.map((name): [string, Judge] => [name, (before, after) => ofBound(before, after, 'floor')]),
  ...ceilings.map((name): [string, Judge] => [name, (before, after) => ofBound(before, after, 'ceiling')]),
  ['type', (before, after) => ofSets(typesOf(before), typesOf(after))],
  ['enum', (before, after) => ofSets(before, after)],
  ['const', (before, after) => ofSets(oneOf(before), oneOf(after))],
  ['required', (before, after) => ofSets(after ?? [], before ?? [])],
  ['pattern', addedOrGone],
  ['format', addedOrGone],
  ['multipleOf', addedOrGone],
  ['uniqueItems', (before, after) => ofFlag(before === true, after === true)],
  ['additionalProperties', ofPart],
  ['items', ofPart],
  ['properties', ofMembers],
]);

/** Every keyword that is otherwise. One that is not known here, such as `anyOf`, counts as both. */
export function schemaChanges(before: JsonSchema, after: JsonSchema, path = ''): readonly SchemaChange[] {
  if (isSame(before, after)) return [];
  if (before === true || after === false) return [{ path, effect: 'narrowed' }];
  if (before === false || after === true) return [{ path, effect: 'widened' }];
  const keywords = [...new Set([...Object.keys(before), ...Object.keys(after)])].sort();
  return keywords
    .filter((keyword) => !isSame(before[keyword], after[keyword]))
    .flatMap((keyword) => ofKeyword(keyword, { before, after, path }));
}

function ofKeyword(keyword: string, schemas: Schemas): readonly SchemaChange[] {
  const path = `${schemas.path}/${keyword}`;
  if (words.has(keyword)) return [{ path, effect: 'neither' }];
  const judge = judges.get(keyword);
  if (judge === undefined) return [{ path, effect: 'either' }];
  const judged = judge(own(schemas.before, keyword), own(schemas.after, keyword), { ...schemas, path });
  return typeof judged === 'string' ? [{ path, effect: judged }] : judged;
}

/** Absent is no bound at all. */
function ofBound(before: unknown, after: unknown, kind: 'floor' | 'ceiling'): Effect {
  if (before === undefined || after === undefined) return addedOrGone(before, after);
  if (typeof before !== 'number' || typeof after !== 'number') return 'either';
  return after > before === (kind === 'floor') ? 'narrowed' : 'widened';
}

function addedOrGone(before: unknown, after: unknown): Effect {
  if (before === undefined) return 'narrowed';
  return after === undefined ? 'widened' : 'either';
}

function ofFlag(before: boolean, after: boolean): Effect {
  if (before === after) return 'neither';
  return after ? 'narrowed' : 'widened';
}

/** Absent: every value. */
function ofSets(before: unknown, after: unknown): Effect {
  if (before === undefined || after === undefined) return addedOrGone(before, after);
  if (!Array.isArray(before) || !Array.isArray(after)) return 'either';
  const [old, now] = [new Set(before.map(told)), new Set(after.map(told))];
  const [lost, won] = [!old.isSubsetOf(now), !now.isSubsetOf(old)];
  if (lost && won) return 'either';
  if (lost) return 'narrowed';
  return won ? 'widened' : 'neither';
}

/** Whatever is an integer is a number. */
function typesOf(value: unknown): readonly unknown[] | undefined {
  if (value === undefined) return undefined;
  const all: readonly unknown[] = Array.isArray(value) ? value : [value];
  return all.includes('number') ? [...all, 'integer'] : all;
}

function oneOf(value: unknown): readonly unknown[] | undefined {
  return value === undefined ? undefined : [value];
}

/** Absent: any value. */
function ofPart(before: unknown, after: unknown, { path }: Schemas): Effect | readonly SchemaChange[] {
  const [old, now] = [before ?? true, after ?? true];
  if (isSchema(old) && isSchema(now)) return schemaChanges(old, now, path);
  return 'either';
}

function ofMembers(before: unknown, after: unknown, schemas: Schemas): readonly SchemaChange[] {
  const [old, now] = [blockOf(before), blockOf(after)];
  return [...new Set([...Object.keys(old), ...Object.keys(now)])]
    .sort()
    .flatMap((name) => ofMember(name, { old: own(old, name), now: own(now, name) }, schemas));
}

function ofMember(
  name: string,
  { old, now }: { readonly old: unknown; readonly now: unknown },
  { before, after, path }: Schemas,
): readonly SchemaChange[] {
  const at = `${path}/${name.replace(/~/g, '~0').replace(/\//g, '~1')}`;
  if (isSchema(old) && isSchema(now)) return schemaChanges(old, now, at);
  // Where others than those that are named were refused, its values are new; else it had any value until now.
  if (isSchema(now) && old === undefined)
    return [{ path: at, effect: isClosedTo(before) ? 'member added' : 'narrowed' }];
  if (isSchema(old) && now === undefined)
    return [{ path: at, effect: isClosedTo(after) ? 'narrowed' : 'widened' }];
  return [{ path: at, effect: 'either' }];
}

function isClosedTo(schema: Block): boolean {
  return schema['additionalProperties'] === false;
}

function isSchema(value: unknown): value is JsonSchema {
  return typeof value === 'boolean' || isBlock(value);
}

function isBlock(value: unknown): value is Block {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function blockOf(value: unknown): Block {
  return isBlock(value) ? value : {};
}

function own(block: Block, name: string): unknown {
  return Object.hasOwn(block, name) ? block[name] : undefined;
}

function isSame(one: unknown, other: unknown): boolean {
  return told(one) === told(other);
}

/** The same text for the same value, in whatever order its members were written. */
function told(value: unknown): string | undefined {
  return JSON.stringify(value, (_, part: unknown) =>
    isBlock(part)
      ? Object.fromEntries(Object.entries(part).sort(([one], [other]) => (one < other ? -1 : 1)))
      : part,
  );
}
