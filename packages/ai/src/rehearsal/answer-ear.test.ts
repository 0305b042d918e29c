import { describe, expect, it } from 'vitest';
import type { ModelEvent } from '../model/event.ts';
import { AnswerEar } from './answer-ear.ts';

function heard(events: readonly ModelEvent[]) {
  const ear = new AnswerEar();
  for (const event of events) ear.take(event);
  return ear.answer;
}

const message: ModelEvent = { kind: 'item', item: 0, opens: { kind: 'message' } };
const end: ModelEvent = { kind: 'end' };

describe('an answer that is heard', () => {
  it('has its words and calls, and nothing of what was thought', () => {
    expect(
      heard([
        { kind: 'item', item: 0, opens: { kind: 'reasoning' } },
        { kind: 'text', item: 0, text: 'They want the weather.' },
        { kind: 'item', item: 1, opens: { kind: 'message' } },
        { kind: 'text', item: 1, text: 'One ' },
        { kind: 'text', item: 1, text: 'moment.' },
        { kind: 'item', item: 2, opens: { kind: 'tool-call', id: 'call_1', name: 'weather' } },
        { kind: 'arguments', item: 2, json: '{"city":' },
        { kind: 'arguments', item: 2, json: '"Bern"}' },
        { kind: 'finish', reason: 'tool-calls' },
        end,
      ]),
    ).toEqual({
      text: 'One moment.',
      calls: [{ name: 'weather', arguments: '{"city":"Bern"}' }],
      end: 'whole',
    });
  });

  it('is the first where several came', () => {
    expect(
      heard([
        message,
        { kind: 'text', item: 0, text: 'One.' },
        { kind: 'item', item: 1, opens: { kind: 'message' }, answer: 1 },
        { kind: 'text', item: 1, text: 'Two.' },
        end,
      ])?.text,
    ).toBe('One.');
  });

  it.each<[string, ModelEvent, string]>([
    ['at its limit', { kind: 'finish', reason: 'length' }, 'length'],
    ['with a refusal', { kind: 'refusal', item: 0, text: 'No.' }, 'refused'],
    ['at a filter', { kind: 'finish', reason: 'content-filter' }, 'refused'],
  ])('says that it ended %s', (_, event, said) => {
    expect(heard([message, event, end])?.end).toBe(said);
  });

  it('is none before its end, and none that is too long', () => {
    expect(heard([message, { kind: 'text', item: 0, text: 'Half' }])).toBeUndefined();
    expect(heard([message, { kind: 'text', item: 0, text: 'x'.repeat(70_000) }, end])).toBeUndefined();
  });
});
