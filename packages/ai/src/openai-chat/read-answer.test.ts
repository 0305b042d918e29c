import { describe, expect, it } from 'vitest';
import { Losses } from '../model/loss.ts';
import { readChatAnswer } from './read-answer.ts';

const read = (body: unknown) => readChatAnswer(body, new Losses());

describe('readChatAnswer', () => {
  it('reads a whole answer as the events of a stream', () => {
    const events = read({
      id: 'c1',
      object: 'chat.completion',
      created: 7,
      model: 'm',
      service_tier: 'flex',
      choices: [
        {
          index: 0,
          message: {
            role: 'assistant',
            reasoning_content: 'hm',
            content: 'yes',
            refusal: null,
            annotations: [
              {
                type: 'url_citation',
                url_citation: { url: 'https://a.example/', title: 'A', start_index: 0, end_index: 3 },
              },
            ],
            tool_calls: [{ id: 'a', type: 'function', function: { name: 'f', arguments: '{}' } }],
          },
          logprobs: { content: [] },
          finish_reason: 'tool_calls',
        },
      ],
      usage: { prompt_tokens: 3, completion_tokens: 2, total_tokens: 5 },
    });
    expect(events).toEqual([
      { kind: 'begin', id: 'c1', model: 'm', createdAt: 7 },
      { kind: 'item', item: 0, opens: { kind: 'reasoning' } },
      { kind: 'text', item: 0, text: 'hm' },
      { kind: 'item-end', item: 0 },
      { kind: 'item', item: 1, opens: { kind: 'message' } },
      { kind: 'text', item: 1, text: 'yes', logprobs: { content: [] } },
      { kind: 'citation', item: 1, citation: { url: 'https://a.example/', title: 'A', start: 0, end: 3 } },
      { kind: 'item-end', item: 1 },
      { kind: 'item', item: 2, opens: { kind: 'tool-call', id: 'a', name: 'f' } },
      { kind: 'arguments', item: 2, json: '{}' },
      { kind: 'item-end', item: 2 },
      { kind: 'finish', reason: 'tool-calls' },
      { kind: 'usage', usage: { provenance: 'provider', input: 3, output: 2, tier: 'flex' } },
      { kind: 'end' },
    ]);
  });

  it('takes whole calls apart, though they have one id and one number', () => {
    const call = { index: 0, id: 'a', type: 'function', function: { name: 'f', arguments: '{}' } };
    const events = read({ choices: [{ message: { tool_calls: [call, call] }, finish_reason: 'stop' }] });
    expect(events.filter(({ kind }) => kind === 'item')).toHaveLength(2);
    expect(events).toContainEqual({ kind: 'finish', reason: 'tool-calls', said: 'stop' });
  });

  it.each([
    [undefined],
    ['<html>'],
    [[]],
    [{}],
    [{ choices: [] }],
    [{ id: 'x', choices: 'none' }],
    [{ error: 'no' }],
  ])('finds no answer in %j, and says so', (body) => {
    expect(read(body)).toMatchObject([{ kind: 'failed', failure: { status: 502 } }]);
  });

  it('finds the error inside a 200, with the status that it would have had', () => {
    const error = {
      message: 'You exceeded your quota.',
      type: 'insufficient_quota',
      code: 'insufficient_quota',
    };
    expect(read({ id: 'c1', choices: [], error })).toEqual([
      { kind: 'failed', failure: { status: 429, ...error } },
    ]);
  });
});
