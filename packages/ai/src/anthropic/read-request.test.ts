import { describe, expect, it } from 'vitest';
import { Losses } from '../model/loss.ts';
import { readAnthropicRequest } from './read-request.ts';

function read(body: unknown) {
  const losses = new Losses();
  const reading = readAnthropicRequest(body, losses);
  return { reading, lost: losses.told.map(({ path }) => path) };
}

function request(body: object) {
  const { reading, lost } = read({
    model: 'claude',
    max_tokens: 10,
    messages: [{ role: 'user', content: 'Hi' }],
    ...body,
  });
  if ('failure' in reading) throw new Error(reading.failure.message);
  return { ...reading.request, lost };
}

describe('readAnthropicRequest', () => {
  it('reads a conversation in its order, each item with its place', () => {
    const { items, lost } = request({
      system: [{ type: 'text', text: 'Be brief.', cache_control: { type: 'ephemeral', ttl: '1h' } }],
      messages: [
        {
          role: 'user',
          content: [
            { type: 'text', text: 'Look.' },
            { type: 'image', source: { type: 'base64', media_type: 'image/png', data: 'aQ==' } },
            { type: 'document', source: { type: 'url', url: 'https://a.example/a.pdf' }, title: 'A' },
          ],
        },
        {
          role: 'assistant',
          content: [
            { type: 'thinking', thinking: 'Hm.', signature: 'c2ln' },
            { type: 'redacted_thinking', data: 'b3BhcXVl' },
            { type: 'text', text: 'So:' },
            {
              type: 'tool_use',
              id: 'a',
              name: 'weather',
              input: { city: 'Bern' },
              cache_control: { type: 'ephemeral' },
            },
            { type: 'server_tool_use', id: 's', name: 'web_search', input: {} },
          ],
        },
        {
          role: 'user',
          content: [{ type: 'tool_result', tool_use_id: 'a', content: 'Rain', is_error: true }],
        },
        { role: 'system', content: 'Now in French.' },
      ],
    });
    expect(lost).toEqual([]);
    expect(items).toMatchObject([
      { role: 'system', parts: [{ text: 'Be brief.', cacheMark: { ttl: '1h' }, path: 'system[0]' }] },
      {
        role: 'user',
        parts: [
          { text: 'Look.' },
          { kind: 'image', source: { from: 'data', mediaType: 'image/png', data: 'aQ==' } },
          { kind: 'file', source: { from: 'url' }, name: 'A', path: 'messages[0].content[2]' },
        ],
      },
      { kind: 'reasoning', text: 'Hm.', sealed: { maker: 'anthropic', value: 'c2ln' } },
      { kind: 'reasoning', redacted: true, sealed: { value: 'b3BhcXVl' } },
      { role: 'assistant', parts: [{ text: 'So:' }] },
      {
        kind: 'tool-call',
        id: 'a',
        arguments: '{"city":"Bern"}',
        cacheMark: { ttl: '5m' },
        path: 'messages[1].content[3]',
      },
      { kind: 'foreign', type: 'server_tool_use' },
      { kind: 'tool-result', callId: 'a', name: 'weather', isError: true, parts: [{ text: 'Rain' }] },
      { role: 'system', parts: [{ text: 'Now in French.' }] },
    ]);
  });

  it('reads tools, choices, wishes and limits, and keeps what it has no word for', () => {
    const read = request({
      stream: true,
      tools: [
        { name: 'f', input_schema: { type: 'object' }, strict: true },
        { type: 'web_search_20250305', name: 'web_search' },
      ],
      tool_choice: { type: 'tool', name: 'f', disable_parallel_tool_use: true },
      thinking: { type: 'enabled', budget_tokens: 2_048, display: 'summarized' },
      output_config: { effort: 'high', format: { type: 'json_schema', schema: { type: 'object' } } },
      stop_sequences: ['END'],
      temperature: 0.5,
      top_k: 3,
      metadata: { user_id: 'u' },
      service_tier: 'auto',
      container: 'c',
    });
    expect(read).toMatchObject({
      stream: true,
      streamUsage: true,
      tools: [
        { kind: 'function', name: 'f', schema: { type: 'object' }, strict: true },
        { kind: 'foreign', type: 'web_search_20250305' },
      ],
      toolChoice: { kind: 'one-of', names: ['f'] },
      parallelToolCalls: false,
      reasoning: { effort: 'high', budget: 2_048, summary: 'auto' },
      format: { kind: 'json-schema', schema: { type: 'object' } },
      limits: { maxTokens: 10, stop: ['END'] },
      sampling: { temperature: 0.5, topK: 3 },
      endUser: 'u',
      tier: 'auto',
      lost: [],
    });
    expect([...read.foreign]).toEqual([['container', 'c']]);
  });

  it('brings back the seals of other makers that travelled as a signature', () => {
    const thought = { type: 'thinking', thinking: 'Hm.', signature: 'signet:google:opaque' };
    const { items } = request({ messages: [{ role: 'assistant', content: [thought] }] });
    expect(items).toMatchObject([{ kind: 'reasoning', sealed: { maker: 'google', value: 'opaque' } }]);
  });

  it.each([
    [null, 'model'],
    [{ model: 'm', messages: [{ role: 'user', content: 'x' }] }, 'max_tokens'],
    [{ model: 'm', max_tokens: 0, messages: [{ role: 'user', content: 'x' }] }, 'max_tokens'],
    [{ model: 'm', max_tokens: 1, messages: [] }, 'messages'],
    [{ model: 'm', max_tokens: 1, messages: [{ role: 'tool', content: 'x' }] }, 'messages[0].role'],
  ])('refuses %j for its %s', (body, param) => {
    expect(read(body).reading).toMatchObject({
      failure: { status: 400, type: 'invalid_request_error', param },
    });
  });

  it('refuses two calls with one id', () => {
    const call = { type: 'tool_use', id: 'a', name: 'f', input: {} };
    const body = { model: 'm', max_tokens: 1, messages: [{ role: 'assistant', content: [call, call] }] };
    expect(read(body).reading).toMatchObject({ failure: { param: 'messages[0].content[1].id' } });
  });

  it('tells what it left out', () => {
    const { lost } = request({
      messages: [{ role: 'user', content: [{ type: 'text', text: 'x', shade: 1 }, 'y'], mood: 'good' }],
      tool_choice: { type: 'some' },
      output_config: { effort: 'huge', format: { type: 'xml' } },
    });
    expect(lost.toSorted()).toEqual([
      'messages[0].content[0].shade',
      'messages[0].content[1]',
      'messages[0].mood',
      'output_config.effort',
      'output_config.format',
      'tool_choice.type',
    ]);
  });
});
