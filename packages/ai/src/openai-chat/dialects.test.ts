import { describe, expect, it } from 'vitest';
import { Notes } from '../mapping/notes.ts';
import { Losses } from '../model/loss.ts';
import type { ModelRequest } from '../model/request.ts';
import { type ChatDialectName, chatDialects, isChatDialect } from './dialects.ts';
import { writeChatRequest } from './write-request.ts';

const asked: ModelRequest = {
  model: 'm',
  items: [{ kind: 'message', role: 'developer', parts: [{ kind: 'text', text: 'Hi' }] }],
  tools: [],
  limits: { maxTokens: 10, answers: 1 },
  sampling: { seed: 7, topK: 3, presencePenalty: 0 },
  verbosity: 'low',
  store: false,
  cache: { key: 'k' },
  stream: true,
  streamUsage: true,
  foreign: new Map(),
};

function write(kind: ChatDialectName, request: Partial<ModelRequest> = {}) {
  const losses = new Losses();
  const notes = new Notes({ from: 'responses', to: 'chat', losses });
  const wire = writeChatRequest({ ...asked, ...request }, notes, chatDialects[kind]);
  return { wire, lost: losses.told.map(({ fate, path }) => `${fate} ${path}`) };
}

describe('the dialects of Chat Completions', () => {
  it('are known by their names alone', () => {
    expect(isChatDialect('groq')).toBe(true);
    expect(isChatDialect('toString')).toBe(false);
    expect(isChatDialect('openai')).toBe(false);
  });

  it('limit tokens by their own word, and know no developers', () => {
    const { wire } = write('deepseek');
    expect(wire).toMatchObject({ max_tokens: 10, messages: [{ role: 'system' }] });
    expect(write('groq').wire).toMatchObject({ max_completion_tokens: 10 });
  });

  it('are asked nothing for which Mistral refuses the request, and what said something is told', () => {
    const { wire, lost } = write('mistral');
    expect(Object.keys(wire).toSorted()).toEqual([
      'max_tokens',
      'messages',
      'model',
      'n',
      'presence_penalty',
      'random_seed',
      'stream',
    ]);
    expect(wire['random_seed']).toBe(7);
    expect(lost).toEqual(expect.arrayContaining(['dropped prompt_cache_key', 'dropped text.verbosity']));
    // That an answer is not stored is so without being said.
    expect(lost.join()).not.toContain('store');
  });

  it('leave out one answer without a word, and several with one', () => {
    expect(write('groq').lost.join()).not.toMatch(/answers|\bn\b/);
    expect(write('groq', { limits: { answers: 2 } }).lost.join()).toMatch(/answers|\bn\b/);
  });

  it('are asked for usage wherever it does not come by itself', () => {
    const unasked = Object.keys(chatDialects).filter(
      (kind) => isChatDialect(kind) && !Object.hasOwn(write(kind).wire, 'stream_options'),
    );
    expect(unasked).toEqual(['mistral']);
  });

  it('take top_k where it is known', () => {
    expect(write('vllm').wire['top_k']).toBe(3);
    expect(write('xai').wire).not.toHaveProperty('top_k');
    expect(write('xai').lost.join()).toContain('top_k');
  });
});
