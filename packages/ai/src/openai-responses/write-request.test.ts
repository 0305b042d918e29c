import { describe, expect, it } from 'vitest';
import { Notes } from '../mapping/notes.ts';
import { Losses } from '../model/loss.ts';
import type { Protocol } from '../model/protocol.ts';
import type { InputItem, ModelRequest } from '../model/request.ts';
import { readResponsesRequest } from './read-request.ts';
import { writeResponsesRequest } from './write-request.ts';

const plain: ModelRequest = {
  model: 'm',
  items: [],
  tools: [],
  limits: {},
  sampling: {},
  stream: false,
  streamUsage: false,
  foreign: new Map(),
};

function write(request: Partial<ModelRequest>, from: Protocol = 'chat') {
  const losses = new Losses();
  const wire = writeResponsesRequest({ ...plain, ...request }, new Notes({ from, to: 'responses', losses }));
  return { wire, lost: losses.told.map(({ path, fate }) => `${fate} ${path}`) };
}

const text = (words: string) => [{ kind: 'text' as const, text: words }];

describe('writeResponsesRequest', () => {
  it('writes what it has read as it was', () => {
    const body = {
      model: 'm',
      input: [
        { type: 'message', role: 'system', content: [{ type: 'input_text', text: 'be kind' }] },
        {
          type: 'message',
          role: 'user',
          content: [{ type: 'input_file', file_id: 'file_1', filename: 'a.pdf' }],
        },
        { type: 'reasoning', summary: [{ type: 'summary_text', text: 'hm' }], encrypted_content: 'gAAA' },
        { type: 'function_call', call_id: 'c', name: 'f', arguments: '{}' },
        { type: 'function_call_output', call_id: 'c', output: 'done' },
        {
          type: 'message',
          role: 'assistant',
          content: [{ type: 'output_text', text: 'yes', annotations: [] }],
        },
        { type: 'web_search_call', id: 'ws_1' },
      ],
      tools: [
        { type: 'function', name: 'f', parameters: { type: 'object' }, strict: true },
        { type: 'web_search', filters: {} },
      ],
      tool_choice: { type: 'function', name: 'f' },
      include: ['reasoning.encrypted_content'],
      max_output_tokens: 9,
      text: { format: { type: 'json_object' }, verbosity: 'low' },
      reasoning: { effort: 'low', summary: 'auto' },
      store: false,
      stream: true,
      previous_response_id: 'resp_0',
    };
    const losses = new Losses();
    const reading = readResponsesRequest(body, losses);
    const notes = new Notes({ from: 'responses', to: 'responses', losses });
    expect('request' in reading && writeResponsesRequest(reading.request, notes)).toEqual(body);
    expect(losses.told).toEqual([]);
  });

  it('stores nothing that nobody asked to be stored, and asks for what is sealed then', () => {
    expect(write({}).wire).toMatchObject({ store: false, include: ['reasoning.encrypted_content'] });
    const stored = write({ store: true }).wire;
    expect(stored).toMatchObject({ store: true });
    expect(stored).not.toHaveProperty('include');
  });

  it('never sends a result without its call, as the whole request would be refused', () => {
    const item: InputItem = { kind: 'tool-result', callId: 'gone', parts: text('done'), path: 'messages[1]' };
    const { wire, lost } = write({ items: [item] });
    expect(wire['input']).toEqual([
      { type: 'message', role: 'user', content: [{ type: 'input_text', text: 'done' }] },
    ]);
    expect(lost).toEqual(['emulated messages[1]']);
  });

  it('gives results to custom tools as theirs, and says that a call failed', () => {
    const items: readonly InputItem[] = [
      { kind: 'tool-call', id: 'c', name: 'sql', arguments: 'SELECT 1', custom: true },
      { kind: 'tool-result', callId: 'c', parts: text('no'), isError: true, path: 'p' },
    ];
    const { wire, lost } = write({ items });
    expect(wire['input']).toMatchObject([
      { type: 'custom_tool_call', input: 'SELECT 1' },
      { type: 'custom_tool_call_output', call_id: 'c', output: 'Error: no' },
    ]);
    expect(lost).toEqual(['emulated p']);
  });

  it('sends no seal of another maker, and no item of another provider', () => {
    const items: readonly InputItem[] = [
      { kind: 'reasoning', text: 'hm', sealed: { maker: 'anthropic', value: 'secret' }, path: 'a' },
      { kind: 'reasoning', text: 'hm', path: 'b' },
      { kind: 'foreign', type: 'server_tool_use', value: { x: 'secret' }, path: 'c' },
    ];
    const { wire, lost } = write({
      items,
      tools: [{ kind: 'foreign', type: 'x', value: { x: 'secret' }, path: 'd' }],
    });
    expect(JSON.stringify(wire)).not.toContain('secret');
    expect(lost).toEqual(['dropped d', 'dropped a', 'dropped b', 'dropped c']);
  });

  it('tells each thing that has no place, by its path in the protocol of the caller', () => {
    const { lost } = write({
      limits: { stop: ['END'], answers: 2 },
      sampling: { seed: 1, presencePenalty: 1, frequencyPenalty: 1, logitBias: {} },
      foreign: new Map([['prediction', {}]]),
    });
    expect(lost).toEqual([
      'dropped stop',
      'dropped n',
      'dropped seed',
      'dropped presence_penalty',
      'dropped frequency_penalty',
      'dropped logit_bias',
      'dropped prediction',
    ]);
  });

  it('makes no tool strict that was not', () => {
    const { wire } = write({ tools: [{ kind: 'function', name: 'f' }] });
    expect(wire['tools']).toMatchObject([{ name: 'f', strict: false }]);
  });
});
