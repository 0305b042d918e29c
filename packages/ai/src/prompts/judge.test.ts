import { describe, expect, it } from 'vitest';
import { judgeAnswer } from './judge.ts';

const answer = {
  text: '{"title":"Ada","tags":{"b":1,"a":2}}',
  value: { title: 'Ada', tags: { b: 1, a: 2 } },
};

describe('an answer to a test', () => {
  it('is as it must be', () => {
    const expected = {
      contains: ['Ada'],
      lacks: ['Bo'],
      members: { title: 'Ada', tags: { a: 2, b: 1 } },
      maxCharacters: 100,
    };
    expect(judgeAnswer(expected, answer)).toEqual([]);
    expect(judgeAnswer({}, answer)).toEqual([]);
  });

  it('is told in each thing in which it is not', () => {
    const expected = {
      contains: ['Bo'],
      lacks: ['Ada'],
      members: { title: 'Bo', missing: null, constructor: null },
      maxCharacters: 3,
    };
    expect(judgeAnswer(expected, { ...answer, cut: 'length' })).toEqual([
      'was cut (length)',
      'lacks "Bo"',
      'contains "Ada"',
      'has another "title"',
      'has another "missing"',
      'has another "constructor"',
      'has 36 characters',
    ]);
  });

  it('is none where there is no value', () => {
    expect(judgeAnswer({ members: { title: 'Ada' } }, { text: 'Ada' })).toEqual(['has another "title"']);
  });
});
