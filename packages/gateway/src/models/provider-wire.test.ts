import { describe, expect, it } from 'vitest';
import type { CompiledTarget } from './compiled-llm.ts';
import { anthropicTraits, bedrockTraits, geminiTraits, headersTo, protocolWith } from './provider-wire.ts';

const target = (kind: CompiledTarget['kind']): CompiledTarget => ({
  ...{ provider: 'one', kind, upstream: 'llm:one', model: 'm', key: undefined, prices: undefined },
  ...{ firstEvent: 1, idle: 1, whole: 1 },
});

describe('the models of Anthropic', () => {
  it.each([
    ['claude-3-5-sonnet-20241022', true, false, 'by budget', 8_192],
    ['claude-opus-4-20250514', true, false, 'by budget', 32_000],
    ['claude-sonnet-4-5-20250929', true, false, 'by budget', 64_000],
    ['claude-sonnet-4-5@20250929', true, false, 'by budget', 64_000],
    ['claude-opus-4-6', true, false, 'by effort', 64_000],
    ['claude-opus-4-8', false, true, 'by effort', 64_000],
    ['claude-opus-5', false, true, 'by effort', 64_000],
    ['claude-next', false, true, 'by effort', 64_000],
  ])('take what they take: %s', (model, takesSampling, takesSystemInside, thinks, mostTokens) => {
    expect(anthropicTraits(model)).toEqual({ takesSampling, takesSystemInside, thinks, mostTokens });
  });
});

it('knows how the models of Gemini think', () => {
  expect(geminiTraits('gemini-2.5-flash').thinks).toBe('by budget');
  expect(geminiTraits('gemini-3-pro-preview')).toEqual({ thinks: 'by level', requiresSeals: true });
});

it('speaks with a provider as its caller does, where that is spoken there', () => {
  expect(protocolWith(target('openai'), 'chat')).toBe('chat');
  expect(protocolWith(target('openai'), 'anthropic')).toBe('responses');
  expect(protocolWith(target('openai-compatible'), 'responses')).toBe('chat');
  expect(protocolWith(target('gemini'), 'chat')).toBe('gemini');
  expect(protocolWith(target('vertex'), 'gemini')).toBe('gemini');
  expect(protocolWith({ ...target('vertex'), model: 'claude-opus-4-6' }, 'chat')).toBe('anthropic');
  expect(protocolWith(target('bedrock'), 'anthropic')).toBe('bedrock');
  expect(protocolWith(target('groq'), 'responses')).toBe('chat');
  expect(protocolWith(target('azure'), 'anthropic')).toBe('responses');
  expect(protocolWith({ ...target('azure'), apiVersion: '2024-10-21' }, 'responses')).toBe('chat');
});

it('shows each its key where it looks for one, and Bedrock none', () => {
  const caller = { stream: false, reference: 'ref_a', version: undefined, beta: undefined };
  const shown = (kind: CompiledTarget['kind']) => {
    const headers = headersTo(target(kind), 'a-key', caller);
    const at = headers.findIndex((text) => text.includes('a-key'));
    return at === -1 ? undefined : headers[at - 1];
  };
  expect(shown('azure')).toBe('api-key');
  expect(shown('vertex')).toBe('authorization');
  expect(shown('ollama')).toBe('authorization');
  expect(shown('bedrock')).toBeUndefined();
});

it('knows the models of Anthropic behind Bedrock', () => {
  const { claude } = bedrockTraits('eu.anthropic.claude-sonnet-4-5-20250929-v1:0');
  expect(claude).toMatchObject({ takesSampling: true, thinks: 'by budget' });
  expect(bedrockTraits('amazon.nova-pro-v1:0').claude).toBeUndefined();
});

it('asks for nothing that could not be read on the way', () => {
  const caller = { stream: true, reference: 'ref_a', version: undefined, beta: undefined };
  const headers = headersTo(target('anthropic'), undefined, caller);
  expect(headers).toContain('identity');
  expect(headers).not.toContain('x-api-key');
});
