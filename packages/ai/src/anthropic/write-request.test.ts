import { describe, expect, it } from 'vitest';
import { Notes } from '../mapping/notes.ts';
import { Losses } from '../model/loss.ts';
import type { Protocol } from '../model/protocol.ts';
import type { InputItem, ModelRequest } from '../model/request.ts';
import { readAnthropicRequest } from './read-request.ts';
import { type AnthropicTraits, newestTraits } from './traits.ts';
import { writeAnthropicRequest } from './write-request.ts';

const older: AnthropicTraits = {
  takesSampling: true,
  takesSystemInside: false,
  thinks: 'by budget',
  mostTokens: 8_192,
};

function write(
  request: Partial<ModelRequest>,
  traits: AnthropicTraits = newestTraits,
  from: Protocol = 'chat',
) {
  const losses = new Losses();
  const whole: ModelRequest = {
    model: 'claude',
    items: [user('Hi')],
    tools: [],
    limits: { maxTokens: 4_096 },
    sampling: {},
    stream: false,
    streamUsage: false,
    foreign: new Map(),
    ...request,
  };
  const wire = writeAnthropicRequest(whole, new Notes({ from, to: 'anthropic', losses }), traits);
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

describe('writeAnthropicRequest', () => {
  it('writes again what it read, with marks, thoughts and unknown fields in their places (bifrost#6342)', () => {
    const wire = {
      model: 'claude',
      max_tokens: 10,
      system: [{ type: 'text', text: 'Be brief.', cache_control: { type: 'ephemeral', ttl: '1h' } }],
      messages: [
        { role: 'user', content: [{ type: 'text', text: 'Hi', cache_control: { type: 'ephemeral' } }] },
        {
          role: 'assistant',
          content: [
            { type: 'thinking', thinking: 'Hm.', signature: 'c2ln' },
            { type: 'redacted_thinking', data: 'b3BhcXVl' },
            { type: 'text', text: 'So:' },
            { type: 'tool_use', id: 'a', name: 'f', input: { x: 1 } },
          ],
        },
        {
          role: 'user',
          content: [
            { type: 'tool_result', tool_use_id: 'a', content: [{ type: 'text', text: 'Rain' }] },
            { type: 'text', text: 'And?' },
          ],
        },
      ],
      tools: [{ name: 'f', input_schema: { type: 'object' } }],
      tool_choice: { type: 'auto' },
      thinking: { type: 'adaptive' },
      stream: true,
      container: 'c',
    };
    const losses = new Losses();
    const reading = readAnthropicRequest(wire, losses);
    if ('failure' in reading) throw new Error(reading.failure.message);
    const notes = new Notes({ from: 'anthropic', to: 'anthropic', losses });
    expect(writeAnthropicRequest(reading.request, notes)).toEqual(wire);
    expect(losses.told).toEqual([]);
  });

  it('puts results right behind their calls, in the order of the calls, whatever came between', () => {
    const { wire, lost } = write({
      items: [user('Hi'), call('a'), call('b'), result('b', '2'), user('Well?'), result('a', '1')],
    });
    expect(wire['messages']).toMatchObject([
      { role: 'user' },
      { role: 'assistant', content: [{ id: 'a' }, { id: 'b' }] },
      {
        role: 'user',
        content: [
          { type: 'tool_result', tool_use_id: 'a' },
          { type: 'tool_result', tool_use_id: 'b' },
          { type: 'text', text: 'Well?' },
        ],
      },
    ]);
    expect(lost).toEqual([]);
  });

  it('says results without a call as text, and reports it', () => {
    const { wire, lost } = write({
      items: [result('none', 'Rain'), call('a'), result('a', '1'), result('a', '2')],
    });
    expect(wire['messages']).toMatchObject([
      { role: 'user', content: [{ type: 'text', text: 'Rain' }] },
      { role: 'assistant' },
      { role: 'user', content: [{ type: 'tool_result' }, { type: 'text', text: '2' }] },
    ]);
    expect(lost).toEqual(['moved result none', 'moved result a']);
  });

  it('makes ids of the letters that are allowed, each its own, for call and result alike', () => {
    const { wire } = write({
      items: [call('f:0'), result('f:0', '1'), call('f:0'), result('f:0', '2'), call('f.0')],
    });
    expect(wire['messages']).toMatchObject([
      { content: [{ id: 'f_0' }] },
      { content: [{ tool_use_id: 'f_0' }] },
      { content: [{ id: 'f_0_2' }] },
      { content: [{ tool_use_id: 'f_0_2' }] },
      { content: [{ id: 'f_0_3' }] },
    ]);
  });

  it('never makes a call without arguments of one whose arguments are broken', () => {
    const { wire, lost } = write({ items: [user('Hi'), call('a', '{"path":"/tm'), result('a', 'x')] });
    expect(wire['messages']).toMatchObject([{}, { content: [{ input: { input: '{"path":"/tm' } }] }, {}]);
    expect(lost).toEqual(['emulated call a']);
  });

  it('hoists nothing but the instructions at the start (litellm#40198)', () => {
    const items = [said('system', 'One.'), user('Hi'), said('system', 'Two.'), user('Well?')];
    const inside = write({ items });
    expect(inside.wire['system']).toMatchObject([{ text: 'One.' }]);
    expect(inside.wire['messages']).toMatchObject([{ role: 'user' }, { role: 'system' }, { role: 'user' }]);
    expect(inside.lost).toEqual([]);
    const before = write({ items }, older);
    expect(before.wire['messages']).toMatchObject([
      { role: 'user', content: [{ text: 'Hi' }, { text: 'Two.' }, { text: 'Well?' }] },
    ]);
    expect(before.lost).toEqual(['emulated messages of system']);
    expect(write({ items: [said('system', 'Alone.')] }).wire['messages']).toMatchObject([{ role: 'user' }]);
  });

  it('requires a limit, drops or clamps what these models refuse, and tells each', () => {
    const sampling = { temperature: 1.5, topP: 0.9, seed: 7, logprobs: 2 };
    const newest = write({ limits: { stop: [' ', 'END'], answers: 2 }, sampling, store: true });
    expect(newest.wire).toMatchObject({ max_tokens: 64_000, stop_sequences: ['END'] });
    expect(Object.keys(newest.wire)).not.toContain('temperature');
    expect(newest.lost).toHaveLength(8);
    const clamped = write({ sampling: { temperature: 1.5 } }, older);
    expect(clamped.wire['temperature']).toBe(1);
    expect(clamped.lost).toHaveLength(1);
  });

  it('keeps the last four marks of the cache', () => {
    const marked = [1, 2, 3, 4, 5].map(
      (at): InputItem => ({
        kind: 'message',
        role: 'user',
        parts: [{ kind: 'text', text: `${at}`, cacheMark: { ttl: '5m' }, path: `part ${at}` }],
      }),
    );
    const { wire, lost } = write({ items: marked });
    expect(JSON.stringify(wire).match(/cache_control/g)).toHaveLength(4);
    expect(lost).toEqual(['clamped part 1']);
  });

  it('thinks as hard as is wished, by effort or by a budget within the limit', () => {
    expect(write({ reasoning: { effort: 'minimal' } }).wire).toMatchObject({
      thinking: { type: 'adaptive' },
      output_config: { effort: 'low' },
    });
    expect(write({ reasoning: { effort: 'none' } }).wire['thinking']).toEqual({ type: 'disabled' });
    const budget = write({ reasoning: { effort: 'high' }, limits: { maxTokens: 2_000 } }, older);
    expect(budget.wire['thinking']).toEqual({ type: 'enabled', budget_tokens: 1_999 });
    const none = write({ reasoning: { budget: 5_000 }, limits: { maxTokens: 500 } }, older);
    expect(none.wire['thinking']).toBeUndefined();
    expect(none.lost).toEqual(['dropped reasoning']);
  });

  it('does not think where that would be refused, and reports it', () => {
    const tools = [{ kind: 'function', name: 'f' } as const];
    const forced = write({ tools, toolChoice: { kind: 'required' }, reasoning: { effort: 'high' } });
    const called = write(
      { items: [user('Hi'), call('a'), result('a', '1')], reasoning: { effort: 'high' } },
      older,
    );
    for (const { wire, lost } of [forced, called]) {
      expect(wire['thinking']).toBeUndefined();
      expect(lost).toEqual(['dropped reasoning']);
    }
    const newest = write({ items: [user('Hi'), call('a'), result('a', '1')], reasoning: { effort: 'high' } });
    expect(newest.wire['thinking']).toEqual({ type: 'adaptive' });
  });

  it('takes reasoning only with its own seal, and calls with any', () => {
    const { wire, lost } = write({
      items: [
        { kind: 'reasoning', text: 'a', path: 'r1' },
        { kind: 'reasoning', text: 'b', sealed: { maker: 'openai', value: 'x' }, path: 'r2' },
        {
          kind: 'tool-call',
          id: 'a',
          name: 'f',
          arguments: '{}',
          sealed: { maker: 'google', value: 'x' },
          path: 'c',
        },
      ],
    });
    expect(wire['messages']).toMatchObject([{ content: [{ type: 'tool_use' }] }]);
    expect(lost).toEqual(['dropped r1', 'dropped r2', 'dropped c']);
  });

  it('says tools and their choice in its own words', () => {
    const tools = [
      { kind: 'function', name: 'f', schema: { type: 'object' } } as const,
      { kind: 'custom', name: 'g', path: 'tools[1]' } as const,
    ];
    const one = write({ tools, toolChoice: { kind: 'one-of', names: ['f'] }, parallelToolCalls: false });
    expect(one.wire).toMatchObject({
      tools: [{ name: 'f' }],
      tool_choice: { type: 'tool', name: 'f', disable_parallel_tool_use: true },
    });
    expect(one.lost).toEqual(['dropped tools[1]']);
    expect(write({ toolChoice: { kind: 'required' } }).wire['tool_choice']).toBeUndefined();
  });
});
