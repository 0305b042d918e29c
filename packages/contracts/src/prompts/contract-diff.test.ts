import { describe, expect, it } from 'vitest';
import { contractChanges, isBreaking } from './contract-diff.ts';
import type { PromptDefinition } from './prompt.ts';

const prompt: PromptDefinition = {
  messages: [{ role: 'user', text: '{{text}}' }],
  variables: {
    text: { type: 'string', maxLength: 100 },
    language: { enum: ['de', 'en'] },
    words: { type: 'integer', minimum: 1 },
  },
  optional: ['words'],
  model: 'gpt',
  parameters: { temperature: 0 },
  output: {
    type: 'object',
    properties: { title: { type: 'string' }, mood: { enum: ['good', 'bad'] }, note: { type: 'string' } },
    required: ['title', 'mood'],
    additionalProperties: false,
  },
  tests: [],
};

const variables = (more: PromptDefinition['variables']) => ({
  ...prompt,
  variables: { ...prompt.variables, ...more },
});
const output = (more: object) => ({ ...prompt, output: { ...(prompt.output as object), ...more } });
const members = (more: object) =>
  output({
    properties: {
      title: { type: 'string' },
      mood: { enum: ['good', 'bad'] },
      note: { type: 'string' },
      ...more,
    },
  });
const { output: _, ...text } = prompt;

describe('a change of a prompt breaks who asks it', () => {
  it.each<[string, PromptDefinition]>([
    ['a new value that must be said', variables({ tone: { type: 'string' } })],
    ['a value that is gone', { ...prompt, variables: { text: { type: 'string', maxLength: 100 } } }],
    ['one that must be said from now on', { ...prompt, optional: [] }],
    ['less room', variables({ text: { type: 'string', maxLength: 99 } })],
    ['a floor that rises', variables({ words: { type: 'integer', minimum: 2 } })],
    ['a bound where there was none', variables({ words: { type: 'integer', minimum: 1, maximum: 9 } })],
    ['another type', variables({ words: { type: 'string' } })],
    ['a choice that is gone', variables({ language: { enum: ['de'] } })],
    ['a pattern', variables({ text: { type: 'string', maxLength: 100, pattern: '^a' } })],
    ['what nobody can judge', variables({ text: { anyOf: [{ type: 'string' }] } })],
    ['an answer that was a value and is a text', text],
    ['an answer that may lack a member', output({ required: ['title'] })],
    ['an answer of a new choice', members({ mood: { enum: ['good', 'bad', 'so-so'] } })],
    ['an answer of another type', members({ title: { type: ['string', 'null'] } })],
    ['an answer that may have any members', output({ additionalProperties: true })],
  ])('by %s', (_, after) => {
    expect(isBreaking(contractChanges(prompt, after))).toBe(true);
  });

  it('by an answer that is a value from now on', () => {
    expect(contractChanges(text, prompt)).toEqual([{ place: 'output', breaking: true }]);
  });
});

describe('a change of a prompt breaks nobody', () => {
  it.each<[string, PromptDefinition, string]>([
    ['other words', { ...prompt, messages: [{ role: 'user', text: 'Now: {{text}}' }] }, 'messages'],
    ['another model', { ...prompt, model: 'sonnet' }, 'model'],
    [
      'more room',
      variables({ text: { type: 'string', maxLength: 101 } }),
      'values/properties/text/maxLength',
    ],
    [
      'a floor that sinks',
      variables({ words: { type: 'integer', minimum: 0 } }),
      'values/properties/words/minimum',
    ],
    ['a wider type', variables({ words: { type: 'number', minimum: 1 } }), 'values/properties/words/type'],
    [
      'another choice',
      variables({ language: { enum: ['de', 'en', 'fr'] } }),
      'values/properties/language/enum',
    ],
    ['one that need not be said', { ...prompt, optional: ['words', 'language'] }, 'values/required'],
    [
      'an answer that always has a member',
      output({ required: ['title', 'mood', 'note'] }),
      'output/required',
    ],
    ['an answer of fewer choices', members({ mood: { enum: ['good'] } }), 'output/properties/mood/enum'],
    ['an answer that says more', members({ more: { type: 'string' } }), 'output/properties/more'],
    [
      'a description',
      members({ title: { type: 'string', description: 'A line' } }),
      'output/properties/title/description',
    ],
  ])('by %s', (_, after, place) => {
    expect(contractChanges(prompt, after)).toEqual([{ place, breaking: false }]);
  });

  it('by a new value that may be left out', () => {
    const after = { ...variables({ tone: { type: 'string' } }), optional: ['words', 'tone'] };
    expect(contractChanges(prompt, after)).toEqual([{ place: 'values/properties/tone', breaking: false }]);
  });

  it('by the order in which a schema is written', () => {
    const after = variables({ text: { maxLength: 100, type: 'string' }, language: { enum: ['en', 'de'] } });
    expect(isBreaking(contractChanges(prompt, after))).toBe(false);
    expect(contractChanges(prompt, variables({ text: { maxLength: 100, type: 'string' } }))).toEqual([]);
  });
});
