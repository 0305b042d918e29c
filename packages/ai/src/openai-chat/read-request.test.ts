import { describe, expect, it } from 'vitest';
import { Losses } from '../model/loss.ts';
import type { ModelRequest } from '../model/request.ts';
import { readChatRequest } from './read-request.ts';

function read(body: unknown): { readonly request: ModelRequest; readonly lost: readonly string[] } {
  const losses = new Losses();
  const reading = readChatRequest(body, losses);
  if ('failure' in reading) throw new Error(reading.failure.message);
  return { request: reading.request, lost: losses.told.map(({ path }) => path) };
}

const hello = { role: 'user', content: 'hello' };
const asked = (more: object) => read({ model: 'm', messages: [hello], ...more });

describe('readChatRequest', () => {
  it('reads messages as items in their order, each with its path', () => {
    const { request, lost } = read({
      model: 'm',
      messages: [
        { role: 'system', content: 'be kind' },
        { role: 'user', content: [{ type: 'text', text: 'look' }], name: 'ann' },
        {
          role: 'assistant',
          content: 'a cat',
          reasoning_content: 'hm',
          tool_calls: [{ id: 'c', type: 'function', function: { name: 'f', arguments: '{"x"' } }],
        },
        { role: 'tool', tool_call_id: 'c', content: 'done' },
        { role: 'developer', content: 'be brief' },
      ],
    });
    expect(request.items).toEqual([
      {
        kind: 'message',
        role: 'system',
        parts: [{ kind: 'text', text: 'be kind', path: 'messages[0].content' }],
        path: 'messages[0]',
      },
      {
        kind: 'message',
        role: 'user',
        parts: [{ kind: 'text', text: 'look', path: 'messages[1].content[0]' }],
        name: 'ann',
        path: 'messages[1]',
      },
      { kind: 'reasoning', text: 'hm', path: 'messages[2]' },
      {
        kind: 'message',
        role: 'assistant',
        parts: [{ kind: 'text', text: 'a cat', path: 'messages[2].content' }],
        path: 'messages[2]',
      },
      { kind: 'tool-call', id: 'c', name: 'f', arguments: '{"x"', path: 'messages[2].tool_calls[0]' },
      {
        kind: 'tool-result',
        callId: 'c',
        name: 'f',
        parts: [{ kind: 'text', text: 'done', path: 'messages[3].content' }],
        path: 'messages[3]',
      },
      {
        kind: 'message',
        role: 'developer',
        parts: [{ kind: 'text', text: 'be brief', path: 'messages[4].content' }],
        path: 'messages[4]',
      },
    ]);
    expect(lost).toEqual([]);
  });

  it('reads pictures, sounds and files', () => {
    const { request, lost } = read({
      model: 'm',
      messages: [
        {
          role: 'user',
          content: [
            { type: 'image_url', image_url: { url: 'https://a.example/b.png', detail: 'low' } },
            { type: 'image_url', image_url: { url: 'data:image/png;base64,eA==' } },
            { type: 'input_audio', input_audio: { data: 'eA==', format: 'wav' } },
            { type: 'file', file: { file_id: 'file_1' } },
            { type: 'file', file: { file_data: 'data:text/plain;base64,eA==', filename: 'a.txt' } },
            { type: 'text', text: 'x', cache_control: { type: 'ephemeral', ttl: '1h' } },
            { type: 'video_url', video_url: { url: 'https://a.example/b.mp4' } },
          ],
        },
      ],
    });
    const [item] = request.items;
    expect(item?.kind === 'message' && item.parts.map(({ path: _, ...part }) => part)).toEqual([
      { kind: 'image', source: { from: 'url', url: 'https://a.example/b.png' }, detail: 'low' },
      { kind: 'image', source: { from: 'data', mediaType: 'image/png', data: 'eA==' } },
      { kind: 'audio', data: 'eA==', format: 'wav' },
      { kind: 'file', source: { from: 'id', id: 'file_1' } },
      { kind: 'file', source: { from: 'data', mediaType: 'text/plain', data: 'eA==' }, name: 'a.txt' },
      { kind: 'text', text: 'x', cacheMark: { ttl: '1h' } },
      {
        kind: 'foreign',
        type: 'video_url',
        value: { type: 'video_url', video_url: { url: 'https://a.example/b.mp4' } },
      },
    ]);
    expect(lost).toEqual([]);
  });

  it('reads every parameter', () => {
    const { request, lost } = asked({
      max_completion_tokens: 9,
      max_tokens: 8,
      stop: 'END',
      n: 2,
      temperature: 0,
      top_p: 0.5,
      seed: 1,
      presence_penalty: 0.1,
      frequency_penalty: 0.2,
      logit_bias: { '50256': -100 },
      logprobs: true,
      top_logprobs: 3,
      response_format: {
        type: 'json_schema',
        json_schema: { name: 'n', schema: { type: 'object' }, strict: true },
      },
      reasoning_effort: 'low',
      verbosity: 'high',
      prompt_cache_key: 'k',
      service_tier: 'flex',
      user: 'older',
      safety_identifier: 'u',
      metadata: { a: 'b' },
      store: false,
      stream: true,
      stream_options: { include_usage: true, include_obfuscation: false },
      parallel_tool_calls: false,
      prediction: { type: 'content', content: 'x' },
      made_up: 1,
    });
    expect(request).toMatchObject({
      limits: { maxTokens: 9, stop: ['END'], answers: 2 },
      sampling: {
        temperature: 0,
        topP: 0.5,
        seed: 1,
        presencePenalty: 0.1,
        frequencyPenalty: 0.2,
        logprobs: 3,
      },
      format: { kind: 'json-schema', name: 'n', schema: { type: 'object' }, strict: true },
      reasoning: { effort: 'low' },
      verbosity: 'high',
      cache: { key: 'k' },
      tier: 'flex',
      endUser: 'u',
      metadata: { a: 'b' },
      store: false,
      stream: true,
      streamUsage: true,
      parallelToolCalls: false,
    });
    expect(request.sampling.logitBias).toEqual({ '50256': -100 });
    expect([...request.foreign.keys()]).toEqual(['prediction', 'made_up']);
    expect(lost).toEqual(['max_tokens', 'user']);
  });

  it('reads tools, and how one is chosen', () => {
    const tools = [
      {
        type: 'function',
        function: { name: 'f', description: 'd', parameters: { type: 'object' }, strict: true },
      },
      { type: 'custom', custom: { name: 'c', format: { type: 'text' } } },
      { type: 'web_search', filters: [] },
    ];
    const { request, lost } = asked({ tools, tool_choice: { type: 'function', function: { name: 'f' } } });
    expect(request.tools).toEqual([
      {
        kind: 'function',
        name: 'f',
        description: 'd',
        schema: { type: 'object' },
        strict: true,
        path: 'tools[0]',
      },
      { kind: 'custom', name: 'c', grammar: { type: 'text' }, path: 'tools[1]' },
      { kind: 'foreign', type: 'web_search', value: { type: 'web_search', filters: [] }, path: 'tools[2]' },
    ]);
    expect(request.toolChoice).toEqual({ kind: 'one-of', names: ['f'] });
    expect(lost).toEqual([]);
    expect(asked({ tool_choice: 'required' }).request.toolChoice).toEqual({ kind: 'required' });
    const allowed = (mode: string) => ({
      type: 'allowed_tools',
      allowed_tools: {
        mode,
        tools: [
          { type: 'function', function: { name: 'f' } },
          { type: 'custom', custom: { name: 'c' } },
        ],
      },
    });
    expect(asked({ tool_choice: allowed('required') }).request.toolChoice).toEqual({
      kind: 'one-of',
      names: ['f', 'c'],
    });
    expect(asked({ tool_choice: allowed('auto') })).toMatchObject({
      request: { toolChoice: { kind: 'auto' } },
      lost: ['tool_choice.allowed_tools.tools'],
    });
  });

  it('keeps the signature of Google over a call, which the next turn needs (litellm#25322)', () => {
    const call = { id: 'c', type: 'function', function: { name: 'f', arguments: '{}' } };
    const signed = { ...call, extra_content: { google: { thought_signature: 'sig' } } };
    const { request } = read({
      model: 'm',
      messages: [hello, { role: 'assistant', content: null, tool_calls: [signed] }],
    });
    expect(request.items).toHaveLength(2);
    expect(request.items[1]).toMatchObject({ kind: 'tool-call', sealed: { maker: 'google', value: 'sig' } });
  });

  it('keeps the signatures of Anthropic over reasoning, which the next turn needs, but no mixed ones', () => {
    const format = 'anthropic-claude-v1';
    const turn = (reasoning: object) =>
      read({ model: 'm', messages: [hello, { role: 'assistant', content: 'yes', ...reasoning }] });
    const details = [
      { type: 'reasoning.text', text: 'one', signature: 's1', format },
      { type: 'reasoning.encrypted', data: 's2', format },
    ];
    expect(
      turn({ reasoning_content: 'one', reasoning_details: details }).request.items.slice(1, 3),
    ).toMatchObject([
      { kind: 'reasoning', text: 'one', sealed: { maker: 'anthropic', value: 's1' } },
      { kind: 'reasoning', text: '', sealed: { maker: 'anthropic', value: 's2' }, redacted: true },
    ]);
    const seals = [
      { signature: 's1', format },
      { signature: 's2', format },
    ];
    const mixed = turn({ reasoning_content: 'one two', reasoning_details: seals });
    expect(mixed.request.items[1]).toEqual({ kind: 'reasoning', text: 'one two', path: 'messages[1]' });
    expect(mixed.lost).toEqual(['messages[1].reasoning_details']);
  });

  it('tells what it cannot read, and reads the rest', () => {
    const { request, lost } = read({
      model: 'm',
      messages: [
        hello,
        'not a message',
        { role: 'wizard', content: 'abracadabra' },
        { role: 'user', content: 'x', mood: 1 },
      ],
      temperature: 'hot',
      reasoning_effort: 'extreme',
    });
    expect(request.items).toHaveLength(2);
    expect(lost).toEqual([
      'messages[1]',
      'messages[2].role',
      'messages[3].mood',
      'temperature',
      'reasoning_effort',
    ]);
  });

  it('refuses two calls with one id, as nobody can tell whose result is whose', () => {
    const call = { id: 'c', type: 'function', function: { name: 'f', arguments: '{}' } };
    const body = { model: 'm', messages: [{ role: 'assistant', tool_calls: [call, call] }] };
    expect(readChatRequest(body, new Losses())).toMatchObject({
      failure: { status: 400, param: 'messages[0].tool_calls[1].id' },
    });
  });

  it.each([
    [undefined, 'model'],
    [[], 'model'],
    [{ messages: [hello] }, 'model'],
    [{ model: '', messages: [hello] }, 'model'],
    [{ model: 'm' }, 'messages'],
    [{ model: 'm', messages: [] }, 'messages'],
    [{ model: 'm', messages: 'hello' }, 'messages'],
  ])('refuses %j by its %s', (body, param) => {
    expect(readChatRequest(body, new Losses())).toMatchObject({ failure: { status: 400, param } });
  });
});
