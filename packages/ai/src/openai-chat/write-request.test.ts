import { describe, expect, it } from 'vitest';
import { Notes } from '../mapping/notes.ts';
import { Losses } from '../model/loss.ts';
import type { Protocol } from '../model/protocol.ts';
import type { InputItem, ModelRequest } from '../model/request.ts';
import { openaiDialect } from './dialect.ts';
import { readChatRequest } from './read-request.ts';
import { writeChatRequest } from './write-request.ts';

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

function write(request: Partial<ModelRequest>, from: Protocol = 'anthropic', dialect = openaiDialect) {
  const losses = new Losses();
  const wire = writeChatRequest({ ...plain, ...request }, new Notes({ from, to: 'chat', losses }), dialect);
  return { wire, lost: losses.told.map(({ path, fate }) => `${fate} ${path}`) };
}

const text = (words: string) => [{ kind: 'text' as const, text: words }];
const call = (id: string): InputItem => ({ kind: 'tool-call', id, name: 'f', arguments: '{}' });
const result = (callId: string, words: string): InputItem => ({
  kind: 'tool-result',
  callId,
  parts: text(words),
});

describe('writeChatRequest', () => {
  it('writes what it has read as it was', () => {
    const body = {
      model: 'm',
      messages: [
        { role: 'system', content: 'be kind' },
        {
          role: 'user',
          content: [{ type: 'image_url', image_url: { url: 'data:image/png;base64,eA==', detail: 'low' } }],
          name: 'ann',
        },
        {
          role: 'assistant',
          content: 'a cat',
          tool_calls: [{ id: 'c', type: 'function', function: { name: 'f', arguments: '{}' } }],
        },
        { role: 'tool', tool_call_id: 'c', content: 'done' },
      ],
      tools: [{ type: 'function', function: { name: 'f', parameters: { type: 'object' } } }],
      tool_choice: { type: 'function', function: { name: 'f' } },
      parallel_tool_calls: false,
      max_completion_tokens: 9,
      stop: ['END'],
      temperature: 0,
      logprobs: true,
      top_logprobs: 2,
      response_format: { type: 'json_object' },
      reasoning_effort: 'low',
      service_tier: 'flex',
      metadata: { a: 'b' },
      prediction: { type: 'content', content: 'x' },
    };
    const losses = new Losses();
    const reading = readChatRequest(body, losses);
    const notes = new Notes({ from: 'chat', to: 'chat', losses });
    expect('request' in reading && writeChatRequest(reading.request, notes)).toEqual(body);
    expect(losses.told).toEqual([]);
  });

  it('makes one message of what a model said and called in one turn, with the results right behind it', () => {
    const items: readonly InputItem[] = [
      call('a'),
      { kind: 'message', role: 'assistant', parts: text('and') },
      call('b'),
      result('a', '1'),
      result('b', '2'),
      { kind: 'message', role: 'user', parts: text('so?') },
    ];
    expect(write({ items }).wire['messages']).toMatchObject([
      { role: 'assistant', content: 'and', tool_calls: [{ id: 'a' }, { id: 'b' }] },
      { role: 'tool', tool_call_id: 'a', content: '1' },
      { role: 'tool', tool_call_id: 'b', content: '2' },
      { role: 'user', content: 'so?' },
    ]);
  });

  it('never sends a result without its call, as the whole request would be refused', () => {
    const { wire, lost } = write({ items: [{ ...result('gone', 'text'), path: 'messages[0].content[0]' }] });
    expect(wire['messages']).toEqual([{ role: 'user', content: 'text' }]);
    expect(lost).toEqual(['moved messages[0].content[0]']);
  });

  it('says of a failed call that it failed, and sends its pictures behind all results', () => {
    const image = {
      kind: 'image' as const,
      source: { from: 'url' as const, url: 'https://a.example/b.png' },
    };
    const failed: InputItem = {
      kind: 'tool-result',
      callId: 'a',
      parts: [...text('no'), image],
      isError: true,
      path: 'p',
    };
    const { wire, lost } = write({ items: [call('a'), call('b'), failed, result('b', '2')] });
    expect(wire['messages']).toMatchObject([
      { role: 'assistant' },
      { role: 'tool', content: 'Error: no' },
      { role: 'tool', content: '2' },
      { role: 'user', content: [{ type: 'image_url' }] },
    ]);
    expect(lost).toEqual(['emulated p', 'moved p']);
  });

  it('gives back what an upstream thought only where it wants it, and no seal of another maker', () => {
    const thought: InputItem = {
      kind: 'reasoning',
      text: 'hm',
      sealed: { maker: 'anthropic', value: 's' },
      path: 'p',
    };
    const items = [thought, { kind: 'message', role: 'assistant', parts: text('yes') } as const];
    const openai = write({ items });
    expect(openai.wire['messages']).toEqual([{ role: 'assistant', content: 'yes' }]);
    expect(openai.lost).toEqual(['dropped p']);
    const deepseek = write({ items }, 'chat', { ...openaiDialect, reasoning: 'reasoning_content' });
    expect(deepseek.wire['messages']).toEqual([
      { role: 'assistant', content: 'yes', reasoning_content: 'hm' },
    ]);
    expect(JSON.stringify([openai.wire, deepseek.wire])).not.toContain('"s"');
  });

  it('tells each thing that has no place, by its path in the protocol of the caller', () => {
    const { lost } = write({
      limits: { stop: ['1', '2', '3', '4', '5'] },
      sampling: { topK: 5 },
      tools: [{ kind: 'foreign', type: 'web_search', value: {}, path: 'tools[0]' }],
      reasoning: { budget: 2_000 },
      foreign: new Map([['container', 'c']]),
    });
    expect(lost).toEqual([
      'dropped tools[0]',
      'clamped stop_sequences',
      'dropped top_k',
      'emulated thinking.budget_tokens',
      'dropped container',
    ]);
  });

  it('asks for usage in every stream', () => {
    expect(write({ stream: true, streamUsage: false }).wire).toMatchObject({
      stream_options: { include_usage: true },
    });
    expect(write({}).wire).not.toHaveProperty('stream_options');
  });

  it('speaks the dialect of an upstream', () => {
    const dialect = { limit: 'max_tokens', developer: 'system', topK: true } as const;
    const items: readonly InputItem[] = [{ kind: 'message', role: 'developer', parts: text('be kind') }];
    const { wire, lost } = write(
      { items, limits: { maxTokens: 9 }, sampling: { topK: 5 } },
      'anthropic',
      dialect,
    );
    expect(wire).toMatchObject({ max_tokens: 9, top_k: 5, messages: [{ role: 'system' }] });
    expect(wire).not.toHaveProperty('max_completion_tokens');
    expect(lost).toEqual([]);
  });

  it.each([
    [{ budget: 0 }, 'none'],
    [{ budget: 1_024 }, 'minimal'],
    [{ budget: 10_000 }, 'medium'],
    [{ budget: 1_000_000 }, 'max'],
    [{ effort: 'xhigh', budget: 1 }, 'xhigh'],
  ] as const)('asks of %j the effort %s', (reasoning, effort) => {
    expect(write({ reasoning }).wire['reasoning_effort']).toBe(effort);
  });
});
