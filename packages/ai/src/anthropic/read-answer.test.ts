import { describe, expect, it } from 'vitest';
import { Losses } from '../model/loss.ts';
import { sumOf } from '../testing/sum.ts';
import { readAnthropicAnswer } from './read-answer.ts';

function read(body: unknown) {
  const losses = new Losses();
  const events = readAnthropicAnswer(body, losses);
  return { events, sum: sumOf(events), lost: losses.told.map(({ path }) => path) };
}

const answer = {
  id: 'msg_1',
  type: 'message',
  role: 'assistant',
  model: 'claude',
  content: [
    { type: 'thinking', thinking: 'Hm.', signature: 'c2ln' },
    { type: 'text', text: 'Here.' },
    { type: 'tool_use', id: 'toolu_1', name: 'json', input: {} },
  ],
  stop_reason: 'tool_use',
  stop_sequence: null,
  context_management: { applied_edits: [] },
  usage: { input_tokens: 3, output_tokens: 5 },
};

describe('readAnthropicAnswer', () => {
  it('reads a whole answer as the events of a stream', () => {
    const { events, sum, lost } = read(answer);
    expect(lost).toEqual([]);
    expect(events[0]).toEqual({ kind: 'begin', id: 'msg_1', model: 'claude' });
    expect(sum).toMatchObject({ finish: 'tool-calls', end: 'end', usage: { input: 3, output: 5 } });
    expect(sum.items.map(({ text, json }) => text + json)).toEqual(['Hm.', 'Here.', '{}']);
  });

  it.each([null, '<html>', [], {}, { type: 'message' }, { ...answer, stop_reason: null }])(
    'takes %j for a failure',
    (body) => {
      expect(read(body).events.at(-1)).toMatchObject({ kind: 'failed', failure: { status: 502 } });
    },
  );

  it('takes an error inside a 200 for an error', () => {
    const body = { type: 'error', error: { type: 'rate_limit_error', message: 'Slow down.' } };
    expect(read(body).events).toEqual([
      { kind: 'failed', failure: { status: 429, type: 'rate_limit_error', message: 'Slow down.' } },
    ]);
  });

  it('tells each field that has no room', () => {
    const { lost } = read({
      ...answer,
      container: { id: 'c' },
      content: [{ type: 'text', text: 'x', shade: 1 }, 'text'],
      context_management: { applied_edits: [{ type: 'clear' }] },
    });
    expect(lost).toEqual(['content[0].shade', 'content[1]', 'context_management.applied_edits', 'container']);
  });
});
