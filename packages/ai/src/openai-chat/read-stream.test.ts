import { describe, expect, it } from 'vitest';
import type { ModelEvent } from '../model/event.ts';
import { Losses } from '../model/loss.ts';
import { ChatStreamReader, type Terminator } from './read-stream.ts';

function read(
  data: readonly unknown[],
  options: { done?: boolean; terminator?: Terminator; name?: string } = {},
) {
  const losses = new Losses();
  const reader = new ChatStreamReader({ losses, terminator: options.terminator ?? 'done' });
  const lines = data.map((each) => (typeof each === 'string' ? each : JSON.stringify(each)));
  const all = options.done === false ? lines : [...lines, '[DONE]'];
  const events: readonly ModelEvent[] = [
    ...all.flatMap((line) => reader.read({ name: options.name ?? '', data: line })),
    ...reader.end(),
  ];
  return { events, lost: losses.told.map(({ path }) => path) };
}

const chunk = (delta: unknown, more: object = {}) => ({
  id: 'c1',
  object: 'chat.completion.chunk',
  created: 7,
  model: 'm',
  choices: [{ index: 0, delta, finish_reason: null, logprobs: null }],
  ...more,
});
const finish = (reason: string, more: object = {}) => ({
  ...chunk({}),
  choices: [{ index: 0, delta: {}, finish_reason: reason }],
  ...more,
});
const kinds = (events: readonly ModelEvent[]) => events.map(({ kind }) => kind);

describe('ChatStreamReader', () => {
  it('reads text, why it ended, the usage and the end', () => {
    const { events, lost } = read([
      chunk({ role: 'assistant', content: '', refusal: null }),
      chunk({ content: 'Hel' }),
      chunk({ content: 'lo' }),
      finish('stop'),
      { id: 'c1', choices: [], usage: { prompt_tokens: 3, completion_tokens: 2, total_tokens: 5 } },
    ]);
    expect(events).toEqual([
      { kind: 'begin', id: 'c1', model: 'm', createdAt: 7 },
      { kind: 'item', item: 0, opens: { kind: 'message' } },
      { kind: 'text', item: 0, text: 'Hel' },
      { kind: 'text', item: 0, text: 'lo' },
      { kind: 'item-end', item: 0 },
      { kind: 'finish', reason: 'stop' },
      { kind: 'usage', usage: { provenance: 'provider', input: 3, output: 2 } },
      { kind: 'end' },
    ]);
    expect(lost).toEqual([]);
  });

  it('begins with the answer, not with what Azure says before it', () => {
    const { events, lost } = read([
      { id: '', model: '', created: 0, object: '', choices: [], prompt_filter_results: [] },
      chunk({ content: 'a' }),
      finish('stop'),
    ]);
    expect(events[0]).toMatchObject({ kind: 'begin', id: 'c1' });
    expect(lost).toEqual(['prompt_filter_results']);
  });

  it.each([
    [[chunk({ reasoning_content: 'hm' }), chunk({ content: 'yes', reasoning_content: null })]],
    [[chunk({ reasoning: 'hm' }), chunk({ content: 'yes' })]],
    [
      [
        chunk({ reasoning_details: [{ type: 'reasoning.text', text: 'hm', index: 0 }] }),
        chunk({ content: 'yes' }),
      ],
    ],
    [
      [
        chunk({ content: [{ type: 'thinking', thinking: [{ type: 'text', text: 'hm' }] }] }),
        chunk({ content: [{ type: 'text', text: 'yes' }] }),
      ],
    ],
  ])('reads reasoning in each dialect (%#)', (chunks) => {
    const { events, lost } = read([...chunks, finish('stop')]);
    expect(events.filter(({ kind }) => kind === 'item' || kind === 'text')).toEqual([
      { kind: 'item', item: 0, opens: { kind: 'reasoning' } },
      { kind: 'text', item: 0, text: 'hm' },
      { kind: 'item', item: 1, opens: { kind: 'message' } },
      { kind: 'text', item: 1, text: 'yes' },
    ]);
    expect(lost).toEqual([]);
  });

  it('keeps what is sealed, with its maker, and says no text twice', () => {
    const details = [{ type: 'reasoning.text', text: 'hm', signature: 's1', format: 'anthropic-claude-v1' }];
    const { events } = read([chunk({ reasoning: 'hm', reasoning_details: details }), finish('stop')]);
    expect(events.filter(({ kind }) => kind === 'text')).toHaveLength(1);
    expect(events).toContainEqual({ kind: 'sealed', item: 0, sealed: { maker: 'anthropic', value: 's1' } });
  });

  it('reads calls, with the signature of Google, and closes the text before them', () => {
    const call = { index: 0, id: 'a', type: 'function', function: { name: 'f', arguments: '{"x"' } };
    const { events } = read([
      chunk({ content: 'let me see' }),
      chunk({ tool_calls: [{ ...call, extra_content: { google: { thought_signature: 'sig' } } }] }),
      chunk({ tool_calls: [{ index: 0, id: '', function: { name: '', arguments: ':1}' } }] }),
      finish('tool_calls'),
    ]);
    expect(events.slice(3, -1)).toEqual([
      { kind: 'item-end', item: 0 },
      { kind: 'item', item: 1, opens: { kind: 'tool-call', id: 'a', name: 'f' } },
      { kind: 'arguments', item: 1, json: '{"x"' },
      { kind: 'arguments', item: 1, json: ':1}' },
      { kind: 'sealed', item: 1, sealed: { maker: 'google', value: 'sig' } },
      { kind: 'item-end', item: 1 },
      { kind: 'finish', reason: 'tool-calls' },
    ]);
  });

  it('tells that two calls had one id', () => {
    const call = (index: number) => ({
      index,
      id: 'a',
      type: 'function',
      function: { name: 'f', arguments: '{}' },
    });
    const { events, lost } = read([chunk({ tool_calls: [call(0), call(1)] }), finish('tool_calls')]);
    const ids = events.flatMap((event) =>
      event.kind === 'item' && event.opens.kind === 'tool-call' ? [event.opens.id] : [],
    );
    expect(new Set(ids).size).toBe(2);
    expect(lost).toEqual(['choices[0].message.tool_calls']);
  });

  it('ends the text of a call that other text interrupts, and mixes nothing into it', () => {
    const call = { index: 0, id: 'a', type: 'function', function: { name: 'f', arguments: '{"x"' } };
    const more = { index: 0, function: { arguments: ':1}' } };
    const { events } = read([
      chunk({ tool_calls: [call] }),
      chunk({ content: 'so' }),
      chunk({ tool_calls: [more] }),
    ]);
    expect(events.at(-1)).toMatchObject({ kind: 'failed', failure: { status: 502 } });
    expect(events.filter(({ kind }) => kind === 'arguments')).toEqual([
      { kind: 'arguments', item: 0, json: '{"x"' },
    ]);
  });

  it('takes usage from beside the choices, as Groq gives it, and the last of many', () => {
    const usage = (output: number) => ({
      prompt_tokens: 3,
      completion_tokens: output,
      total_tokens: 3 + output,
    });
    const groq = read([chunk({ content: 'a' }), finish('stop', { x_groq: { id: 'r', usage: usage(4) } })]);
    expect(groq.events).toContainEqual({
      kind: 'usage',
      usage: { provenance: 'provider', input: 3, output: 4 },
    });
    expect(groq.lost).toEqual(['x_groq.id']);
    const many = read([chunk({ content: 'a' }, { usage: usage(1) }), finish('stop', { usage: usage(9) })]);
    expect(many.events.filter(({ kind }) => kind === 'usage')).toMatchObject([{ usage: { output: 9 } }]);
  });

  it('believes no usage that shrinks, and none of zero beside an answer (new-api#6265)', () => {
    const usage = (output: number) => ({ prompt_tokens: 0, completion_tokens: output, total_tokens: output });
    const shrunk = read([chunk({ content: 'a' }, { usage: usage(9) }), finish('stop', { usage: usage(1) })]);
    expect(shrunk.events).toContainEqual({
      kind: 'usage',
      usage: { provenance: 'provider', input: 0, output: 9 },
    });
    expect(shrunk.lost).toEqual(['usage']);
    const zero = read([chunk({ content: 'a' }), finish('stop', { usage: usage(0) })]);
    expect(kinds(zero.events)).not.toContain('usage');
    expect(zero.lost).toEqual(['usage']);
    const empty = read([chunk({ content: '' }), finish('stop', { usage: usage(0) })]);
    expect(kinds(empty.events)).toContain('usage');
  });

  it('is cut wherever [DONE] is missing, and never ends cleanly then', () => {
    const whole = [chunk({ role: 'assistant' }), chunk({ content: 'a' }), finish('stop')];
    for (let count = 0; count <= whole.length; count += 1) {
      const { events } = read(whole.slice(0, count), { done: false });
      expect(events.at(-1)).toMatchObject({ kind: 'failed', failure: { status: 502 } });
      expect(kinds(events)).not.toContain('end');
      expect(kinds(events)).not.toContain('finish');
    }
  });

  it('may end without [DONE] where the upstream is known not to send it, but only with a reason', () => {
    const whole = [chunk({ content: 'a' }), finish('stop')];
    expect(read(whole, { done: false, terminator: 'finish' }).events.at(-1)).toEqual({ kind: 'end' });
    expect(read(whole.slice(0, 1), { done: false, terminator: 'finish' }).events.at(-1)?.kind).toBe('failed');
  });

  it('fails on an error inside the stream, whatever its form, and says nothing after it', () => {
    const error = { error: { message: 'overloaded', type: 'overloaded_error' } };
    const { events } = read([chunk({ content: 'a' }), error, chunk({ content: 'b' }), finish('stop')]);
    expect(events.at(-1)).toMatchObject({ kind: 'failed', failure: { status: 529, message: 'overloaded' } });
    expect(events.filter(({ kind }) => kind === 'text')).toHaveLength(1);
    const named = read([{ message: 'busy', code: 503 }], { name: 'error', done: false });
    expect(named.events).toEqual([
      { kind: 'failed', failure: { status: 503, message: 'busy', code: '503' } },
    ]);
  });

  it.each(['<html>', '[]', 'null', '"text"', '{"id":'])('fails on %s', (data) => {
    expect(read([data]).events).toMatchObject([{ kind: 'failed', failure: { status: 502 } }]);
  });

  it('fails on an end without any answer, and on a choice that cannot be', () => {
    expect(read([]).events).toMatchObject([{ kind: 'failed' }]);
    expect(
      read([{ ...chunk({}), choices: [{ index: 1e9, delta: { content: 'a' } }] }]).events.at(-1)?.kind,
    ).toBe('failed');
  });

  it('keeps several answers apart', () => {
    const of = (index: number, content: string) => ({
      ...chunk({}),
      choices: [{ index, delta: { content } }],
    });
    const { events } = read([of(0, 'a'), of(1, 'b'), of(0, 'c')]);
    expect(events.filter(({ kind }) => kind === 'item')).toMatchObject([{ item: 0 }, { item: 1, answer: 1 }]);
    expect(events.filter(({ kind }) => kind === 'text')).toMatchObject([
      { item: 0 },
      { item: 1 },
      { item: 0, text: 'c' },
    ]);
    expect(events.filter(({ kind }) => kind === 'finish')).toHaveLength(2);
  });

  it('cites once what Perplexity repeats with each chunk', () => {
    const citations = ['https://a.example/', 'https://b.example/'];
    const { events } = read([chunk({ content: 'a' }, { citations }), finish('stop', { citations })]);
    expect(events.filter(({ kind }) => kind === 'citation')).toEqual([
      { kind: 'citation', item: 0, citation: { url: 'https://a.example/' } },
      { kind: 'citation', item: 0, citation: { url: 'https://b.example/' } },
    ]);
  });

  it('tells every field that it does not know', () => {
    const odd = { ...chunk({ content: 'a', mood: 'good' }), system_fingerprint: 'fp', weather: 'fine' };
    expect(read([odd, finish('stop')]).lost).toEqual([
      'choices[0].delta.mood',
      'system_fingerprint',
      'weather',
    ]);
  });
});
