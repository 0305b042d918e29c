import { describe, expect, it } from 'vitest';
import { schemaFaults } from './json-schema.ts';

const placesOf = (schema: unknown) => schemaFaults(schema).map(({ path }) => path.join('/'));

describe('a schema', () => {
  it.each([
    true,
    {},
    { type: ['string', 'null'], format: 'uuid', description: 'the id' },
    { type: 'object', properties: { type: { type: 'string' }, $ref: true }, required: ['type'] },
    { $ref: '#/$defs/node', $defs: { node: { properties: { next: { $ref: '#/$defs/node' } } } } },
    { uniqueItems: true, maxItems: 1_000 },
    { oneOf: [{ const: 1 }, { enum: ['a', null] }], not: false, unevaluatedProperties: false },
    { patternProperties: { '^x-': { pattern: '^\\p{L}+$' } }, dependentRequired: { a: ['b'] } },
  ])('may be %j', (schema) => {
    expect(schemaFaults(schema)).toEqual([]);
  });

  it.each([
    ['no schema', 7, ''],
    ['an unknown keyword', { minimun: 1 }, 'minimun'],
    ['one that every object has', { constructor: 1 }, 'constructor'],
    ['what OpenAPI 3.0 has instead', { type: 'string', nullable: true }, 'nullable'],
    ['an unknown type', { type: 'text' }, 'type'],
    ['a type twice', { type: ['string', 'string'] }, 'type'],
    ['an unknown format', { format: 'phone' }, 'format'],
    ['a bound that is no number', { items: { maximum: '7' } }, 'items/maximum'],
    ['a length below nothing', { minLength: -1 }, 'minLength'],
    ['a multiple of nothing', { multipleOf: 0 }, 'multipleOf'],
    ['a pattern that is none', { pattern: '(' }, 'pattern'],
    ['a name that is no pattern', { patternProperties: { '(': true } }, 'patternProperties/('],
    ['a reference to all of it', { items: { $ref: '#' } }, 'items/$ref'],
    ['a reference to another file', { $ref: 'https://example.org/a.json' }, '$ref'],
    ['a reference to nothing', { $ref: '#/$defs/toString', $defs: {} }, '$ref'],
    ['definitions that nobody finds', { items: { $defs: { a: true } } }, 'items/$defs'],
    ['a list whose items are told apart without end', { uniqueItems: true, maxItems: 1_001 }, 'uniqueItems'],
    ['an empty choice', { anyOf: [] }, 'anyOf'],
    ['a name that no object has', { properties: JSON.parse('{"__proto__":true}') }, 'properties/__proto__'],
    ['required names that stand twice', { required: ['a', 'a'] }, 'required'],
  ])('is not %s', (_, schema, place) => {
    expect(placesOf(schema)).toEqual([place]);
  });

  it.each([
    ['itself', { $defs: { a: { $ref: '#/$defs/a' } } }, '$defs/a'],
    ['itself in a choice', { $defs: { a: { anyOf: [{ type: 'null' }, { $ref: '#/$defs/a' }] } } }, '$defs/a'],
    [
      'one that asks for it',
      { $defs: { a: { not: { $ref: '#/$defs/b' } }, b: { $ref: '#/$defs/a' } } },
      '$defs/a',
    ],
    [
      'itself, where there is a member',
      { $defs: { a: { dependentSchemas: { x: { $ref: '#/$defs/a' } } } } },
      '$defs/a',
    ],
  ])('does not ask for %s of the same value, which would never end', (_, schema, place) => {
    expect(placesOf(schema)).toContain(place);
  });

  it.each([Number.NaN, Number.POSITIVE_INFINITY])('holds no number that is none in JSON: %s', (number) => {
    expect(placesOf({ const: number })).toEqual(['const']);
    expect(placesOf({ enum: [[number]] })).toEqual(['enum']);
  });

  it('holds no value that holds itself', () => {
    const circle: Record<string, unknown> = {};
    circle['again'] = circle;
    for (const keyword of ['const', 'default'] as const)
      expect(placesOf({ [keyword]: circle })).toEqual([keyword]);
    expect(placesOf({ enum: [circle] })).toEqual(['enum']);
    const schema: Record<string, unknown> = { type: 'object' };
    schema['items'] = schema;
    expect(schemaFaults(schema)).toHaveLength(1);
  });

  it('is bounded in depth and in number, and says so once', () => {
    let deep: unknown = true;
    for (let level = 0; level < 1_000; level += 1) deep = { items: deep };
    expect(schemaFaults(deep)).toHaveLength(1);
    const wide = { allOf: Array.from({ length: 5_000 }, () => ({})) };
    expect(schemaFaults(wide)).toHaveLength(1);
    const wrong = { allOf: Array.from({ length: 1_000 }, () => ({ typ: 1 })) };
    expect(schemaFaults(wrong).length).toBeLessThanOrEqual(20);
  });
});
