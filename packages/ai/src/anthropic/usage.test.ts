import { describe, expect, it } from 'vitest';
import { Fields } from '../fields/fields.ts';
import { merged } from '../fields/merged.ts';
import { Notes } from '../mapping/notes.ts';
import { Losses } from '../model/loss.ts';
import { readUsage } from './read-usage.ts';
import { writeUsage } from './write-usage.ts';

function read(wire: unknown) {
  const losses = new Losses();
  const usage = readUsage(new Fields(wire, { path: 'usage', of: 'answer', losses }));
  return { usage, told: losses.told.map(({ path }) => path) };
}

const notes = () => new Notes({ from: 'anthropic', to: 'anthropic', losses: new Losses() });

const cached = {
  input_tokens: 6,
  cache_creation_input_tokens: 3_337,
  cache_read_input_tokens: 6_289,
  cache_creation: { ephemeral_5m_input_tokens: 3_000, ephemeral_1h_input_tokens: 337 },
  output_tokens: 198,
};

const compacted = {
  input_tokens: 612,
  output_tokens: 2_819,
  iterations: [
    { type: 'compaction', input_tokens: 60_385, output_tokens: 522, cache_read_input_tokens: 15 },
    { type: 'message', model: 'claude-opus-5', input_tokens: 612, output_tokens: 2_819 },
  ],
};

describe("Anthropic's usage", () => {
  it('leaves the cache out of its input, and the model does not', () => {
    const { usage, told } = read(cached);
    expect(usage).toEqual({
      provenance: 'provider',
      input: 9_632,
      output: 198,
      cacheRead: 6_289,
      cacheWrite5m: 3_000,
      cacheWrite1h: 337,
    });
    expect(told).toEqual([]);
  });

  it('adds up iterations that its own sums leave out, each with its model', () => {
    const { usage } = read(compacted);
    expect(usage).toMatchObject({ input: 61_012, output: 3_341, cacheRead: 15 });
    expect(usage?.iterations?.map(({ purpose, model }) => [purpose, model])).toEqual([
      ['compaction', undefined],
      ['message', 'claude-opus-5'],
    ]);
  });

  it('is written back as it came', () => {
    for (const wire of [cached, compacted]) {
      const { usage } = read(wire);
      if (usage === undefined) throw new Error('There is usage.');
      const written = writeUsage(usage, notes());
      expect(written).toMatchObject({ input_tokens: wire.input_tokens, output_tokens: wire.output_tokens });
      expect(read(written).usage).toMatchObject({ input: usage.input, output: usage.output });
    }
  });

  it('takes a zero for a zero, and what is no count for nothing (litellm#37992)', () => {
    expect(read({ input_tokens: 0, output_tokens: 3 }).usage).toMatchObject({ input: 0, output: 3 });
    const { usage, told } = read({ input_tokens: -1, output_tokens: 3.5, cache_read_input_tokens: '9' });
    expect(usage).toBeUndefined();
    expect(told).toEqual(['usage.input_tokens', 'usage.output_tokens', 'usage.cache_read_input_tokens']);
  });

  it('lets a later event change what it names, and nothing else', () => {
    const start = { input_tokens: 2, output_tokens: 1, cache_creation: { ephemeral_5m_input_tokens: 3_068 } };
    const sum = merged(start, { output_tokens: 9, input_tokens: null, cache_creation_input_tokens: 3_337 });
    expect(read(sum).usage).toMatchObject({ input: 3_339, output: 9, cacheWrite5m: 3_337 });
  });

  it('tells what it does not count', () => {
    const { usage, told } = read({
      input_tokens: 1,
      output_tokens: 1,
      inference_geo: 'us',
      server_tool_use: { web_search_requests: 2, dreams: 1 },
      output_tokens_details: { thinking_tokens: 1 },
      service_tier: 'standard',
    });
    expect(usage).toMatchObject({ others: { web_search_requests: 2 }, reasoning: 1, tier: 'standard' });
    expect(told).toEqual(['usage.server_tool_use.dreams', 'usage.inference_geo']);
  });
});
