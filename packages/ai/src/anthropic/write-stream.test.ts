import { describe, expect, it } from 'vitest';
import { Notes } from '../mapping/notes.ts';
import type { ModelEvent } from '../model/event.ts';
import { Losses } from '../model/loss.ts';
import type { Protocol } from '../model/protocol.ts';
import { callsOf, sumOf, textOf } from '../testing/sum.ts';
import { readAll, readBack } from '../testing/wire.ts';
import { readAnthropicRequest } from './read-request.ts';
import { AnthropicStreamReader } from './read-stream.ts';
import { writeAnthropicAnswer } from './write-answer.ts';
import { AnthropicStreamWriter } from './write-stream.ts';

const begin: ModelEvent = { kind: 'begin', id: 'msg_1', model: 'm' };
const usage: ModelEvent = {
  kind: 'usage',
  usage: { provenance: 'provider', input: 10, output: 4, cacheRead: 6 },
};
const finish = (reason: 'stop' | 'length' | 'tool-calls' | 'content-filter' | 'error'): ModelEvent => ({
  kind: 'finish',
  reason,
});
const end: ModelEvent = { kind: 'end' };
const message = (item: number): ModelEvent => ({ kind: 'item', item, opens: { kind: 'message' } });
const text = (item: number, said: string): ModelEvent => ({ kind: 'text', item, text: said });
const done = (item: number): ModelEvent => ({ kind: 'item-end', item });
const call = (item: number, custom?: true): ModelEvent => ({
  kind: 'item',
  item,
  opens: { kind: 'tool-call', id: `call_${item}`, name: 'weather', ...(custom && { custom }) },
});
const args = (item: number, json: string): ModelEvent => ({ kind: 'arguments', item, json });

function write(events: readonly ModelEvent[], from: Protocol = 'chat') {
  const losses = new Losses();
  const writer = new AnthropicStreamWriter({ notes: new Notes({ from, to: 'anthropic', losses }) });
  const written = readBack(events.map((event) => writer.write(event)).join(''));
  const read = readAll((given) => new AnthropicStreamReader(given), written);
  return {
    names: written.map(({ name }) => name),
    data: written.map((event) => JSON.parse(event.data)),
    sum: sumOf(read.events),
    events: read.events,
    lost: losses.told.map(({ path }) => path),
  };
}

function whole(events: readonly ModelEvent[], from: Protocol = 'chat') {
  const losses = new Losses();
  const answer = writeAnthropicAnswer(events, new Notes({ from, to: 'anthropic', losses }));
  return { ...answer, lost: losses.told.map(({ path }) => path) };
}

describe('AnthropicStreamWriter', () => {
  it('writes the events that clients know, each with its name', () => {
    const { names, data, lost } = write([
      begin,
      message(0),
      text(0, 'Hi'),
      done(0),
      finish('stop'),
      usage,
      end,
    ]);
    expect(names).toEqual([
      'message_start',
      'content_block_start',
      'content_block_delta',
      'content_block_stop',
      'message_delta',
      'message_stop',
    ]);
    expect(data[4]).toMatchObject({
      delta: { stop_reason: 'end_turn', stop_sequence: null },
      usage: { input_tokens: 4, cache_read_input_tokens: 6, output_tokens: 4 },
    });
    expect(lost).toEqual([]);
  });

  it('begins with usage that is known at once, and says nothing of a block that stays empty', () => {
    const { data, names } = write([begin, usage, message(0), done(0), finish('stop'), end]);
    expect(data[0]).toMatchObject({ message: { usage: { input_tokens: 4 } } });
    expect(names).toEqual(['message_start', 'message_delta', 'message_stop']);
  });

  it('puts items that run side by side one after the other', () => {
    const { sum, data } = write([
      begin,
      message(0),
      text(0, 'a'),
      call(1),
      args(1, '{"x":'),
      call(2),
      args(2, '{"y":2}'),
      text(0, 'b'),
      args(1, '1}'),
      done(1),
      done(2),
      done(0),
      finish('tool-calls'),
      end,
    ]);
    expect(textOf(sum)).toBe('ab');
    expect(callsOf(sum)).toEqual([
      ['weather', { x: 1 }],
      ['weather', { y: 2 }],
    ]);
    const open = new Set<number>();
    for (const event of data) {
      if (event.type === 'content_block_start') open.add(event.index);
      expect(open.size).toBeLessThanOrEqual(1);
      if (event.type === 'content_block_stop') open.delete(event.index);
    }
  });

  it('ends what is open when the answer does', () => {
    const { sum } = write([begin, call(0), args(0, '{}'), call(1), args(1, '{}'), finish('tool-calls'), end]);
    expect([callsOf(sum).length, sum.end]).toEqual([2, 'end']);
  });

  it('carries the seals of others where clients bring them back, and tells those that have no place', () => {
    const sealed: ModelEvent = { kind: 'sealed', item: 0, sealed: { maker: 'google', value: 'opaque' } };
    const thought: ModelEvent = { kind: 'item', item: 0, opens: { kind: 'reasoning' } };
    const { sum, lost } = write(
      [begin, thought, text(0, 'Hm.'), sealed, done(0), finish('stop'), end],
      'gemini',
    );
    expect(sum.items[0]).toMatchObject({ text: 'Hm.', sealed: [{ maker: 'google', value: 'opaque' }] });
    expect(lost).toEqual([]);
    const onText = write([begin, message(0), text(0, 'x'), sealed, done(0), finish('stop'), end], 'gemini');
    expect(onText.lost).toHaveLength(1);
  });

  it('says what was sealed of a call as a thought before it, which comes back with the next turn (litellm#25322)', () => {
    const sealed: ModelEvent = { kind: 'sealed', item: 0, sealed: { maker: 'google', value: 'opaque' } };
    const events = [begin, call(0), sealed, args(0, '{"a":1}'), done(0), finish('tool-calls'), end];
    expect(write(events, 'gemini').lost).toHaveLength(1);
    const { body } = whole(events, 'gemini');
    const content = (body as { readonly content: unknown }).content;
    const reading = readAnthropicRequest(
      { model: 'm', max_tokens: 1, messages: [{ role: 'assistant', content }] },
      new Losses(),
    );
    expect(reading).toMatchObject({
      request: {
        items: [{ kind: 'tool-call', arguments: '{"a":1}', sealed: { maker: 'google', value: 'opaque' } }],
      },
    });
  });

  it('begins a call that has no arguments when it ends', () => {
    const { sum } = write([begin, call(0), done(0), call(1), finish('tool-calls'), end]);
    expect(callsOf(sum)).toEqual([
      ['weather', {}],
      ['weather', {}],
    ]);
  });

  it('says a refusal as text and in its reason, a custom call as an object, and reports both', () => {
    const refusal = write([
      begin,
      message(0),
      { kind: 'refusal', item: 0, text: 'No.' },
      done(0),
      finish('stop'),
      end,
    ]);
    expect([textOf(refusal.sum), refusal.sum.finish]).toEqual(['No.', 'content-filter']);
    const custom = write([
      begin,
      call(0, true),
      args(0, 'a'),
      args(0, '"b'),
      done(0),
      finish('tool-calls'),
      end,
    ]);
    expect(callsOf(custom.sum)).toEqual([['weather', { input: 'a"b' }]]);
    for (const { lost } of [refusal, custom]) expect(lost).toHaveLength(1);
  });

  it('leaves out items of another provider and further answers, and reports them', () => {
    const foreign: ModelEvent = {
      kind: 'item',
      item: 0,
      opens: { kind: 'foreign', type: 'mcp_call', value: {} },
    };
    const second: ModelEvent = { kind: 'item', item: 1, opens: { kind: 'message' }, answer: 1 };
    const other: ModelEvent = { kind: 'finish', reason: 'length', answer: 1 };
    const { names, sum, lost } = write(
      [begin, foreign, args(0, '{}'), second, text(1, 'x'), done(0), done(1), finish('stop'), other, end],
      'responses',
    );
    expect(names).toEqual(['message_start', 'message_delta', 'message_stop']);
    expect(sum.finish).toBe('stop');
    expect(lost).toHaveLength(2);
  });

  it('ends a failed answer with an error, never with an end', () => {
    const failure = { status: 503, message: 'busy' };
    for (const bad of [{ kind: 'failed', failure } as const, finish('error')]) {
      const { names } = write([begin, message(0), text(0, 'Hi'), bad, end]);
      expect(names.slice(-1)).toEqual(['error']);
      expect(names).not.toContain('message_stop');
    }
    expect(write([begin, message(0), text(0, 'Hi'), end]).names.at(-1)).toBe('error');
  });
});

describe('writeAnthropicAnswer', () => {
  it('gives what the stream adds up to', () => {
    const events = [
      begin,
      message(0),
      text(0, 'H'),
      text(0, 'i'),
      done(0),
      call(1),
      args(1, '{"a"'),
      args(1, ':1}'),
    ];
    expect(whole([...events, finish('tool-calls'), usage, end])).toMatchObject({
      status: 200,
      body: {
        id: 'msg_1',
        type: 'message',
        role: 'assistant',
        content: [
          { type: 'text', text: 'Hi' },
          { type: 'tool_use', id: 'call_1', name: 'weather', input: { a: 1 } },
        ],
        stop_reason: 'tool_use',
        usage: { output_tokens: 4 },
      },
      lost: [],
    });
  });

  it('never gives a call with arguments that are not the ones of the model', () => {
    const events = [begin, call(0), args(0, '{"path":"/tmp'), finish('tool-calls'), end];
    expect(whole(events)).toMatchObject({ status: 502, body: { type: 'error' } });
    const cut = whole([
      begin,
      message(0),
      text(0, 'x'),
      done(0),
      ...events.slice(1, 3),
      finish('length'),
      end,
    ]);
    expect(cut).toMatchObject({ status: 200, body: { content: [{ text: 'x' }] }, lost: ['content[1]'] });
  });

  it('is an error where the events have no end', () => {
    expect(whole([begin, message(0), text(0, 'x')])).toMatchObject({ status: 502, body: { type: 'error' } });
    expect(whole([{ kind: 'failed', failure: { status: 429, message: 'Slow.' } }])).toMatchObject({
      status: 429,
      body: { error: { type: 'rate_limit_error' } },
    });
  });
});
