import type { JsonSchema } from '@signet/contracts';
import type { ErrorObject } from 'ajv/dist/2020.js';

export interface BrokenRule {
  /** A JSON Pointer as the fragment of an address (RFC 6901 §6), in which names that no schema has are `*`. */
  readonly place: string;
  /** By its keyword, such as `maxLength 10`; never with the value. */
  readonly rule: string;
}

const longestPlace = 200;

/**
 * @param known names that stand in the schema: others are the client’s, and may be secrets in the wrong place
 * @param value that breaks it: only of its lists are numbers places
 */
export function brokenRule(error: ErrorObject, known: ReadonlySet<string>, value: unknown): BrokenRule {
  const { keyword, instancePath, params } = error;
  const missing: unknown = params['missingProperty'];
  const more = [
    ...(keyword === 'required' && typeof missing === 'string' ? [missing] : []),
    ...(tooMuch.has(keyword) ? ['*'] : []),
  ];
  const names = [...shownPlace(instancePath, known, value), ...more.map((name) => shown(name, known))];
  const place = `#${names.map((name) => `/${name}`).join('')}`;
  return {
    place: place.length > longestPlace ? `${place.slice(0, longestPlace)}…` : place,
    rule: ruleOf(error),
  };
}

/** Every name under which some schema says something. */
export function namesIn(schema: JsonSchema): ReadonlySet<string> {
  const names = new Set<string>();
  collect(schema, names);
  return names;
}

/** Rules that a member breaks by being there. */
const tooMuch: ReadonlySet<string> = new Set(['additionalProperties', 'unevaluatedProperties']);

function ruleOf({ keyword, params }: ErrorObject): string {
  if (keyword === 'false schema') return 'that it is not there';
  const bound: unknown = params['limit'] ?? params['type'] ?? params['format'] ?? params['multipleOf'];
  return bound === undefined ? keyword : `${keyword} ${String(bound)}`;
}

function shownPlace(path: string, known: ReadonlySet<string>, value: unknown): string[] {
  let here = value;
  return path
    .split('/')
    .slice(1)
    .map((escaped) => {
      const name = unescaped(escaped);
      const isList = Array.isArray(here);
      here = typeof here === 'object' && here !== null ? Reflect.get(here, name) : undefined;
      return isList ? name : shown(name, known);
    });
}

function shown(name: string, known: ReadonlySet<string>): string {
  if (!known.has(name)) return '*';
  return name.replace(/~/g, '~0').replace(/\//g, '~1');
}

function unescaped(name: string): string {
  return name.replace(/~1/g, '/').replace(/~0/g, '~');
}

function collect(schema: unknown, names: Set<string>): void {
  if (Array.isArray(schema)) {
    for (const each of schema) collect(each, names);
    return;
  }
  if (typeof schema !== 'object' || schema === null) return;
  for (const [keyword, value] of Object.entries(schema)) {
    if (keyword === 'required' && Array.isArray(value)) for (const name of value) names.add(String(name));
    if (keyword === 'enum' || keyword === 'const' || keyword === 'default' || keyword === 'examples')
      continue;
    const isNamed = named.has(keyword) && typeof value === 'object' && value !== null;
    if (isNamed && keyword === 'properties') for (const name of Object.keys(value)) names.add(name);
    for (const part of isNamed ? Object.values(value) : [value]) collect(part, names);
  }
}

const named: ReadonlySet<string> = new Set(['properties', 'patternProperties', 'dependentSchemas', '$defs']);
