import { describe, expect, it } from 'vitest';
import { addedModel } from './added-models.ts';

const kinds = { openai: 'openai', google: 'gemini', router: 'openai-compatible' } as const;
const read = (asked: string) =>
  addedModel(asked, (name) => (Object.hasOwn(kinds, name) ? kinds[name as keyof typeof kinds] : undefined));

describe('a model of a provider that was added', () => {
  it.each([
    ['openai/gpt-5.6', 'openai', 'gpt-5.6'],
    ['router/meta-llama/llama-4:free', 'router', 'meta-llama/llama-4:free'],
    ['google/gemini-3-pro', 'google', 'gemini-3-pro'],
  ])('is %s', (asked, provider, model) => {
    expect(read(asked)).toEqual({ provider, model });
  });

  it.each([
    'gpt-5.6',
    '/gpt-5.6',
    'openai/',
    'claude/claude-sonnet-4-5',
    'toString/x',
    'openai/../files',
    'openai//files',
    'openai/a b',
    'openai/a%2f..',
    `openai/${'a'.repeat(129)}`,
    'google/gemini-3-pro:embedContent',
    'google/models/gemini-3-pro',
    'google/gemini-3-pro?key=1',
    'google/../files/x',
  ])('is not %s', (asked) => {
    expect(read(asked)).toBeUndefined();
  });
});
