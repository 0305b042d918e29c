import type { ModelRequest, Part } from '@signet/ai';
import { expect, it } from 'vitest';
import { expectedTokens, lackOf, needsOf } from './needs.ts';

const asking = (parts: readonly Part[], more: Partial<ModelRequest> = {}): ModelRequest => ({
  ...{ model: 'm', items: [{ kind: 'message', role: 'user', parts }], tools: [], limits: {}, sampling: {} },
  ...{ stream: false, streamUsage: false, foreign: new Map() },
  ...more,
});
const text: Part = { kind: 'text', text: 'a'.repeat(600) };
const image: Part = {
  kind: 'image',
  source: { from: 'data', mediaType: 'image/png', data: 'A'.repeat(9_000) },
};
const none = { lacks: [], context: undefined };

it.each([
  ['vision', asking([image])],
  ['audio', asking([{ kind: 'audio', data: 'AA', format: 'wav' }])],
  ['files', asking([{ kind: 'file', source: { from: 'text', text: 'a' } }])],
  ['tools', asking([text], { tools: [{ kind: 'function', name: 'f' }] })],
  ['schema', asking([text], { format: { kind: 'json-schema', schema: {} } })],
  ['reasoning', asking([text], { reasoning: { effort: 'high' } })],
] as const)('a target without %s is passed over where that is needed', (ability, request) => {
  expect(lackOf(needsOf(request), { ...none, lacks: [ability] })).toBe(`has no ${ability}`);
  expect(lackOf(needsOf(asking([text])), { ...none, lacks: [ability] })).toBe(undefined);
  expect(lackOf(needsOf(request), none)).toBe(undefined);
});

it('what the caller wants not to be used is not needed', () => {
  const request = asking([text], {
    tools: [{ kind: 'function', name: 'f' }],
    toolChoice: { kind: 'none' },
    reasoning: { effort: 'none' },
    format: { kind: 'json-object' },
  });
  expect([...needsOf(request).abilities]).toEqual([]);
});

it('an image in the result of a tool needs vision too', () => {
  const request = asking([], { items: [{ kind: 'tool-result', callId: 'c', parts: [image] }] });
  expect([...needsOf(request).abilities]).toEqual(['vision']);
});

it.each([-1e9, 1.5, Number.POSITIVE_INFINITY, Number.NaN])('%d tokens are none', (maxTokens) => {
  expect(needsOf(asking([text], { limits: { maxTokens } })).output).toBe(0);
});

it('an answer that may be endless is not expected to be', () => {
  expect(expectedTokens(needsOf(asking([text], { limits: { maxTokens: 1e15 } })))).toBe(100 + 4_096);
  expect(expectedTokens(needsOf(asking([text], { limits: { maxTokens: 7 } })))).toBe(107);
});

it('a target with too little room is passed over, by what is text and by what may be answered', () => {
  const needs = needsOf(asking([text, image], { limits: { maxTokens: 50 } }));
  expect(needs).toMatchObject({ input: 100, output: 50 });
  expect(lackOf(needs, { ...none, context: 150 })).toBe(undefined);
  expect(lackOf(needs, { ...none, context: 149 })).toBe(
    'has room for 149 tokens, and at least 150 are asked for',
  );
});
