import { type JsonObject, readJson } from '@signet/token/json';
import { describe, expect, it } from 'vitest';
import { convert } from './convert.ts';
import { type Field, type FieldKind, fieldsOf } from './field.ts';
import { startValue } from './new-member.ts';

const now = 1_764_000_000;

function read(text: string, wished: Readonly<Record<string, FieldKind>> = {}): readonly Field[] {
  const reading = readJson(text);
  if (reading.kind !== 'json') throw new Error(reading.problem.sentence);
  return fieldsOf('payload', text, reading.root as JsonObject, new Map(Object.entries(wished)));
}

function only(json: string): Field {
  const [field] = read(`{"x":${json}}`);
  if (!field) throw new Error('no member');
  return field;
}

describe('the fields of an object', () => {
  it('stand in its order, each by its kind, with what its name means', () => {
    const fields = read('{"exp":1764000900,"aud":["a"],"admin":false,"n":1.50,"cnf":{"jkt":"x"},"sub":"u"}');
    expect(fields.map(({ name, kind }) => `${name} ${kind}`)).toEqual([
      'exp time',
      'aud list',
      'admin boolean',
      'n number',
      'cnf json',
      'sub text',
    ]);
    expect(fields[3]?.source).toBe('1.50');
    expect(fields[0]?.meaning?.rule).toBe('RFC 7519 §4.1.4');
    expect(fields[2]?.meaning).toBeUndefined();
  });

  it.each([
    ['null', 'json'],
    ['["a", 1]', 'json'],
    ['100002348117421473', 'number'],
    ['"two\\nlines"', 'text'],
    ['"a\\rb"', 'json'],
    ['"\\ud800"', 'json'],
    ['["a\\u0000"]', 'json'],
  ])('take %s as %s, so that nothing of it is lost', (json, kind) => {
    expect(only(json).kind).toBe(kind);
  });

  it.each(['1764000900.5', '1764000900000', '-1', '"soon"', '1e9'])('show %s as no date', (json) => {
    expect(read(`{"exp":${json}}`)[0]?.kind).not.toBe('time');
  });

  it('are of the kind that was chosen, where that can hold the value', () => {
    expect(read('{"x":12}', { x: 'time' })[0]?.kind).toBe('time');
    expect(read('{"x":"12"}', { x: 'json' })[0]?.kind).toBe('json');
    expect(read('{"x":"12"}', { x: 'time' })[0]?.kind).toBe('text');
  });

  it('know no meaning for names of the language itself', () => {
    expect(read('{"constructor":1}')[0]?.meaning).toBeUndefined();
  });
});

describe('a value of another kind', () => {
  it.each([
    ['"a"', 'list', '["a"]'],
    ['["a","b"]', 'text', '"a"'],
    ['12345678901234567890', 'text', '"12345678901234567890"'],
    ['"12345678901234567890"', 'number', '12345678901234567890'],
    ['"many"', 'number', '0'],
    ['"true"', 'boolean', 'true'],
    ['1', 'boolean', 'false'],
    ['"1764000900"', 'time', '1764000900'],
    ['"soon"', 'time', String(now)],
    ['{"a": 1.0}', 'text', '"{\\"a\\": 1.0}"'],
    ['{"a": 1.0}', 'json', '{"a": 1.0}'],
    ['"\\u0061"', 'text', '"\\u0061"'],
  ] as const)('%s as %s is %s', (json, kind, converted) => {
    expect(convert(only(json), kind, now)).toBe(converted);
  });
});

describe('a new member', () => {
  it.each([
    ['exp', 'time'],
    ['auth_time', 'time'],
    ['amr', 'list'],
    ['email_verified', 'boolean'],
    ['cnf', 'json'],
    ['sub', 'text'],
    ['tenant', 'text'],
  ])('starts with a value of its usual kind: %s as %s', (name, kind) => {
    expect(read(`{${JSON.stringify(name)}:${startValue('payload', name, now)}}`)[0]?.kind).toBe(kind);
  });
});
