import { describe, expect, it } from 'vitest';
import { Notes } from '../mapping/notes.ts';
import type { ModelEvent } from '../model/event.ts';
import { Losses } from '../model/loss.ts';
import { readResponsesAnswer } from './read-answer.ts';
import { writeResponsesAnswer } from './write-answer.ts';

const read = (body: unknown) => readResponsesAnswer(body, new Losses());

const answer: readonly ModelEvent[] = [
  { kind: 'begin', id: 'resp_1', model: 'm', createdAt: 7 },
  { kind: 'item', item: 0, opens: { kind: 'reasoning', summary: true } },
  { kind: 'text', item: 0, text: 'hm' },
  { kind: 'sealed', item: 0, sealed: { maker: 'openai', value: 'sealed' } },
  { kind: 'item-end', item: 0 },
  { kind: 'item', item: 1, opens: { kind: 'message' } },
  { kind: 'text', item: 1, text: 'yes', logprobs: { content: [{ token: 'yes' }] } },
  { kind: 'citation', item: 1, citation: { url: 'https://a.example/', title: 'A' } },
  { kind: 'item-end', item: 1 },
  { kind: 'item', item: 2, opens: { kind: 'tool-call', id: 'a', name: 'f' } },
  { kind: 'arguments', item: 2, json: '{"x":1}' },
  { kind: 'item-end', item: 2 },
  { kind: 'finish', reason: 'tool-calls' },
  { kind: 'usage', usage: { provenance: 'provider', input: 3, output: 2, cacheRead: 0, reasoning: 1 } },
  { kind: 'end' },
];

describe('writeResponsesAnswer', () => {
  it('writes what is read again as the same', () => {
    const notes = new Notes({ from: 'responses', to: 'responses', losses: new Losses() });
    expect(read(writeResponsesAnswer(answer, notes))).toEqual(answer);
  });

  it('writes the error of an answer that failed, and nothing of what came before', () => {
    const notes = new Notes({ from: 'responses', to: 'responses', losses: new Losses() });
    const failed: ModelEvent = { kind: 'failed', failure: { status: 502, message: 'broken off' } };
    expect(Object.keys(writeResponsesAnswer([...answer.slice(0, 6), failed], notes))).toEqual(['error']);
  });
});

describe('readResponsesAnswer', () => {
  it('keeps what the provider did by itself, and takes it for no call of the caller', () => {
    const call = { type: 'mcp_call', id: 'mcp_1', name: 'f', arguments: '{}', output: 'x' };
    const events = read({ id: 'resp_1', status: 'completed', output: [call] });
    expect(events.slice(1, 4)).toEqual([
      { kind: 'item', item: 0, opens: { kind: 'foreign', type: 'mcp_call', value: call } },
      { kind: 'item-end', item: 0, value: call },
      { kind: 'finish', reason: 'stop' },
    ]);
  });

  it('cites files by their names', () => {
    const annotation = { type: 'file_citation', file_id: 'file_1', filename: 'a.pdf', index: 3 };
    const message = {
      type: 'message',
      content: [{ type: 'output_text', text: 'yes', annotations: [annotation] }],
    };
    expect(read({ status: 'completed', output: [message] })).toContainEqual({
      kind: 'citation',
      item: 0,
      citation: { title: 'a.pdf' },
    });
  });

  it.each([[undefined], ['<html>'], [{}], [{ output: 'none' }], [{ status: 'queued', output: [] }]])(
    'finds no answer in %j, and says so',
    (body) => {
      expect(read(body)).toMatchObject([{ kind: 'failed', failure: { status: 502 } }]);
    },
  );

  it('finds the error inside a 200, with the status that it would have had', () => {
    const error = { code: 'rate_limit_exceeded', message: 'later' };
    expect(read({ id: 'resp_1', status: 'failed', error, output: [] })).toEqual([
      { kind: 'failed', failure: { status: 429, ...error } },
    ]);
    expect(read({ error: { message: 'no', type: 'invalid_request_error' } })).toMatchObject([
      { kind: 'failed', failure: { status: 400 } },
    ]);
  });
});
