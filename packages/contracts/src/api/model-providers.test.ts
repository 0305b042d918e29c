import { describe, expect, it } from 'vitest';
import { phrases } from '../refusals/phrases.ts';
import { modelProviderParametersSchema, setModelProviderRequestSchema } from './model-providers.ts';

const key = 'sk-0123456789abcdef';
const messagesOf = (request: object) =>
  setModelProviderRequestSchema.safeParse(request).error?.issues.map(({ message }) => message) ?? [];

describe('a provider that is added by command', () => {
  it('needs no address where its kind has one', () => {
    expect(setModelProviderRequestSchema.parse({ kind: 'openai', key })).toEqual({ kind: 'openai', key });
    expect(messagesOf({ kind: 'openai-compatible', key })).toEqual([phrases.model_provider_url]);
  });

  it.each([
    ['whose key goes out in plain text', { kind: 'openai', key, url: 'http://models.example/v1' }],
    ['with a password in its address', { kind: 'openai', key, url: 'https://a:b@models.example/v1' }],
    ['with a line in its key', { kind: 'openai', key: `${key}\r\nx-other: 1` }],
    ['without a key', { kind: 'openai', key: '' }],
    ['with a key of any length', { kind: 'openai', key: 'k'.repeat(4097) }],
    ['of another kind', { kind: 'open-ai', key }],
    ['of a cloud that wants more', { kind: 'bedrock', key, url: 'https://models.example' }],
    ['of Azure without its resource', { kind: 'azure', key }],
    ['with what nobody reads', { kind: 'openai', key, dangerouslyAllowInsecureKey: true }],
  ])('is refused %s', (_, request) => {
    expect(messagesOf(request)).toHaveLength(1);
    expect(messagesOf(request).join()).not.toContain(key);
  });

  it.each(['OpenAI', 'a/b', '-a', 'a-', '', 'a'.repeat(64)])('has no name such as %j', (name) => {
    expect(modelProviderParametersSchema.safeParse({ name }).success).toBe(false);
  });
});
