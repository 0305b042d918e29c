import { describe, expect, it } from 'vitest';
import { Fields } from '../fields/fields.ts';
import { Notes } from '../mapping/notes.ts';
import { Losses } from '../model/loss.ts';
import { readChatUsage, writeChatUsage } from './usage.ts';

function read(value: unknown) {
  const losses = new Losses();
  const usage = readChatUsage(new Fields(value, { path: 'usage', of: 'answer', losses }));
  return { usage, lost: losses.told.map(({ path }) => path) };
}

describe('readChatUsage', () => {
  it('reads what OpenAI counts', () => {
    const { usage, lost } = read({
      prompt_tokens: 100,
      completion_tokens: 20,
      total_tokens: 120,
      prompt_tokens_details: { cached_tokens: 64, cache_write_tokens: 10, audio_tokens: 0 },
      completion_tokens_details: { reasoning_tokens: 12, audio_tokens: 0, accepted_prediction_tokens: 0 },
    });
    expect(usage).toEqual({
      provenance: 'provider',
      input: 100,
      output: 20,
      cacheRead: 64,
      cacheWrite5m: 10,
      reasoning: 12,
      audioInput: 0,
      audioOutput: 0,
    });
    expect(lost).toEqual([]);
  });

  it.each([
    { prompt_cache_hit_tokens: 320, prompt_cache_miss_tokens: 19 },
    { cached_tokens: 320 },
    { num_cached_tokens: 320 },
  ])('reads the cache as %j', (dialect) => {
    const { usage, lost } = read({
      prompt_tokens: 339,
      completion_tokens: 92,
      total_tokens: 431,
      ...dialect,
    });
    expect(usage).toMatchObject({ input: 339, output: 92, cacheRead: 320 });
    expect(lost).toEqual([]);
  });

  it('adds reasoning to the output where it was counted beside it, and only there', () => {
    const beside = {
      prompt_tokens: 12,
      completion_tokens: 2,
      completion_tokens_details: { reasoning_tokens: 340 },
    };
    expect(read({ ...beside, total_tokens: 354 }).usage).toMatchObject({ output: 342, reasoning: 340 });
    const within = {
      prompt_tokens: 9,
      completion_tokens: 12,
      completion_tokens_details: { reasoning_tokens: 7 },
    };
    expect(read({ ...within, total_tokens: 21 }).usage).toMatchObject({ output: 12, reasoning: 7 });
  });

  it('keeps a zero apart from what was not said (litellm#37992)', () => {
    expect(read({ prompt_tokens: 0, completion_tokens: 0 }).usage).toMatchObject({ input: 0, output: 0 });
    expect(read({ prompt_tokens: 1, completion_tokens: 1, cached_tokens: 0 }).usage?.cacheRead).toBe(0);
    expect(read({ prompt_tokens: 1, completion_tokens: 1 }).usage?.cacheRead).toBeUndefined();
    expect(read({}).usage).toBeUndefined();
    expect(read({ total_tokens: 5 }).usage).toBeUndefined();
  });

  it('believes no count below zero, which would be money given back, and none that is no whole number', () => {
    const { usage, lost } = read({ prompt_tokens: 5, completion_tokens: -7, cached_tokens: 0.5 });
    expect(usage).toMatchObject({ input: 5, output: 0 });
    expect(usage?.cacheRead).toBeUndefined();
    expect(lost).toEqual(['usage.completion_tokens', 'usage.cached_tokens']);
  });

  it('tells what it does not know, and keeps what is counted beside tokens', () => {
    const { usage, lost } = read({
      prompt_tokens: 1,
      completion_tokens: 1,
      queue_time: 0.1,
      cost_in_usd_ticks: 7,
    });
    expect(usage?.others).toEqual({ cost_in_usd_ticks: 7 });
    expect(lost).toEqual(['usage.queue_time']);
  });
});

describe('writeChatUsage', () => {
  it('counts writes of the cache in one, and notes what has no place', () => {
    const losses = new Losses();
    const wire = writeChatUsage(
      {
        provenance: 'provider',
        input: 10,
        output: 5,
        cacheWrite5m: 2,
        cacheWrite1h: 3,
        others: { searches: 1 },
      },
      new Notes({ from: 'anthropic', to: 'chat', losses }),
    );
    expect(wire).toMatchObject({ total_tokens: 15, prompt_tokens_details: { cache_write_tokens: 5 } });
    expect(losses.told.map(({ path }) => path)).toEqual(['usage.server_tool_use']);
  });

  it('is read again as the same', () => {
    const usage = { provenance: 'provider', input: 9, output: 12, cacheRead: 3, reasoning: 7 } as const;
    const notes = new Notes({ from: 'chat', to: 'chat', losses: new Losses() });
    expect(read(writeChatUsage(usage, notes)).usage).toEqual(usage);
  });
});
