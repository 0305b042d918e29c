import { describe, expect, it } from 'vitest';
import type { ModelEvent } from '../model/event.ts';
import { answerOf } from './answer.ts';

const thought: readonly ModelEvent[] = [
  { kind: 'begin', id: 'a', model: 'm' },
  { kind: 'item', item: 0, opens: { kind: 'reasoning' } },
  { kind: 'text', item: 0, text: 'Hm.' },
  { kind: 'item-end', item: 0 },
  { kind: 'item', item: 1, opens: { kind: 'message' } },
  { kind: 'text', item: 1, text: 'Hel' },
  { kind: 'text', item: 1, text: 'lo' },
  { kind: 'item-end', item: 1 },
];

describe('the words of an answer', () => {
  it('are those of its message, and not its thoughts', () => {
    expect(answerOf([...thought, { kind: 'finish', reason: 'stop' }, { kind: 'end' }])).toEqual({
      text: 'Hello',
    });
  });

  it.each(['length', 'content-filter'] as const)('are told to be cut: %s', (reason) => {
    expect(answerOf([...thought, { kind: 'finish', reason }])).toEqual({ text: 'Hello', cut: reason });
  });

  it('are none where the model refuses', () => {
    const refused: readonly ModelEvent[] = [
      { kind: 'item', item: 0, opens: { kind: 'message' } },
      { kind: 'refusal', item: 0, text: 'No.' },
      { kind: 'finish', reason: 'stop' },
    ];
    expect(answerOf(refused)).toEqual({ text: '', cut: 'content-filter' });
  });

  it('are those of the first of several answers', () => {
    const second: ModelEvent = { kind: 'item', item: 2, opens: { kind: 'message' }, answer: 1 };
    expect(answerOf([...thought, second, { kind: 'text', item: 2, text: 'Bye' }])).toEqual({ text: 'Hello' });
  });
});
