import type { JsonSchema } from '@signet/contracts';
import { describe, expect, it } from 'vitest';
import { namesIn } from './broken-rule.ts';
import { bodyFault, typeFault } from './read-body.ts';
import { longestMatched, Schemas } from './schemas.ts';

function fault(schema: JsonSchema, text: string | Buffer) {
  const holdAgainst = new Schemas().compile(schema);
  return bodyFault(Buffer.from(text), { required: true, maxBytes: 1, holdAgainst, names: namesIn(schema) });
}

const order: JsonSchema = {
  type: 'object',
  properties: {
    name: { type: 'string', minLength: 1, maxLength: 5 },
    lines: { type: 'array', items: { $ref: '#/$defs/line' } },
    kind: { enum: ['a', 'b'] },
  },
  required: ['name'],
  additionalProperties: false,
  $defs: {
    line: { type: 'object', properties: { count: { type: 'integer', maximum: 9 } }, required: ['count'] },
  },
};

describe('a body', () => {
  it('that keeps to its schema is good', () => {
    expect(fault(order, '{"name":"ada","lines":[{"count":9}],"kind":"b"}')).toBeUndefined();
  });

  it.each([
    ['{"lines":[]}', '#/name', 'required'],
    ['{"name":"too long"}', '#/name', 'maxLength 5'],
    ['{"name":7}', '#/name', 'type string'],
    ['{"name":"a","lines":[{"count":1},{"count":10}]}', '#/lines/1/count', 'maximum 9'],
    ['{"name":"a","lines":[{}]}', '#/lines/0/count', 'required'],
    ['{"name":"a","kind":"sk_live_secret"}', '#/kind', 'enum'],
    ['{"name":"a","sk_live_secret":1}', '#/*', 'additionalProperties'],
    ['[]', '#', 'type object'],
  ])('%s breaks a rule, which is told with its place', (text, place, rule) => {
    const told = fault(order, text);
    expect(told).toMatchObject({
      code: 'request_not_as_described',
      variant: 'body',
      values: { place, rule },
    });
    expect(JSON.stringify(told)).not.toContain('sk_live_secret');
  });

  it('is not told by names of the client, which may be secrets in the wrong place', () => {
    const any: JsonSchema = { additionalProperties: { type: 'string' }, properties: { known: true } };
    expect(fault(any, '{"known":1,"sk_live_secret":1}')).toMatchObject({
      values: { place: '#/*', rule: 'type string' },
    });
    expect(fault(any, '{"4711":1}')).toMatchObject({ values: { place: '#/*' } });
    expect(fault({ items: any }, '[{},{"4711":1}]')).toMatchObject({ values: { place: '#/1/*' } });
  });

  it.each([
    ['a name twice', '{"name":"a","name":"b"}', 'repeated_name'],
    ['a name twice, escaped otherwise', '{"name":"a","n\\u0061me":"b"}', 'repeated_name'],
    ['a number that a double rounds', '{"name":9007199254740993}', 'inexact'],
    ['a number beyond all', '{"name":"a","lines":[{"count":1e999}]}', 'inexact'],
    ['nothing', '', 'not_json'],
    ['a comment', '{"name":"a"}//', 'not_json'],
    ['single quotes', "{'name':'a'}", 'not_json'],
    ['two values', '{"name":"a"}{"name":"b"}', 'not_json'],
    ['a byte order mark', '\ufeff{"name":"a"}', 'not_json'],
    ['depth without end', `${'['.repeat(100_000)}`, 'not_json'],
    ['values without end', `[${'[],'.repeat(200_000)}1]`, 'not_json'],
  ])('with %s is refused', (_, text, variant) => {
    expect(fault(true, text)?.variant).toBe(variant);
  });

  it('that is no UTF-8 is refused', () => {
    expect(fault(true, Buffer.from([0x22, 0xc3, 0x28, 0x22]))?.variant).toBe('not_json');
    expect(fault(true, Buffer.from('"a"', 'utf16le'))?.variant).toBe('not_json');
  });

  it('has no member by what every object has', () => {
    const wants: JsonSchema = { type: 'object', required: ['constructor', 'toString'] };
    expect(fault(wants, '{}')).toMatchObject({ values: { place: '#/constructor', rule: 'required' } });
    const closed: JsonSchema = { type: 'object', properties: { a: true }, additionalProperties: false };
    expect(fault(closed, '{"__proto__":{"a":1}}')).toMatchObject({
      values: { rule: 'additionalProperties' },
    });
  });

  it('shows no pattern and no format more than so many characters', () => {
    const long = JSON.stringify('a'.repeat(longestMatched + 1));
    const fits = JSON.stringify('a'.repeat(longestMatched));
    expect(fault({ type: 'string', pattern: '^a*$' }, fits)).toBeUndefined();
    expect(fault({ type: 'string', pattern: '^a*$' }, long)).toMatchObject({ values: { rule: 'pattern' } });
    expect(fault({ type: 'string', format: 'uri-reference' }, long)).toMatchObject({
      values: { rule: 'format uri-reference' },
    });
    expect(fault({ type: 'string', format: 'date' }, '"2026-02-30"')).toMatchObject({
      values: { rule: 'format date' },
    });
  });

  it('is held against each of several patterns, and not against the first alone', () => {
    const schema: JsonSchema = {
      properties: { one: { pattern: '^1$' }, two: { pattern: '^2$' } },
      patternProperties: { '^x-': { type: 'integer' } },
    };
    expect(fault(schema, '{"one":"1","two":"2","x-a":1}')).toBeUndefined();
    expect(fault(schema, '{"one":"1","two":"1"}')).toMatchObject({ values: { place: '#/two' } });
    expect(fault(schema, '{"x-a":"1"}')).toMatchObject({ values: { place: '#/*', rule: 'type integer' } });
  });

  it('of a schema that holds itself is followed as deep as it goes', () => {
    const tree: JsonSchema = {
      $ref: '#/$defs/node',
      $defs: {
        node: { type: 'object', properties: { next: { $ref: '#/$defs/node' }, end: { const: true } } },
      },
    };
    expect(fault(tree, '{"next":{"next":{"end":true}}}')).toBeUndefined();
    expect(fault(tree, '{"next":{"next":{"end":1}}}')).toMatchObject({
      values: { place: '#/next/next/end', rule: 'const' },
    });
  });
});

describe('the type of a body', () => {
  it.each([
    [['content-type', 'application/json']],
    [['Content-Type', 'application/json; charset=utf-8']],
    [['content-type', 'Application/JSON;charset="UTF-8"', 'content-encoding', 'identity']],
  ])('may be %j', (headers) => {
    expect(typeFault(headers)).toBeUndefined();
  });

  it.each([
    ['type', []],
    ['type', ['content-type', 'text/plain']],
    ['type', ['content-type', 'application/json, text/plain']],
    ['type', ['content-type', 'application/json', 'content-type', 'application/json']],
    ['type', ['content-type', 'application/json; charset=utf-16']],
    ['type', ['content-type', 'application/jsonp']],
    ['type', ['content-type', 'application/x-www-form-urlencoded']],
    ['coding', ['content-type', 'application/json', 'content-encoding', 'gzip']],
    ['coding', ['content-type', 'application/json', 'content-encoding', 'identity, br']],
  ])('is refused for its %s: %j', (variant, headers) => {
    expect(typeFault(headers)).toMatchObject({ code: 'media_type_refused', variant });
  });
});
