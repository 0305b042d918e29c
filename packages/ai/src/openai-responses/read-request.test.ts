import { describe, expect, it } from 'vitest';
import { Losses } from '../model/loss.ts';
import type { ModelRequest } from '../model/request.ts';
import { readResponsesRequest } from './read-request.ts';

function read(body: unknown): { readonly request: ModelRequest; readonly lost: readonly string[] } {
  const losses = new Losses();
  const reading = readResponsesRequest(body, losses);
  if ('failure' in reading) throw new Error(reading.failure.message);
  return { request: reading.request, lost: losses.told.map(({ path }) => path) };
}

const asked = (more: object) => read({ model: 'm', input: 'hello', ...more });

describe('readResponsesRequest', () => {
  it('reads instructions and a text as messages', () => {
    expect(asked({ instructions: 'be kind' }).request.items).toEqual([
      {
        kind: 'message',
        role: 'system',
        parts: [{ kind: 'text', text: 'be kind', path: 'instructions' }],
        path: 'instructions',
      },
      {
        kind: 'message',
        role: 'user',
        parts: [{ kind: 'text', text: 'hello', path: 'input' }],
        path: 'input',
      },
    ]);
  });

  it('reads items in their order, each with its path', () => {
    const annotation = {
      type: 'url_citation',
      url: 'https://a.example/',
      title: 'A',
      start_index: 0,
      end_index: 1,
    };
    const { request, lost } = read({
      model: 'm',
      input: [
        {
          role: 'user',
          content: [{ type: 'input_image', image_url: 'data:image/png;base64,eA==', detail: 'high' }],
        },
        {
          type: 'reasoning',
          id: 'rs_1',
          summary: [
            { type: 'summary_text', text: 'one' },
            { type: 'summary_text', text: 'two' },
          ],
          encrypted_content: 'anthropic:sig',
        },
        {
          type: 'function_call',
          id: 'fc_1',
          call_id: 'c',
          name: 'f',
          arguments: '{"x"',
          status: 'completed',
        },
        { type: 'function_call_output', call_id: 'c', output: [{ type: 'input_text', text: 'done' }] },
        { type: 'custom_tool_call', call_id: 'd', name: 'sql', input: 'SELECT 1' },
        { type: 'custom_tool_call_output', call_id: 'd', output: '1' },
        {
          type: 'message',
          role: 'assistant',
          content: [{ type: 'output_text', text: 'yes', annotations: [annotation], logprobs: [] }],
        },
        { type: 'web_search_call', id: 'ws_1' },
      ],
    });
    expect(request.items).toEqual([
      {
        kind: 'message',
        role: 'user',
        parts: [
          {
            kind: 'image',
            source: { from: 'data', mediaType: 'image/png', data: 'eA==' },
            detail: 'high',
            path: 'input[0].content[0]',
          },
        ],
        path: 'input[0]',
      },
      {
        kind: 'reasoning',
        text: 'one\n\ntwo',
        summary: true,
        sealed: { maker: 'anthropic', value: 'sig' },
        path: 'input[1]',
      },
      { kind: 'tool-call', id: 'c', name: 'f', arguments: '{"x"', path: 'input[2]' },
      {
        kind: 'tool-result',
        callId: 'c',
        name: 'f',
        parts: [{ kind: 'text', text: 'done', path: 'input[3].output[0]' }],
        path: 'input[3]',
      },
      { kind: 'tool-call', id: 'd', name: 'sql', arguments: 'SELECT 1', custom: true, path: 'input[4]' },
      {
        kind: 'tool-result',
        callId: 'd',
        name: 'sql',
        parts: [{ kind: 'text', text: '1', path: 'input[5].output' }],
        path: 'input[5]',
      },
      {
        kind: 'message',
        role: 'assistant',
        parts: [
          {
            kind: 'text',
            text: 'yes',
            citations: [{ url: 'https://a.example/', title: 'A', start: 0, end: 1 }],
            path: 'input[6].content[0]',
          },
        ],
        path: 'input[6]',
      },
      {
        kind: 'foreign',
        type: 'web_search_call',
        value: { type: 'web_search_call', id: 'ws_1' },
        path: 'input[7]',
      },
    ]);
    expect(lost).toEqual([]);
  });

  it('reads every parameter', () => {
    const { request, lost } = asked({
      max_output_tokens: 9,
      temperature: 0,
      top_p: 0.5,
      top_logprobs: 2,
      include: ['reasoning.encrypted_content', 'message.output_text.logprobs'],
      text: {
        format: { type: 'json_schema', name: 'n', schema: { type: 'object' }, strict: true },
        verbosity: 'low',
      },
      reasoning: { effort: 'high', summary: 'auto' },
      tools: [
        { type: 'function', name: 'f', parameters: { type: 'object' }, strict: false },
        { type: 'custom', name: 'sql', format: { type: 'text' } },
        { type: 'web_search' },
      ],
      tool_choice: { type: 'function', name: 'f' },
      parallel_tool_calls: false,
      prompt_cache_key: 'k',
      service_tier: 'flex',
      safety_identifier: 'u',
      metadata: { a: 'b' },
      store: false,
      stream: true,
      previous_response_id: 'resp_0',
      background: true,
    });
    expect(request).toMatchObject({
      limits: { maxTokens: 9 },
      sampling: { temperature: 0, topP: 0.5, logprobs: 2 },
      format: { kind: 'json-schema', name: 'n', schema: { type: 'object' }, strict: true },
      verbosity: 'low',
      reasoning: { effort: 'high', summary: 'auto' },
      tools: [
        { kind: 'function', name: 'f', schema: { type: 'object' }, strict: false },
        { kind: 'custom', name: 'sql', grammar: { type: 'text' } },
        { kind: 'foreign', type: 'web_search' },
      ],
      toolChoice: { kind: 'one-of', names: ['f'] },
      parallelToolCalls: false,
      cache: { key: 'k' },
      tier: 'flex',
      endUser: 'u',
      metadata: { a: 'b' },
      store: false,
      stream: true,
    });
    expect([...request.foreign.keys()]).toEqual(['previous_response_id', 'background']);
    expect(lost).toEqual([]);
  });

  it('tells what it cannot read, and reads the rest', () => {
    const { request, lost } = read({
      model: 'm',
      input: [
        { role: 'wizard', content: 'x' },
        { role: 'user', content: 'x', mood: 1 },
      ],
      include: ['file_search_call.results'],
      tool_choice: { type: 'web_search' },
    });
    expect(request.items).toHaveLength(1);
    expect(lost).toEqual(['input[0].role', 'input[1].mood', 'tool_choice', 'include']);
  });

  it('refuses two calls with one id, as nobody can tell whose result is whose', () => {
    const call = { type: 'function_call', call_id: 'c', name: 'f', arguments: '{}' };
    expect(readResponsesRequest({ model: 'm', input: [call, call] }, new Losses())).toMatchObject({
      failure: { status: 400, param: 'input[1].call_id' },
    });
  });

  it.each([
    [undefined, 'model'],
    [{ input: 'x' }, 'model'],
    [{ model: 'm' }, 'input'],
    [{ model: 'm', input: [] }, 'input'],
    [{ model: 'm', input: 7 }, 'input'],
  ])('refuses %j by its %s', (body, param) => {
    expect(readResponsesRequest(body, new Losses())).toMatchObject({ failure: { status: 400, param } });
  });
});
