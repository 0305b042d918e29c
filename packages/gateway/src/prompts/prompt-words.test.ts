import type { ModelEvent } from '@signet/ai';
import type { PromptDefinition } from '@signet/contracts';
import { describe, expect, it } from 'vitest';
import { Schemas } from '../described/schemas.ts';
import { promptWords } from './prompt-words.ts';

const prompt: PromptDefinition = {
  messages: [{ role: 'user', text: 'Hello' }],
  ...{ variables: {}, optional: [], model: 'gpt', parameters: {}, tests: [] },
};
const output = {
  type: 'object',
  properties: { title: { type: 'string', maxLength: 5 } },
  required: ['title'],
  additionalProperties: false,
};
const said = (text: string, reason: 'stop' | 'length' = 'stop'): readonly ModelEvent[] => [
  { kind: 'item', item: 0, opens: { kind: 'message' } },
  { kind: 'text', item: 0, text },
  { kind: 'finish', reason },
  { kind: 'end' },
];
const words = (more: Partial<PromptDefinition> = {}) =>
  promptWords('sum@1.0', { ...prompt, ...more }, new Schemas());

describe('the answer to a prompt', () => {
  it('is a text and why it ended', () => {
    expect(words().fault(said('Hi', 'length'))).toBeUndefined();
    expect(words().writeAnswer(said('Hi', 'length'))).toEqual({
      status: 200,
      body: { text: 'Hi', finish: 'length' },
    });
  });

  it('is its output, where it has one', () => {
    expect(words({ output }).fault(said('{"title":"Ada"}'))).toBeUndefined();
    expect(words({ output }).writeAnswer(said('{"title":"Ada"}')).body).toEqual({ title: 'Ada' });
  });

  it.each([
    ['{"title":"Countess"}', 'maxLength 5 at #/title'],
    ['{"title":"Ada","secret":1}', 'additionalProperties at #/*'],
    ['{}', 'required at #/title'],
    ['Here you are: {"title":"Ada"}', 'is no JSON'],
    ['', 'is no JSON'],
  ])('is none where it is not its output: %s', (text, fault) => {
    const told = words({ output }).fault(said(text)) ?? '';
    expect(told).toContain(fault);
    expect(told).not.toMatch(/Countess|secret/);
  });

  it('is none where it was cut before its end', () => {
    expect(words({ output }).fault(said('{"title":"Ada"}', 'length'))).toBe('was cut (length)');
  });
});

describe('the stream of a prompt', () => {
  it('has its words, and an end', () => {
    const writer = words().writer();
    expect(
      said('“ü”\n')
        .map((event) => writer.write(event))
        .join(''),
    ).toBe('event: text\ndata: {"text":"“ü”\\n"}\n\nevent: end\ndata: {"finish":"stop"}\n\n');
  });

  it('says nothing of what the provider said', () => {
    const failure = { status: 400, message: 'Your instruction “be nice” is too long', code: 'be_nice' };
    expect(words().writer().write({ kind: 'failed', failure })).toBe(
      'event: error\ndata: {"code":"model_unavailable"}\n\n',
    );
  });
});
