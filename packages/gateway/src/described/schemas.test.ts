import { checkedFormats, type JsonSchema, schemaFaults } from '@signet/contracts';
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { Schemas } from './schemas.ts';

const names = fc.dictionary(fc.string(), fc.constant(true), { noNullPrototype: true, maxKeys: 2 });
const leaf = fc.record(
  {
    type: fc.constantFrom('string', 'integer', ['object', 'null'], 'array'),
    minLength: fc.nat(3),
    maximum: fc.integer(),
    multipleOf: fc.constantFrom(1, 0.01),
    pattern: fc.constantFrom('^a', '\\d+$', '\\p{L}'),
    format: fc.constantFrom(...checkedFormats),
    enum: fc.array(fc.jsonValue({ maxDepth: 1 }), { minLength: 1, maxLength: 2 }),
    const: fc.jsonValue({ maxDepth: 1 }),
    required: fc.uniqueArray(fc.string(), { maxLength: 2 }),
    dependentRequired: fc.dictionary(fc.string(), fc.uniqueArray(fc.string(), { maxLength: 2 }), {
      noNullPrototype: true,
      maxKeys: 2,
    }),
    $ref: fc.constant('#/$defs/a'),
  },
  { requiredKeys: [] },
);
const { schema } = fc.letrec((tie) => {
  const several = fc.array(tie('schema'), { minLength: 1, maxLength: 2 });
  const named = fc.dictionary(fc.string(), tie('schema'), { noNullPrototype: true, maxKeys: 2 });
  return {
    schema: fc.oneof(
      { maxDepth: 3, withCrossShrink: true },
      fc.boolean(),
      leaf,
      fc.record(
        {
          ...{
            properties: named,
            dependentSchemas: named,
            allOf: several,
            oneOf: several,
            prefixItems: several,
          },
          ...Object.fromEntries(['not', 'if', 'then', 'items'].map((keyword) => [keyword, tie('schema')])),
          ...{ contains: tie('schema'), additionalProperties: tie('schema'), propertyNames: tie('schema') },
          ...{ unevaluatedProperties: tie('schema'), unevaluatedItems: tie('schema') },
          patternProperties: fc.constantFrom({}, { '^a': true, b$: false }),
        },
        { requiredKeys: [] },
      ),
    ),
  };
});

it('makes a function of every schema in which the reading of the configuration found no fault, and the function ends', () => {
  const values = fc.oneof(fc.jsonValue(), names);
  fc.assert(
    fc.property(schema, schema, values, (own, defined, value) => {
      const whole = typeof own === 'object' ? { ...(own as object), $defs: { a: defined } } : own;
      if (schemaFaults(whole).length > 0) return;
      const error = new Schemas().compile(whole as JsonSchema)(value);
      expect(error === undefined || typeof error.keyword === 'string').toBe(true);
    }),
    { numRuns: 200 },
  );
});

it('ends where each level of a value would double the work, whatever a `not` makes of it', () => {
  const choice = { anyOf: [{ $ref: '#/$defs/node' }, { $ref: '#/$defs/node' }] };
  const node = { type: 'object', properties: { next: choice, end: false } };
  let value: object = { end: 1 };
  for (let level = 0; level < 60; level += 1) value = { next: value };
  for (const schema of [{ $ref: '#/$defs/node' }, { not: { $ref: '#/$defs/node' } }]) {
    const holdAgainst = new Schemas().compile({ ...schema, $defs: { node } });
    expect(holdAgainst(value)?.keyword).toContain('looks');
    expect(holdAgainst({ next: {} }) === undefined).toBe(!('not' in schema));
  }
});

it('makes one function of the same text, however often it is said, and never one of texts that differ', () => {
  const schemas = new Schemas();
  const text = () => schemas.compile({ type: 'string', maxLength: 3, $defs: { a: { $ref: '#/$defs/a' } } });
  expect(text()).toBe(text());
  const others: readonly JsonSchema[] = [
    { maxLength: 3, type: 'string', $defs: { a: { $ref: '#/$defs/a' } } },
    { type: 'string', maxLength: 3 },
    { type: 'string', maxLength: 4 },
    true,
  ];
  const made = others.map((schema) => schemas.compile(schema));
  expect(new Set([text(), ...made]).size).toBe(5);
  expect(made.map((holdAgainst) => holdAgainst('abcd')?.keyword)).toEqual([
    ...['maxLength', 'maxLength'],
    ...[undefined, undefined],
  ]);
});

it('says so of a schema that cannot be used', () => {
  expect(() => new Schemas().compile({ $ref: '#/$defs/nowhere' })).toThrow();
});

it('takes what people call a multiple for one', () => {
  const holdAgainst = new Schemas().compile({ multipleOf: 0.01 });
  expect(holdAgainst(19.99)).toBeUndefined();
  expect(holdAgainst(19.995)?.keyword).toBe('multipleOf');
});
