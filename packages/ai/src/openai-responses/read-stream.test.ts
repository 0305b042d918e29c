import { describe, expect, it } from 'vitest';
import type { ModelEvent } from '../model/event.ts';
import { Losses } from '../model/loss.ts';
import { ResponsesStreamReader } from './read-stream.ts';

function read(data: readonly unknown[]) {
  const losses = new Losses();
  const reader = new ResponsesStreamReader({ losses });
  const lines = data.map((each) => (typeof each === 'string' ? each : JSON.stringify(each)));
  const events: readonly ModelEvent[] = [
    ...lines.flatMap((line) => reader.read({ name: '', data: line })),
    ...reader.end(),
  ];
  return { events, lost: losses.told.map(({ path }) => path) };
}

const created = {
  type: 'response.created',
  response: { id: 'resp_1', model: 'm', created_at: 7, status: 'in_progress', output: [] },
};
const completed = (more: object = {}) => ({
  type: 'response.completed',
  response: {
    id: 'resp_1',
    model: 'm',
    created_at: 7,
    status: 'completed',
    output: [],
    service_tier: 'default',
    usage: {
      input_tokens: 3,
      output_tokens: 2,
      total_tokens: 5,
      output_tokens_details: { reasoning_tokens: 1 },
    },
    ...more,
  },
});
const added = (output_index: number, item: object) => ({
  type: 'response.output_item.added',
  output_index,
  item,
});
const done = (output_index: number, item: object) => ({
  type: 'response.output_item.done',
  output_index,
  item,
});
const delta = (kind: string, output_index: number, text: string, more: object = {}) => ({
  type: `response.${kind}.delta`,
  output_index,
  delta: text,
  ...more,
});

describe('ResponsesStreamReader', () => {
  it('reads text, its citations, the usage with its tier and the end', () => {
    const annotation = {
      type: 'url_citation',
      url: 'https://a.example/',
      title: 'A',
      start_index: 0,
      end_index: 2,
    };
    const { events, lost } = read([
      created,
      { type: 'response.in_progress', response: { id: 'resp_1' } },
      added(0, { type: 'message', id: 'msg_1', role: 'assistant', content: [], status: 'in_progress' }),
      { type: 'response.content_part.added', output_index: 0, part: { type: 'output_text', text: '' } },
      delta('output_text', 0, 'Hel', { logprobs: [], obfuscation: 'x' }),
      delta('output_text', 0, 'lo'),
      { type: 'response.output_text.annotation.added', output_index: 0, annotation_index: 0, annotation },
      { type: 'response.output_text.done', output_index: 0, text: 'Hello' },
      done(0, {
        type: 'message',
        id: 'msg_other',
        status: 'completed',
        role: 'assistant',
        content: [{ type: 'output_text', text: 'Hello', annotations: [annotation], logprobs: [] }],
      }),
      completed(),
    ]);
    expect(events).toEqual([
      { kind: 'begin', id: 'resp_1', model: 'm', createdAt: 7 },
      { kind: 'item', item: 0, opens: { kind: 'message' } },
      { kind: 'text', item: 0, text: 'Hel' },
      { kind: 'text', item: 0, text: 'lo' },
      { kind: 'citation', item: 0, citation: { url: 'https://a.example/', title: 'A', start: 0, end: 2 } },
      { kind: 'item-end', item: 0 },
      { kind: 'finish', reason: 'stop' },
      {
        kind: 'usage',
        usage: { provenance: 'provider', input: 3, output: 2, reasoning: 1, tier: 'default' },
      },
      { kind: 'end' },
    ]);
    expect(lost).toEqual([]);
  });

  it('reads the paragraphs of a summary, and what is sealed', () => {
    const summary = [
      { type: 'summary_text', text: 'one' },
      { type: 'summary_text', text: 'two' },
    ];
    const { events } = read([
      created,
      added(0, { type: 'reasoning', id: 'rs_1', summary: [], encrypted_content: 'early' }),
      delta('reasoning_summary_text', 0, 'one', { summary_index: 0 }),
      delta('reasoning_summary_text', 0, 'two', { summary_index: 1 }),
      done(0, { type: 'reasoning', id: 'rs_1', summary, encrypted_content: 'sealed' }),
      completed(),
    ]);
    expect(events.slice(1, 6)).toEqual([
      { kind: 'item', item: 0, opens: { kind: 'reasoning', summary: true } },
      { kind: 'text', item: 0, text: 'one' },
      { kind: 'text', item: 0, text: '\n\ntwo' },
      { kind: 'sealed', item: 0, sealed: { maker: 'openai', value: 'sealed' } },
      { kind: 'item-end', item: 0 },
    ]);
  });

  it('reads calls, of custom tools too, and arguments that no delta told', () => {
    const call = { type: 'function_call', id: 'fc_1', call_id: 'a', name: 'f', status: 'completed' };
    const { events, lost } = read([
      created,
      added(0, { ...call, arguments: '' }),
      { type: 'response.function_call_arguments.done', output_index: 0, arguments: '{"x":1}' },
      done(0, { ...call, arguments: '{"x":1}' }),
      added(1, { type: 'custom_tool_call', id: 'ct_1', call_id: 'b', name: 'sql', input: '' }),
      delta('custom_tool_call_input', 1, 'SELECT '),
      done(1, { type: 'custom_tool_call', id: 'ct_1', call_id: 'b', name: 'sql', input: 'SELECT 1' }),
      completed(),
    ]);
    expect(events.slice(1, -2)).toEqual([
      { kind: 'item', item: 0, opens: { kind: 'tool-call', id: 'a', name: 'f' } },
      { kind: 'arguments', item: 0, json: '{"x":1}' },
      { kind: 'item-end', item: 0 },
      { kind: 'item', item: 1, opens: { kind: 'tool-call', id: 'b', name: 'sql', custom: true } },
      { kind: 'arguments', item: 1, json: 'SELECT ' },
      { kind: 'arguments', item: 1, json: '1' },
      { kind: 'item-end', item: 1 },
      { kind: 'finish', reason: 'tool-calls' },
    ]);
    expect(lost).toEqual([]);
  });

  it('keeps the items of the provider and what is said of them on the way, and takes them for no call of the caller', () => {
    const search = { type: 'web_search_call', id: 'ws_1', status: 'in_progress' };
    const searching = { type: 'response.web_search_call.searching', output_index: 0, item_id: 'ws_1' };
    const found = { ...search, status: 'completed', action: { type: 'search', query: 'x' } };
    const { events } = read([created, added(0, search), searching, done(0, found), completed()]);
    expect(events.slice(1, 5)).toEqual([
      { kind: 'item', item: 0, opens: { kind: 'foreign', type: 'web_search_call', value: search } },
      { kind: 'foreign', item: 0, type: 'response.web_search_call.searching', value: searching },
      { kind: 'item-end', item: 0, value: found },
      { kind: 'finish', reason: 'stop' },
    ]);
  });

  it('reads an answer whose items stand in its end alone', () => {
    const message = { type: 'message', content: [{ type: 'output_text', text: 'yes', annotations: [] }] };
    const { events } = read([created, completed({ output: [message] })]);
    expect(events).toContainEqual({ kind: 'text', item: 0, text: 'yes' });
  });

  it('tells no item twice where places have gaps that the output has not, and none that came late not at all', () => {
    const message = (text: string) => ({ type: 'message', content: [{ type: 'output_text', text }] });
    const call = { type: 'function_call', call_id: 'a', name: 'f', arguments: '{}' };
    const streamed = [created, done(0, message('one')), done(2, message('two'))];
    const { events } = read([...streamed, completed({ output: [message('one'), call, message('two')] })]);
    expect(events.flatMap((event) => (event.kind === 'text' ? [event.text] : []))).toEqual(['one', 'two']);
    expect(events).toContainEqual({
      kind: 'item',
      item: 2,
      opens: { kind: 'tool-call', id: 'a', name: 'f' },
    });
  });

  it.each([
    [{ reason: 'max_output_tokens' }, { kind: 'finish', reason: 'length' }],
    [{ reason: 'content_filter' }, { kind: 'finish', reason: 'content-filter' }],
    [{ reason: 'something_new' }, { kind: 'finish', reason: 'length', said: 'something_new' }],
  ])('reads an end with %j, and its usage (new-api#7241)', (incomplete_details, finish) => {
    const end = { ...completed({ status: 'incomplete', incomplete_details }), type: 'response.incomplete' };
    const { events } = read([created, end]);
    expect(events).toContainEqual(finish);
    expect(events).toContainEqual(expect.objectContaining({ kind: 'usage' }));
    expect(events.at(-1)).toEqual({ kind: 'end' });
  });

  it('is cut wherever the end is missing, and never ends cleanly then', () => {
    const whole = [
      created,
      added(0, { type: 'message' }),
      delta('output_text', 0, 'a'),
      done(0, { type: 'message' }),
    ];
    for (let count = 0; count <= whole.length; count += 1) {
      const { events } = read([...whole.slice(0, count), '[DONE]']);
      expect(events.at(-1)).toMatchObject({ kind: 'failed', failure: { status: 502 } });
    }
  });

  it.each([
    [
      { type: 'error', error: { type: 'insufficient_quota', code: 'insufficient_quota', message: 'no' } },
      429,
    ],
    [{ type: 'error', code: 'server_error', message: 'no' }, 500],
    [
      {
        type: 'response.failed',
        response: { status: 'failed', error: { code: 'rate_limit_exceeded', message: 'no' } },
      },
      429,
    ],
    [{ type: 'response.failed', response: {} }, 502],
    [{ type: 'response.cancelled', response: { status: 'cancelled' } }, 502],
    [{ type: 'response.completed' }, 502],
    [{ type: 'response.completed', response: { status: 'in_progress' } }, 502],
    [{ error: { message: 'no', code: 'overloaded' } }, 529],
    ['<html>', 502],
    ['[]', 502],
  ])('fails on %j with %i, and says nothing after it', (bad, status) => {
    const { events } = read([created, bad, completed()]);
    expect(events.at(-1)).toMatchObject({ kind: 'failed', failure: { status } });
    expect(events.filter(({ kind }) => kind === 'end' || kind === 'finish')).toEqual([]);
  });

  it('begins once, and goes by places, as some give an item a new id with each event', () => {
    const { events } = read([
      created,
      created,
      added(0, { type: 'message', id: 'x' }),
      delta('output_text', 0, 'a', { item_id: 'y' }),
      done(0, { type: 'message', id: 'z', content: [{ type: 'output_text', text: 'a' }] }),
      completed(),
    ]);
    expect(events.filter(({ kind }) => kind === 'begin')).toHaveLength(1);
    expect(events.filter(({ kind }) => kind === 'item' || kind === 'text')).toHaveLength(2);
  });

  it('believes no usage of zero beside an answer (new-api#6265)', () => {
    const message = { type: 'message', content: [{ type: 'output_text', text: 'yes' }] };
    const { events, lost } = read([
      created,
      completed({ output: [message], usage: { input_tokens: 0, output_tokens: 0 } }),
    ]);
    expect(events.some(({ kind }) => kind === 'usage')).toBe(false);
    expect(lost).toEqual(['usage']);
  });

  it('tells every field and event that it does not know', () => {
    const { lost } = read([
      created,
      added(0, { type: 'message' }),
      { type: 'response.mood.changed', output_index: 0 },
      { type: 'response.weather' },
      done(0, {
        type: 'message',
        phase: 'commentary',
        content: [{ type: 'output_text', text: '', mood: 1 }],
      }),
      completed({ billing: { payer: 'x' } }),
    ]);
    expect(lost).toEqual([
      'response.mood.changed',
      'response.weather',
      'item.content[0].mood',
      'item.phase',
      'response.billing',
    ]);
  });
});
