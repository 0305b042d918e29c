import { describe, expect, it } from 'vitest';
import { Notes } from '../mapping/notes.ts';
import { Losses } from '../model/loss.ts';
import type { InputItem, ModelRequest } from '../model/request.ts';
import type { BedrockTraits } from './traits.ts';
import { writeBedrockRequest } from './write-request.ts';

const claude: BedrockTraits = {
  claude: { takesSampling: true, takesSystemInside: false, thinks: 'by budget', mostTokens: 8_192 },
};
const another: BedrockTraits = { claude: undefined };

function write(request: Partial<ModelRequest>, traits: BedrockTraits = claude) {
  const losses = new Losses();
  const whole: ModelRequest = {
    model: 'anthropic.claude-sonnet-4-5-20250929-v1:0',
    items: [user('Hi')],
    tools: [],
    limits: { maxTokens: 4_096 },
    sampling: {},
    stream: false,
    streamUsage: false,
    foreign: new Map(),
    ...request,
  };
  const wire = writeBedrockRequest(whole, new Notes({ from: 'chat', to: 'bedrock', losses }), traits);
  return { wire, lost: losses.told.map(({ fate, path }) => `${fate} ${path}`) };
}

const said = (role: 'system' | 'user' | 'assistant', text: string): InputItem => ({
  kind: 'message',
  role,
  parts: [{ kind: 'text', text }],
  path: `messages of ${role}`,
});
const user = (text: string) => said('user', text);
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
const tool = { kind: 'function', name: 'f', schema: { type: 'object' } } as const;

describe('writeBedrockRequest', () => {
  it('says what everybody says, and no model: that stands in the address', () => {
    const { wire, lost } = write({
      items: [said('system', 'Be short'), user('Hi')],
      sampling: { temperature: 0.5, topP: 0.9, topK: 4 },
      limits: { maxTokens: 10, stop: ['END', ' '] },
    });
    expect(wire).toEqual({
      system: [{ text: 'Be short' }],
      messages: [{ role: 'user', content: [{ text: 'Hi' }] }],
      inferenceConfig: { maxTokens: 10, temperature: 0.5, topP: 0.9, stopSequences: ['END'] },
      additionalModelRequestFields: { top_k: 4 },
    });
    expect(lost).toEqual(['dropped stop']);
  });

  it('keeps results behind the turn that called for them, in its order', () => {
    const { wire } = write({
      items: [
        user('Go'),
        call('a', '{"x":1}'),
        call('b'),
        result('b', 'two'),
        result('a', 'one'),
        user('So?'),
      ],
      tools: [tool],
    });
    expect(wire['messages']).toEqual([
      { role: 'user', content: [{ text: 'Go' }] },
      {
        role: 'assistant',
        content: [
          { toolUse: { toolUseId: 'a', name: 'f', input: { x: 1 } } },
          { toolUse: { toolUseId: 'b', name: 'f', input: {} } },
        ],
      },
      {
        role: 'user',
        content: [
          { toolResult: { toolUseId: 'a', content: [{ text: 'one' }] } },
          { toolResult: { toolUseId: 'b', content: [{ text: 'two' }] } },
          { text: 'So?' },
        ],
      },
    ]);
  });

  it('gives images their format, and tells of those that nobody fetches', () => {
    const image = (mediaType: string): InputItem => ({
      kind: 'message',
      role: 'user',
      parts: [
        { kind: 'image', source: { from: 'data', mediaType, data: 'AAAA' }, path: 'first' },
        { kind: 'image', source: { from: 'url', url: 'https://images.example/a.png' }, path: 'second' },
      ],
    });
    const { wire, lost } = write({ items: [image('image/png')] });
    expect(wire['messages']).toEqual([
      { role: 'user', content: [{ image: { format: 'png', source: { bytes: 'AAAA' } } }] },
    ]);
    expect(lost).toEqual(['dropped second']);
    expect(write({ items: [image('image/tiff'), user('Hi')] }).lost).toContain('dropped first');
  });

  it('names documents by the letters that are allowed, each once', () => {
    const file = (name: string): InputItem => ({
      kind: 'message',
      role: 'user',
      parts: [{ kind: 'file', name, source: { from: 'data', mediaType: 'application/pdf', data: 'AAAA' } }],
    });
    const { wire } = write({ items: [file('a/b.pdf'), file('a/b.pdf')] });
    expect(JSON.stringify(wire['messages'])).toContain('"name":"a-b-pdf"');
    expect(JSON.stringify(wire['messages'])).toContain('"name":"a-b-pdf (2)"');
  });

  it('gives back what Claude thought with its seal, to Claude alone', () => {
    const thought: InputItem = {
      kind: 'reasoning',
      text: 'hm',
      sealed: { maker: 'anthropic', value: 's' },
      path: 'thought',
    };
    const items = [user('Hi'), thought, said('assistant', 'Yes'), user('So?')];
    expect(JSON.stringify(write({ items }).wire)).toContain(
      '{"reasoningContent":{"reasoningText":{"text":"hm","signature":"s"}}}',
    );
    const { wire, lost } = write({ items }, another);
    expect(JSON.stringify(wire)).not.toContain('reasoningContent');
    expect(lost).toEqual(['dropped thought']);
  });

  it('leaves out tools that may not be called, unless there were calls', () => {
    const none = { tools: [tool], toolChoice: { kind: 'none' } } as const;
    expect(write(none).wire).not.toHaveProperty('toolConfig');
    const { wire, lost } = write({ ...none, items: [user('Go'), call('a'), result('a', 'one')] });
    expect(wire).toHaveProperty('toolConfig');
    expect(lost).toEqual(['dropped tool_choice']);
  });

  it('asks Claude to think beside the words of Converse, and tells where others cannot be asked', () => {
    const { wire } = write({ reasoning: { budget: 2_048 }, sampling: { temperature: 1 } });
    expect(wire['additionalModelRequestFields']).toEqual({
      thinking: { type: 'enabled', budget_tokens: 2_048 },
    });
    expect(wire['inferenceConfig']).toEqual({ maxTokens: 4_096 });
    expect(write({ reasoning: { effort: 'high' } }, another).lost).toEqual(['dropped reasoning_effort']);
  });

  it('marks what the cache keeps by blocks of their own', () => {
    const marked: InputItem = {
      kind: 'message',
      role: 'user',
      parts: [{ kind: 'text', text: 'Long', cacheMark: { ttl: '1h' } }],
    };
    expect(JSON.stringify(write({ items: [marked] }).wire['messages'])).toContain(
      '{"text":"Long"},{"cachePoint":{"type":"default","ttl":"1h"}}',
    );
  });

  it('tells of what Converse has no word for', () => {
    const { lost } = write({
      sampling: { seed: 1, logitBias: { 5: 1 }, presencePenalty: 1 },
      limits: { answers: 2 },
      parallelToolCalls: false,
      tools: [tool],
      endUser: 'u',
    });
    expect(lost.length).toBeGreaterThanOrEqual(6);
    expect(lost.every((each) => each.startsWith('dropped'))).toBe(true);
  });
});
