import { describe, expect, it } from 'vitest';
import { setMember, textMember } from './edit-json.ts';

describe('setting a member of JSON text', () => {
  it('changes that member only, and keeps every digit of the others', () => {
    const text = '{ "id": 100002348117421473, "exp" : 1 , "z":[1,2]}';
    expect(setMember(text, 'exp', '99')).toBe('{ "id": 100002348117421473, "exp" : 99 , "z":[1,2]}');
  });

  it('appends one that is not there', () => {
    expect(setMember('{\n  "a": 1\n}', 'exp', '2')).toBe('{\n  "a": 1,\n  "exp": 2\n}');
    expect(JSON.parse(setMember('{}', 'exp', '2'))).toEqual({ exp: 2 });
  });

  it('leaves alone what is no object', () => {
    for (const text of ['', '[1]', '{"a":', '"x"']) expect(setMember(text, 'exp', '2')).toBe(text);
  });

  it('reads text members', () => {
    expect(textMember('{"alg":"ES256"}', 'alg')).toBe('ES256');
    expect(textMember('{"alg":1}', 'alg')).toBeUndefined();
  });
});
