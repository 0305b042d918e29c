import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { removeItem, removeMember, setItem, setMember, textMember } from './edit-json.ts';

const objects = fc.dictionary(fc.string(), fc.jsonValue(), { noNullPrototype: true, maxKeys: 6 });
const indents = fc.constantFrom(undefined, 2, '\t');

const noObjects = ['', '[1]', '{"a":', '"x"'];

describe('setting a member of JSON text', () => {
  it('changes that member only, and keeps every digit of the others', () => {
    const text = '{ "id": 100002348117421473, "exp" : 1 , "z":[1,2]}';
    expect(setMember(text, 'exp', '99')).toBe('{ "id": 100002348117421473, "exp" : 99 , "z":[1,2]}');
  });

  it.each([
    ['{\n  "a": 1\n}', '{\n  "a": 1,\n  "exp": 2\n}'],
    ['{"a":1}', '{"a":1,"exp": 2}'],
    ['{"a":1, "b":2}', '{"a":1, "b":2, "exp": 2}'],
    ['{ "a":1 ,\n\t"b":2 }', '{ "a":1 ,\n\t"b":2,\n\t"exp": 2 }'],
    ['{ }', '{\n  "exp": 2\n}'],
  ])('appends one that is not there, in the manner of %j', (text, appended) => {
    expect(setMember(text, 'exp', '2')).toBe(appended);
  });

  it('leaves alone what is no object', () => {
    for (const text of noObjects) expect(setMember(text, 'exp', '2')).toBe(text);
  });

  it('gives what a program would have set, for any object', () => {
    fc.assert(
      fc.property(objects, fc.string(), fc.jsonValue(), indents, (object, name, value, indent) => {
        const edited = setMember(JSON.stringify(object, null, indent), name, JSON.stringify(value));
        const members = new Map([...Object.entries(object), [name, value] as const]);
        expect(JSON.parse(edited)).toEqual(JSON.parse(JSON.stringify(Object.fromEntries(members))));
      }),
    );
  });

  it('reads text members', () => {
    expect(textMember('{"alg":"ES256"}', 'alg')).toBe('ES256');
    expect(textMember('{"alg":1}', 'alg')).toBeUndefined();
  });
});

describe('removing a member of JSON text', () => {
  const text = '{\n  "a": 1,\n  "id": 100002348117421473,\n  "z": [1, 2]\n}';

  it.each([
    ['a', '{\n  "id": 100002348117421473,\n  "z": [1, 2]\n}'],
    ['id', '{\n  "a": 1,\n  "z": [1, 2]\n}'],
    ['z', '{\n  "a": 1,\n  "id": 100002348117421473\n}'],
    ['absent', text],
  ])('takes %s away with its comma, and nothing else', (name, left) => {
    expect(removeMember(text, name)).toBe(left);
  });

  it('gives what a program would have left, for any object', () => {
    fc.assert(
      fc.property(objects, fc.nat(), indents, (object, at, indent) => {
        const names = Object.keys(object);
        const name = names[at % Math.max(1, names.length)] ?? '';
        const edited = removeMember(JSON.stringify(object, null, indent), name);
        const left = Object.entries(object).filter(([other]) => other !== name);
        expect(JSON.parse(edited)).toEqual(JSON.parse(JSON.stringify(Object.fromEntries(left))));
      }),
    );
  });

  it('leaves an empty object after the last one', () => {
    expect(removeMember('{ "a": 1 }', 'a')).toBe('{}');
  });

  it('leaves alone what is no object', () => {
    for (const broken of noObjects) expect(removeMember(broken, 'a')).toBe(broken);
  });
});

describe('the items of an array in JSON text', () => {
  it('are changed one by one, each as it was written', () => {
    const text = '{"aud": ["\\u0061", "b" ], "n": 1.50}';
    expect(setItem(text, 'aud', 1, '"c"')).toBe('{"aud": ["\\u0061", "c" ], "n": 1.50}');
    expect(setItem(text, 'aud', 2, '"c"')).toBe('{"aud": ["\\u0061", "b", "c" ], "n": 1.50}');
    expect(removeItem(text, 'aud', 0)).toBe('{"aud": ["b" ], "n": 1.50}');
    expect(removeItem('{"aud":["b"]}', 'aud', 0)).toBe('{"aud":[]}');
    expect(setItem('{"aud":[ ]}', 'aud', 0, '"x"')).toBe('{"aud":["x"]}');
  });

  it('are left alone where there is no array', () => {
    expect(setItem('{"aud":"a"}', 'aud', 0, '1')).toBe('{"aud":"a"}');
    expect(removeItem('{"aud":[]}', 'aud', 0)).toBe('{"aud":[]}');
  });
});
