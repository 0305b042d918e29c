import { describe, expect, it } from 'vitest';
import { Notes } from '../mapping/notes.ts';
import type { ModelEvent } from '../model/event.ts';
import { Losses } from '../model/loss.ts';
import type { Protocol } from '../model/protocol.ts';
import { callsOf, sumOf, textOf } from '../testing/sum.ts';
import { readAll, readBack } from '../testing/wire.ts';
import { readGeminiAnswer } from './read-answer.ts';
import { GeminiStreamReader } from './read-stream.ts';
import { writeGeminiAnswer } from './write-answer.ts';
import { GeminiStreamWriter } from './write-stream.ts';

const begin: ModelEvent = { kind: 'begin', id: 'r', model: 'm' };
const end: ModelEvent = { kind: 'end' };
const finish = (reason: 'stop' | 'length' | 'tool-calls'): ModelEvent => ({ kind: 'finish', reason });
const usage: ModelEvent = {
  kind: 'usage',
  usage: { provenance: 'provider', input: 10, output: 14, reasoning: 10, cacheRead: 6, tier: 'ON_DEMAND' },
};
const open = (item: number, kind: 'message' | 'reasoning', more: object = {}): ModelEvent => ({
  kind: 'item',
  item,
  opens: { kind, ...more },
});
const text = (item: number, said: string): ModelEvent => ({ kind: 'text', item, text: said });
const done = (item: number): ModelEvent => ({ kind: 'item-end', item });
const call = (item: number): ModelEvent => ({
  kind: 'item',
  item,
  opens: { kind: 'tool-call', id: `c${item}`, name: 'f' },
});
const args = (item: number, json: string): ModelEvent => ({ kind: 'arguments', item, json });

function write(events: readonly ModelEvent[], from: Protocol = 'chat') {
  const losses = new Losses();
  const writer = new GeminiStreamWriter({ notes: new Notes({ from, to: 'gemini', losses }) });
  const bytes = events.map((event) => writer.write(event)).join('');
  const read = readAll((given) => new GeminiStreamReader(given), readBack(bytes));
  return {
    bytes,
    sum: sumOf(read.events),
    last: read.events.at(-1),
    lost: losses.told.map(({ path }) => path),
  };
}

function whole(events: readonly ModelEvent[]) {
  const losses = new Losses();
  const answer = writeGeminiAnswer(events, new Notes({ from: 'chat', to: 'gemini', losses }));
  return { ...answer, sum: sumOf(readGeminiAnswer(answer.body, losses)) };
}

describe('GeminiStreamWriter', () => {
  it('writes what comes at once, a call when its arguments are whole, and the reason last', () => {
    const events = [
      begin,
      open(0, 'reasoning'),
      text(0, 'Hm.'),
      done(0),
      open(1, 'message'),
      text(1, 'So'),
      call(2),
      args(2, '{"a"'),
      text(1, ':'),
      args(2, ':1}'),
      finish('tool-calls'),
      usage,
      end,
    ];
    const { bytes, sum, lost } = write(events);
    expect(bytes).not.toContain('event:');
    expect(textOf(sum)).toBe('So:');
    expect(callsOf(sum)).toEqual([['f', { a: 1 }]]);
    expect(sum).toMatchObject({
      finish: 'tool-calls',
      end: 'end',
      usage: { input: 10, output: 14, reasoning: 10, cacheRead: 6, tier: 'ON_DEMAND' },
    });
    expect(lost).toEqual([]);
    expect(whole(events).sum).toMatchObject({ finish: 'tool-calls', usage: sum.usage });
  });

  it('carries the seals of others where clients bring them back', () => {
    const sealed = (item: number, maker: 'google' | 'anthropic' | 'openai'): ModelEvent => ({
      kind: 'sealed',
      item,
      sealed: { maker, value: 'c2ln+/=' },
    });
    const { sum } = write([
      begin,
      open(0, 'reasoning', { redacted: true }),
      sealed(0, 'anthropic'),
      done(0),
      call(1),
      sealed(1, 'google'),
      args(1, '{}'),
      done(1),
      open(2, 'message'),
      text(2, 'x'),
      sealed(2, 'openai'),
      done(2),
      finish('stop'),
      end,
    ]);
    expect(sum.items.map(({ sealed: each }) => each)).toEqual([
      [{ maker: 'anthropic', value: 'c2ln+/=' }],
      [{ maker: 'google', value: 'c2ln+/=' }],
      [{ maker: 'openai', value: 'c2ln+/=' }],
    ]);
    expect(sum.items[0]?.opens).toEqual({ kind: 'reasoning', redacted: true });
  });

  it('never tells a call with arguments that are not the ones of the model', () => {
    const events = [begin, call(0), args(0, '{"path":"/tmp'), done(0)];
    expect(write([...events, finish('tool-calls'), end]).last).toMatchObject({ kind: 'failed' });
    expect(whole([...events, finish('tool-calls'), end])).toMatchObject({ status: 502 });
    const cut = write([...events, finish('length'), end]);
    expect([cut.sum.items, cut.sum.finish, cut.lost]).toEqual([[], 'length', ['functionCall']]);
  });

  it('ends a failed answer with an error, and one without a reason', () => {
    const failed: ModelEvent = { kind: 'failed', failure: { status: 529, message: 'busy' } };
    expect(write([begin, open(0, 'message'), text(0, 'x'), failed, end]).last).toMatchObject({
      kind: 'failed',
      failure: { status: 503, type: 'UNAVAILABLE' },
    });
    expect(write([begin, open(0, 'message'), text(0, 'x'), end]).last).toMatchObject({ kind: 'failed' });
    expect(whole([begin, open(0, 'message'), text(0, 'x')])).toMatchObject({ status: 502 });
  });

  it('reports a refusal, items of another provider and what usage cannot say', () => {
    const foreign: ModelEvent = { kind: 'item', item: 1, opens: { kind: 'foreign', type: 'x', value: {} } };
    const { sum, lost } = write([
      begin,
      open(0, 'message'),
      { kind: 'refusal', item: 0, text: 'No.' },
      foreign,
      done(1),
      {
        kind: 'usage',
        usage: { provenance: 'provider', input: 1, output: 1, cacheWrite5m: 1, iterations: [] },
      },
      finish('stop'),
      end,
    ]);
    expect([textOf(sum), sum.finish]).toEqual(['No.', 'content-filter']);
    expect(lost).toHaveLength(4);
  });

  it('writes a sign of life as a comment', () => {
    expect(write([begin, { kind: 'ping' }]).bytes).toBe(':\n\n');
  });
});
