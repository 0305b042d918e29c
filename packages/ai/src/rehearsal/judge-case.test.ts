import type { KeptAnswer } from '@signet/contracts';
import { describe, expect, it } from 'vitest';
import { type CaseWishes, judgeCase } from './judge-case.ts';

const said: KeptAnswer = { text: 'It rains.', calls: [], end: 'whole' };
const form = (text: string): KeptAnswer => ({ ...said, text });
const calls = (...all: readonly (readonly [string, string])[]): KeptAnswer => ({
  text: '',
  calls: all.map(([name, json]) => ({ name, arguments: json })),
  end: 'whole',
});
const refused: KeptAnswer = { text: '', calls: [], end: 'refused' };

const wishes: CaseWishes = { holdsCall: ({ arguments: json }) => json.startsWith('{') };
const ofForm: CaseWishes = { ...wishes, holdsText: (text) => text === '{"rain":true}' };

describe('an answer beside the one that there was', () => {
  it.each<[string, KeptAnswer, KeptAnswer, CaseWishes, string, readonly string[]]>([
    ['says the same in other words', said, form('Rain.'), wishes, 'as-good', []],
    ['keeps to the schema', form('{"rain":true}'), form('{"rain":true}'), ofForm, 'as-good', []],
    ['leaves the schema', form('{"rain":true}'), form('Rain.'), ofForm, 'worse', ['schema']],
    ['leaves the schema as the one before did', form('It'), form('Rain.'), ofForm, 'look', ['schema']],
    ['refuses', said, refused, wishes, 'worse', ['refuses']],
    ['refuses as before', refused, refused, wishes, 'look', ['refuses']],
    ['refuses no longer', refused, said, wishes, 'look', ['no-longer-refuses']],
    ['is cut', said, { ...said, end: 'length' }, wishes, 'worse', ['cut']],
    ['says nothing', said, form(' '), wishes, 'worse', ['empty']],
    [
      'calls the same tool',
      calls(['w', '{"a":1,"b":2}']),
      calls(['w', '{"b":2, "a":1}']),
      wishes,
      'as-good',
      [],
    ],
    [
      'calls the same tools in another order',
      calls(['w', '{}'], ['t', '{}']),
      calls(['t', '{}'], ['w', '{}']),
      wishes,
      'as-good',
      [],
    ],
    [
      'calls it otherwise',
      calls(['w', '{"a":1}']),
      calls(['w', '{"a":2}']),
      wishes,
      'look',
      ['other-arguments'],
    ],
    ['calls another tool', calls(['w', '{}']), calls(['t', '{}']), wishes, 'look', ['other-tools']],
    ['calls it twice', calls(['w', '{}']), calls(['w', '{}'], ['w', '{}']), wishes, 'look', ['other-tools']],
    ['speaks instead of calling', calls(['w', '{}']), said, wishes, 'worse', ['other-tools']],
    [
      'calls with what is no JSON',
      calls(['w', '{}']),
      calls(['w', 'Bern']),
      wishes,
      'worse',
      ['arguments', 'other-arguments'],
    ],
    ['calls a tool before it fills the form', calls(['w', '{}']), calls(['w', '{}']), ofForm, 'as-good', []],
  ])('that %s', (_, before, after, asked, verdict, findings) => {
    expect(judgeCase({ before, after }, asked, [])).toEqual({ verdict, findings });
  });

  it('is to be looked at where the candidate could not be asked in full', () => {
    expect(judgeCase({ before: said, after: said }, wishes, ['seed dropped'])).toEqual({
      verdict: 'look',
      findings: ['loses'],
    });
  });
});
