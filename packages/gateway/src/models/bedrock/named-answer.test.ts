import { expect, it } from 'vitest';
import { named } from './named-answer.ts';

const name = { id: 'ref_a', model: 'claude' };

it('gives a name to what has none, and to that alone', () => {
  const begin = { kind: 'begin', id: '', model: '' } as const;
  expect(named([begin, { kind: 'ping' }], name)).toEqual([{ ...begin, ...name }, { kind: 'ping' }]);
  const own = { kind: 'begin', id: 'msg_1', model: 'opus' } as const;
  expect(named([own], name)).toEqual([own]);
});
