import fc from 'fast-check';
import { expect, it } from 'vitest';
import { type Question, readQuestion, rewritten } from './question.ts';

function question(text: string): Question {
  const read = readQuestion(Buffer.from(text));
  if (!('root' in read)) throw new TypeError('No question');
  return read;
}

it('changes nothing of a text but the member that is changed', () => {
  const text = '{ "a" : 1.0, "model"\t:"gpt" , "n":1e400,"x":{"model":"y"} }';
  expect(rewritten(question(text), [{ name: 'model', json: '"other"' }])).toBe(
    text.replace('"gpt"', '"other"'),
  );
  expect(rewritten(question('{}'), [{ name: 'b', json: '2' }])).toBe('{"b":2}');
  const both = [
    { name: 'a', json: '[]' },
    { name: 'z', json: 'true' },
    { name: 'n', json: '0' },
  ];
  expect(rewritten(question('{"a":1,"n":5}'), both)).toBe('{"z":true,"a":[],"n":0}');
});

it('says the same otherwise, whatever else is said', () => {
  const names = fc.string().filter((name) => name.toLowerCase() !== 'model');
  fc.assert(
    fc.property(fc.dictionary(names, fc.jsonValue(), { maxKeys: 5 }), fc.string(), (rest, model) => {
      const distinct = Object.fromEntries(
        Object.entries(rest).filter(
          ([name], at, all) => all.findIndex(([other]) => other.toLowerCase() === name.toLowerCase()) === at,
        ),
      );
      const text = JSON.stringify({ ...distinct, model: 'gpt' });
      const changed = rewritten(question(text), [{ name: 'model', json: JSON.stringify(model) }]);
      expect(JSON.parse(changed)).toEqual({ ...JSON.parse(text), model });
    }),
  );
});

it.each([
  ['bytes that are no UTF-8', Buffer.from([0x22, 0xff, 0x22])],
  ['a mark of byte order', Buffer.from('\ufeff{}')],
  ['too many values', Buffer.from(`{"a":[${'0,'.repeat(200_001)}0]}`)],
])('does not read %s', (_, bytes) => {
  expect(readQuestion(bytes)).toMatchObject({ code: 'model_request_invalid', variant: 'body' });
});
