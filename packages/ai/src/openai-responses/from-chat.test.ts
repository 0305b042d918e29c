import { describe, expect, it } from 'vitest';
import { Notes } from '../mapping/notes.ts';
import type { ModelEvent } from '../model/event.ts';
import { Losses } from '../model/loss.ts';
import { ChatStreamReader } from '../openai-chat/read-stream.ts';
import { ChatStreamWriter } from '../openai-chat/write-stream.ts';
import { sumOf } from '../testing/sum.ts';
import { eventsOf, readBack } from '../testing/wire.ts';
import { ResponsesStreamReader } from './read-stream.ts';
import { ResponsesStreamWriter } from './write-stream.ts';

const chunk = (delta: unknown, more: object = {}) => ({
  id: 'c1',
  created: 7,
  model: 'm',
  choices: [{ index: 0, delta }],
  ...more,
});
const call = (index: number, id: string, json: string) => ({
  tool_calls: [{ index, id, type: 'function', function: { name: 'f', arguments: json } }],
});
const stream = [
  chunk({ role: 'assistant', reasoning_content: 'hm' }),
  chunk({ content: 'y' }),
  chunk({ content: 'es' }),
  chunk(call(0, 'a', '{"x":')),
  chunk({ tool_calls: [{ index: 0, function: { arguments: '1}' } }] }),
  chunk(call(1, 'b', '{}')),
  { ...chunk({}), choices: [{ index: 0, delta: {}, finish_reason: 'tool_calls' }] },
  { id: 'c1', choices: [], usage: { prompt_tokens: 3, completion_tokens: 2, total_tokens: 5 } },
  '[DONE]',
];

function read(data: readonly unknown[]): readonly ModelEvent[] {
  const reader = new ChatStreamReader({ losses: new Losses() });
  return [...eventsOf(data).flatMap((event) => reader.read(event)), ...reader.end()];
}

/** To a caller of Responses, who reads it. */
function asResponses(events: readonly ModelEvent[]): readonly ModelEvent[] {
  const writer = new ResponsesStreamWriter({
    notes: new Notes({ from: 'chat', to: 'responses', losses: new Losses() }),
  });
  const reader = new ResponsesStreamReader({ losses: new Losses() });
  const written = readBack(events.map((event) => writer.write(event)).join(''));
  return [...written.flatMap((event) => reader.read(event)), ...reader.end()];
}

/** To a caller of Chat Completions, who reads it. */
function asChat(events: readonly ModelEvent[]): readonly ModelEvent[] {
  const notes = new Notes({ from: 'responses', to: 'chat', losses: new Losses() });
  const writer = new ChatStreamWriter({ notes, withUsage: true });
  return read(readBack(events.map((event) => writer.write(event)).join('')).map(({ data }) => data));
}

describe('an answer of Chat Completions', () => {
  it('says the same to a caller of Responses, and the other way round', () => {
    const events = read(stream);
    const there = sumOf(asResponses(events));
    const counts = { input: 3, output: 2 };
    expect(there).toMatchObject({ ...sumOf(events), usage: counts });
    expect(sumOf(asChat(asResponses(events)))).toMatchObject({ ...sumOf(events), usage: counts });
  });

  it('ends in an error for a caller of Responses wherever it is cut', () => {
    for (let count = 0; count < stream.length; count += 1) {
      expect(sumOf(asResponses(read(stream.slice(0, count)))).end).toBe('failed');
      expect(sumOf(asChat(asResponses(read(stream.slice(0, count))))).end).toBe('failed');
    }
  });
});
