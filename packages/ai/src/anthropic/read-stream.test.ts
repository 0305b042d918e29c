import { describe, expect, it } from 'vitest';
import { callsOf, sumOf, textOf } from '../testing/sum.ts';
import { eventsOf, readAll } from '../testing/wire.ts';
import { AnthropicStreamReader } from './read-stream.ts';

const usage = { input_tokens: 17, output_tokens: 1 };
const start = (id = 'msg_1', more: object = {}) => ({
  type: 'message_start',
  message: {
    id,
    type: 'message',
    role: 'assistant',
    model: 'claude',
    content: [],
    stop_reason: null,
    usage,
    ...more,
  },
});
const begin = (index: number, content_block: object) => ({
  type: 'content_block_start',
  index,
  content_block,
});
const piece = (index: number, delta: object) => ({ type: 'content_block_delta', index, delta });
const stop = (index: number) => ({ type: 'content_block_stop', index });
const conclude = (stop_reason: string, more: object = { output_tokens: 9 }) => ({
  type: 'message_delta',
  delta: { stop_reason, stop_sequence: null },
  usage: more,
});
const over = { type: 'message_stop' };
const text = [begin(0, { type: 'text', text: '' }), piece(0, { type: 'text_delta', text: 'Hello' }), stop(0)];
const call = (index: number, id: string, json: string) => [
  begin(index, { type: 'tool_use', id, name: 'weather', input: {} }),
  piece(index, { type: 'input_json_delta', partial_json: json }),
  stop(index),
];

function read(...data: readonly unknown[]) {
  const { events, lost } = readAll((given) => new AnthropicStreamReader(given), eventsOf(data));
  return { events, lost, sum: sumOf(events), last: events.at(-1) };
}

describe('AnthropicStreamReader', () => {
  it('reads text, thoughts with their signature, calls and pings', () => {
    const { sum, lost, events } = read(
      start(),
      { type: 'ping' },
      begin(0, { type: 'thinking', thinking: '', signature: '' }),
      piece(0, { type: 'thinking_delta', thinking: 'Hm.' }),
      piece(0, { type: 'signature_delta', signature: 'c2ln' }),
      stop(0),
      begin(1, { type: 'redacted_thinking', data: 'b3BhcXVl' }),
      stop(1),
      ...call(2, 'toolu_1', '{"city":'),
      conclude('tool_use', { input_tokens: 20, output_tokens: 9 }),
      over,
    );
    expect(lost).toEqual([]);
    expect(sum).toMatchObject({ finish: 'tool-calls', end: 'end', usage: { input: 20, output: 9 } });
    expect(sum.items).toMatchObject([
      { opens: { kind: 'reasoning' }, text: 'Hm.', sealed: [{ maker: 'anthropic', value: 'c2ln' }] },
      { opens: { kind: 'reasoning', redacted: true }, sealed: [{ maker: 'anthropic', value: 'b3BhcXVl' }] },
      { opens: { kind: 'tool-call', id: 'toolu_1', name: 'weather' }, json: '{"city":' },
    ]);
    expect(events.some(({ kind }) => kind === 'ping')).toBe(true);
  });

  it('takes a call without arguments for one with none, and those that stand at its beginning', () => {
    const { sum } = read(
      start(),
      begin(0, { type: 'tool_use', id: 'a', name: 'now', input: {} }),
      piece(0, { type: 'input_json_delta', partial_json: '' }),
      stop(0),
      begin(1, { type: 'tool_use', id: 'b', name: 'roll', input: { player: 1 }, caller: { type: 'direct' } }),
      stop(1),
      conclude('tool_use'),
      over,
    );
    expect(callsOf(sum)).toEqual([
      ['now', {}],
      ['roll', { player: 1 }],
    ]);
  });

  it('keeps tools of the provider as they are, their input in pieces', () => {
    const { events } = read(
      start(),
      begin(0, { type: 'server_tool_use', id: 's', name: 'web_search', input: {} }),
      piece(0, { type: 'input_json_delta', partial_json: '{"query":"x"}' }),
      piece(0, { type: 'dream_delta', dream: 1 }),
      stop(0),
      begin(1, { type: 'web_search_tool_result', tool_use_id: 's', content: [{ url: 'u' }] }),
      stop(1),
      begin(2, { type: 'compaction', content: null }),
      piece(2, { type: 'compaction_delta', content: 'In short.' }),
      stop(2),
      conclude('end_turn'),
      over,
    );
    const used = { type: 'server_tool_use', id: 's', name: 'web_search' };
    expect(events).toContainEqual({
      kind: 'item',
      item: 0,
      opens: { kind: 'foreign', type: used.type, value: used },
    });
    expect(events).toContainEqual({ kind: 'item-end', item: 0, value: { ...used, input: { query: 'x' } } });
    expect(events).toContainEqual({
      kind: 'foreign',
      item: 0,
      type: 'dream_delta',
      value: { type: 'dream_delta', dream: 1 },
    });
    expect(events).toContainEqual({
      kind: 'item-end',
      item: 2,
      value: { type: 'compaction', content: 'In short.' },
    });
  });

  it('reads citations, and tells what of them has no room', () => {
    const citation = {
      type: 'web_search_result_location',
      url: 'https://a.example',
      title: 'A',
      cited_text: 'so',
      encrypted_index: 'opaque',
    };
    const { sum, lost } = read(
      start(),
      begin(0, { type: 'text', text: '', citations: [] }),
      piece(0, { type: 'citations_delta', citation }),
      piece(0, { type: 'text_delta', text: 'So.' }),
      stop(0),
      conclude('end_turn'),
      over,
    );
    expect(sum.items[0]?.citations).toEqual([{ url: 'https://a.example', title: 'A', quoted: 'so' }]);
    expect(lost).toEqual(['content[0].citation.encrypted_index']);
  });

  it.each([
    ['max_tokens', 'length'],
    ['model_context_window_exceeded', 'length'],
    ['stop_sequence', 'stop'],
    ['refusal', 'content-filter'],
  ])('says of %s that it is %s', (said, reason) => {
    const { sum, lost } = read(start(), ...text, conclude(said), over);
    expect(sum.finish).toBe(reason);
    expect(lost).toEqual([]);
  });

  it.each(['pause_turn', 'a_new_reason'])('says in the report that %s became a stop', (said) => {
    const { sum, lost } = read(start(), ...text, conclude(said), over);
    expect(sum.finish).toBe('stop');
    expect(lost).toEqual(['stop_reason']);
  });

  it('tells why a provider would not answer', () => {
    const stop_details = { type: 'refusal', category: 'cyber', explanation: 'No.', recommended_model: 'x' };
    const { events, lost } = read(
      start(),
      { type: 'message_delta', delta: { stop_reason: 'refusal', stop_details }, usage: { output_tokens: 5 } },
      over,
    );
    expect(events.find(({ kind }) => kind === 'finish')).toMatchObject({
      explanation: 'No.',
      said: 'refusal',
    });
    expect(lost).toEqual(['delta.stop_details.category', 'delta.stop_details.recommended_model']);
  });

  it('takes the last usage over the first, and none that counts nothing beside content (new-api#6265)', () => {
    expect(
      read(start(), ...text, conclude('end_turn', { input_tokens: 404_500, output_tokens: 2 }), over).sum
        .usage,
    ).toMatchObject({ input: 404_500, output: 2 });
    const nothing = { input_tokens: 0, output_tokens: 0 };
    const zero = read(start('msg_1', { usage: nothing }), ...text, conclude('end_turn', nothing), over);
    expect([zero.sum.usage, zero.lost]).toEqual([undefined, ['usage']]);
    const missing = read(start('msg_1', { usage: null }), ...text, conclude('end_turn', {}), over);
    expect([missing.sum.usage, missing.lost]).toEqual([undefined, ['usage']]);
  });

  it('ignores a beginning that comes twice, and takes another answer within this one for an error (ai#18331)', () => {
    const twice = read(start(), start(), ...text, conclude('end_turn'), over);
    expect([textOf(twice.sum), twice.sum.end, twice.lost]).toEqual(['Hello', 'end', ['message_start']]);
    const spliced = read(start(), ...call(0, 'a', '{"x":"Spark').slice(0, 2), start('msg_2'), ...text, over);
    expect(spliced.last).toMatchObject({ kind: 'failed', failure: { status: 502 } });
    expect(spliced.events.filter(({ kind }) => kind === 'begin')).toHaveLength(1);
    const between = read(start(), ...text, start('msg_2'), ...text, conclude('end_turn'), over);
    expect(between.last).toMatchObject({ kind: 'failed', failure: { code: 'malformed_answer' } });
  });

  it('takes an answer that is cut anywhere for no end (Portkey#1797)', () => {
    const whole = [start(), ...text, ...call(1, 'a', '{"x":1}'), conclude('tool_use'), over];
    for (let length = 0; length < whole.length; length += 1) {
      const { events, sum } = read(...whole.slice(0, length));
      expect([length, sum.end, events.filter(({ kind }) => kind === 'failed').length]).toEqual([
        length,
        'failed',
        1,
      ]);
    }
    expect(read(...whole).sum.end).toBe('end');
    const within = [start(), ...call(0, 'a', '{"x":"Spa').slice(0, 2), conclude('tool_use'), over];
    expect(read(...within).last).toMatchObject({ kind: 'failed', failure: { code: 'cut_answer' } });
  });

  it('takes an error inside a 200 for an error, and nothing after it', () => {
    const error = { type: 'error', error: { type: 'overloaded_error', message: 'Overloaded' } };
    const { events, last } = read(start(), ...text, error, conclude('end_turn'), over);
    expect(last).toEqual({
      kind: 'failed',
      failure: { status: 529, type: 'overloaded_error', message: 'Overloaded' },
    });
    expect(events.filter(({ kind }) => kind === 'end')).toEqual([]);
  });

  it.each([
    ['no JSON', ['{"type":']],
    ['no object', ['[]']],
    ['no beginning', text],
    ['a piece of nothing', [start(), piece(3, { type: 'text_delta', text: 'x' })]],
    ['a block twice', [start(), begin(0, { type: 'text', text: '' }), begin(0, { type: 'text', text: '' })]],
    ['a block that is none', [start(), begin(0, ['text'])]],
    ['an end of nothing', [start(), stop(0)]],
    ['no reason', [start(), ...text, over]],
    ['an end alone', [over]],
  ] as const)('fails on %s, and says so once', (_, data) => {
    const { events, last } = read(...data);
    expect(last).toMatchObject({ kind: 'failed', failure: { status: 502, code: 'malformed_answer' } });
    expect(events.filter(({ kind }) => kind === 'failed')).toHaveLength(1);
  });

  it('keeps no number of open blocks without end', () => {
    const endless = Array.from({ length: 300 }, (_, index) => begin(index, { type: 'text', text: '' }));
    expect(read(start(), ...endless).last).toMatchObject({
      kind: 'failed',
      failure: { code: 'malformed_answer' },
    });
  });

  it('gives the second of two calls with one id a name of its own', () => {
    const { events, lost } = read(
      start(),
      ...call(0, 'a', '{}'),
      ...call(1, 'a', '{}'),
      conclude('tool_use'),
      over,
    );
    const ids = events.flatMap((event) =>
      event.kind === 'item' && event.opens.kind === 'tool-call' ? [event.opens.id] : [],
    );
    expect([ids, lost]).toEqual([['a', 'a_2'], ['content[].id']]);
  });

  it('tells what it does not know, and what comes after the end', () => {
    const { lost, sum } = read(
      start('msg_1', { container: { id: 'c' } }),
      { type: 'weather_report' },
      ...text,
      conclude('end_turn'),
      over,
      { type: 'ping' },
    );
    expect(lost).toEqual(['message.container', 'weather_report', 'event after the end']);
    expect(sum.end).toBe('end');
  });
});
