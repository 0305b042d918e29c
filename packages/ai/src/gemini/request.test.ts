import { describe, expect, it } from 'vitest';
import { Notes } from '../mapping/notes.ts';
import { Losses } from '../model/loss.ts';
import type { Protocol } from '../model/protocol.ts';
import type { InputItem, ModelRequest } from '../model/request.ts';
import { readGeminiRequest } from './read-request.ts';
import { type GeminiTraits, newestTraits } from './traits.ts';
import { writeGeminiRequest } from './write-request.ts';

function read(body: unknown) {
  const losses = new Losses();
  const reading = readGeminiRequest(body, { model: 'gemini', stream: false, losses });
  return { reading, losses, lost: losses.told.map(({ path }) => path) };
}

function request(body: object) {
  const { reading, lost } = read({ contents: [{ parts: [{ text: 'Hi' }] }], ...body });
  if ('failure' in reading) throw new Error(reading.failure.message);
  return { ...reading.request, lost };
}

function write(asked: Partial<ModelRequest>, traits: GeminiTraits = newestTraits, from: Protocol = 'chat') {
  const losses = new Losses();
  const whole: ModelRequest = {
    model: 'gemini',
    items: [user('Hi')],
    tools: [],
    limits: {},
    sampling: {},
    stream: false,
    streamUsage: false,
    foreign: new Map(),
    ...asked,
  };
  const wire = writeGeminiRequest(whole, new Notes({ from, to: 'gemini', losses }), traits);
  return { wire, lost: losses.told.map(({ fate, path }) => `${fate} ${path}`) };
}

const user = (text: string): InputItem => ({
  kind: 'message',
  role: 'user',
  parts: [{ kind: 'text', text }],
  path: 'said',
});
const call = (id: string, json = '{}'): InputItem => ({
  kind: 'tool-call',
  id,
  name: 'f',
  arguments: json,
  path: `call ${id}`,
});
const result = (callId: string, text: string): InputItem => ({
  kind: 'tool-result',
  callId,
  parts: [{ kind: 'text', text }],
  path: `result ${callId}`,
});

describe('readGeminiRequest', () => {
  it('reads a conversation in its order, calls without ids too', () => {
    const { items, lost } = request({
      systemInstruction: { parts: [{ text: 'Be brief.' }] },
      contents: [
        {
          role: 'user',
          parts: [
            { text: 'Look.' },
            { inlineData: { mimeType: 'image/png', data: 'aQ==' } },
            { inlineData: { mimeType: 'audio/mpeg', data: 'aQ==' } },
            { fileData: { mimeType: 'application/pdf', fileUri: 'gs://bucket/a.pdf' } },
          ],
        },
        {
          role: 'model',
          parts: [
            { text: 'Hm.', thought: true, thoughtSignature: 'c2ln' },
            { functionCall: { name: 'f', args: { x: 1 } }, thoughtSignature: 'c2ln' },
            { functionCall: { name: 'f', args: { x: 2 } } },
          ],
        },
        {
          role: 'user',
          parts: [
            { functionResponse: { name: 'f', response: { output: 'Rain' } } },
            { functionResponse: { name: 'f', response: { error: 'None' } } },
            { functionResponse: { name: 'g', response: { a: 1, b: 2 } } },
          ],
        },
      ],
    });
    expect(lost).toEqual([]);
    expect(items).toMatchObject([
      { role: 'system', parts: [{ text: 'Be brief.' }] },
      {
        role: 'user',
        parts: [
          { text: 'Look.', path: 'contents[0].parts[0]' },
          { kind: 'image', source: { from: 'data', mediaType: 'image/png' } },
          { kind: 'audio', format: 'mp3' },
          { kind: 'file', source: { from: 'id', id: 'gs://bucket/a.pdf' } },
        ],
      },
      { kind: 'reasoning', text: 'Hm.', sealed: { maker: 'google', value: 'c2ln' } },
      { kind: 'tool-call', id: 'call_0', arguments: '{"x":1}', sealed: { maker: 'google' } },
      { kind: 'tool-call', id: 'call_1', arguments: '{"x":2}' },
      { kind: 'tool-result', callId: 'call_0', name: 'f', parts: [{ text: 'Rain' }] },
      { kind: 'tool-result', callId: 'call_1', isError: true, parts: [{ text: 'None' }] },
      { kind: 'tool-result', callId: 'no_call_2', parts: [{ text: '{"a":1,"b":2}' }] },
    ]);
  });

  it('reads names in both spellings, and none within what callers name themselves', () => {
    const { items, limits, tools } = request({
      system_instruction: { parts: [{ text: 'Be brief.' }] },
      generation_config: { max_output_tokens: 7 },
      tools: [
        {
          function_declarations: [
            {
              name: 'f',
              parameters: { type: 'OBJECT', properties: { my_name: { type: 'STRING', nullable: true } } },
            },
          ],
        },
      ],
    });
    expect(items[0]).toMatchObject({ role: 'system' });
    expect(limits.maxTokens).toBe(7);
    expect(tools).toMatchObject([
      { schema: { type: 'object', properties: { my_name: { type: ['string', 'null'] } } } },
    ]);
  });

  it('reads wishes and tools, and keeps what it has no word for', () => {
    const asked = request({
      generationConfig: {
        temperature: 1.5,
        stopSequences: ['END'],
        candidateCount: 2,
        responseMimeType: 'application/json',
        responseJsonSchema: { type: 'object' },
        thinkingConfig: { thinkingLevel: 'high', includeThoughts: true },
        speechConfig: {},
      },
      tools: [{ googleSearch: {} }],
      toolConfig: { functionCallingConfig: { mode: 'ANY', allowedFunctionNames: ['f', 'g'] } },
      safetySettings: [],
    });
    expect(asked).toMatchObject({
      sampling: { temperature: 1.5 },
      limits: { stop: ['END'], answers: 2 },
      format: { kind: 'json-schema', schema: { type: 'object' } },
      reasoning: { effort: 'high', summary: 'auto' },
      tools: [{ kind: 'foreign', type: 'googleSearch', value: { googleSearch: {} } }],
      toolChoice: { kind: 'one-of', names: ['f', 'g'] },
      lost: [],
    });
    expect([...asked.foreign.keys()]).toEqual(['generationConfig.speechConfig', 'safetySettings']);
  });

  it.each([
    [null, 'contents'],
    [{ contents: [] }, 'contents'],
    [{ contents: [{ role: 'boss', parts: [] }] }, 'contents[0].role'],
  ])('refuses %j for its %s', (body, param) => {
    expect(read(body).reading).toMatchObject({ failure: { status: 400, param } });
  });

  it('refuses two calls with one id', () => {
    const part = { functionCall: { id: 'a', name: 'f', args: {} } };
    expect(read({ contents: [{ role: 'model', parts: [part, part] }] }).reading).toMatchObject({
      failure: { param: 'contents[0].parts[1]' },
    });
  });
});

describe('writeGeminiRequest', () => {
  it('writes again what it read, signatures and all (litellm#25322)', () => {
    const wire = {
      systemInstruction: { parts: [{ text: 'Be brief.' }] },
      contents: [
        { role: 'user', parts: [{ text: 'Hi' }] },
        {
          role: 'model',
          parts: [
            { text: 'Hm.', thought: true, thoughtSignature: 'c2ln' },
            { functionCall: { id: 'a', name: 'f', args: { x: 1 } }, thoughtSignature: 'c2ln' },
          ],
        },
        { role: 'user', parts: [{ functionResponse: { id: 'a', name: 'f', response: { output: 'Rain' } } }] },
      ],
      tools: [{ functionDeclarations: [{ name: 'f', parametersJsonSchema: { type: 'object' } }] }],
      toolConfig: { functionCallingConfig: { mode: 'ANY' } },
      generationConfig: { maxOutputTokens: 5, thinkingConfig: { thinkingLevel: 'LOW' }, speechConfig: {} },
      safetySettings: [],
    };
    const { reading, losses } = read(wire);
    if ('failure' in reading) throw new Error(reading.failure.message);
    expect(writeGeminiRequest(reading.request, new Notes({ from: 'gemini', to: 'gemini', losses }))).toEqual(
      wire,
    );
    expect(losses.told).toEqual([]);
  });

  it('puts results right behind their calls, and signs what nobody signed', () => {
    const { wire, lost } = write({
      items: [user('Hi'), call('a'), call('b'), result('b', '2'), user('Well?'), result('a', '1')],
    });
    expect(wire['contents']).toMatchObject([
      { role: 'user' },
      {
        role: 'model',
        parts: [{ thoughtSignature: 'skip_thought_signature_validator' }, { functionCall: { id: 'b' } }],
      },
      {
        role: 'user',
        parts: [
          { functionResponse: { id: 'a', name: 'f', response: { output: '1' } } },
          { functionResponse: { id: 'b' } },
          { text: 'Well?' },
        ],
      },
    ]);
    expect(lost).toEqual([]);
    const older = write({ items: [call('a')] }, { thinks: 'by budget', requiresSeals: false });
    expect(JSON.stringify(older.wire)).not.toContain('thoughtSignature');
  });

  it('says what it must say otherwise, and reports it', () => {
    const { wire, lost } = write({
      items: [
        user('Hi'),
        { kind: 'reasoning', text: 'x', sealed: { maker: 'anthropic', value: 'y' }, path: 'thought' },
        call('a', '{"x":"cut'),
        { kind: 'tool-result', callId: 'a', parts: [], isError: true, path: 'failed' },
        result('none', 'Rain'),
      ],
      limits: { stop: ['1', '2', '3', '4', '5', '6'] },
      reasoning: { effort: 'max' },
      parallelToolCalls: false,
      tools: [{ kind: 'function', name: 'f' }],
      endUser: 'u',
    });
    expect(wire).toMatchObject({
      generationConfig: {
        stopSequences: ['1', '2', '3', '4', '5'],
        thinkingConfig: { thinkingLevel: 'HIGH' },
      },
    });
    expect(JSON.stringify(wire['contents'])).toContain('"args":{"input":"{\\"x\\":\\"cut"}');
    expect(lost.map((each) => each.split(' ')[0])).toHaveLength(8);
    expect(lost).toEqual(
      expect.arrayContaining(['dropped thought', 'emulated call a', 'emulated failed', 'moved result none']),
    );
  });

  it('fetches nothing: an address that nobody fetched is told as lost', () => {
    const image = {
      kind: 'image',
      source: { from: 'url', url: 'http://10.0.0.1/a.png' },
      path: 'p',
    } as const;
    const { wire, lost } = write({
      items: [{ kind: 'message', role: 'user', parts: [{ kind: 'text', text: 'x' }, image] }],
    });
    expect(JSON.stringify(wire)).not.toContain('10.0.0.1');
    expect(lost).toEqual(['dropped p']);
  });
});
