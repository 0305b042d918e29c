import { describe, expect, it } from 'vitest';
import { Notes } from '../mapping/notes.ts';
import type { ModelEvent } from '../model/event.ts';
import { Losses } from '../model/loss.ts';
import { EventReader } from '../sse/read-events.ts';
import { ChatStreamReader } from './read-stream.ts';
import { ChatStreamWriter } from './write-stream.ts';

const answer: readonly ModelEvent[] = [
  { kind: 'begin', id: 'c1', model: 'm', createdAt: 7 },
  { kind: 'item', item: 0, opens: { kind: 'reasoning' } },
  { kind: 'text', item: 0, text: 'hm' },
  { kind: 'sealed', item: 0, sealed: { maker: 'anthropic', value: 'sig' } },
  { kind: 'item-end', item: 0 },
  { kind: 'item', item: 1, opens: { kind: 'message' } },
  { kind: 'text', item: 1, text: 'yes' },
  { kind: 'refusal', item: 1, text: 'no' },
  { kind: 'citation', item: 1, citation: { url: 'https://a.example/', title: 'A', start: 0, end: 3 } },
  { kind: 'item-end', item: 1 },
  { kind: 'item', item: 2, opens: { kind: 'tool-call', id: 'a', name: 'f' } },
  { kind: 'arguments', item: 2, json: '{"x"' },
  { kind: 'arguments', item: 2, json: ':1}' },
  { kind: 'sealed', item: 2, sealed: { maker: 'google', value: 'sig' } },
  { kind: 'item-end', item: 2 },
  { kind: 'item', item: 3, opens: { kind: 'tool-call', id: 'b', name: 'g', custom: true } },
  { kind: 'arguments', item: 3, json: 'free text' },
  { kind: 'item-end', item: 3 },
  { kind: 'finish', reason: 'tool-calls' },
  { kind: 'usage', usage: { provenance: 'provider', input: 3, output: 2, tier: 'flex' } },
  { kind: 'end' },
];

function write(events: readonly ModelEvent[], withUsage = true) {
  const losses = new Losses();
  const writer = new ChatStreamWriter({ notes: new Notes({ from: 'chat', to: 'chat', losses }), withUsage });
  return { text: events.map((event) => writer.write(event)).join(''), losses };
}

function readAgain(text: string): readonly ModelEvent[] {
  const reader = new ChatStreamReader({ losses: new Losses() });
  const events = new EventReader().read(new TextEncoder().encode(text));
  return [...events.flatMap((event) => reader.read(event)), ...reader.end()];
}

describe('ChatStreamWriter', () => {
  it('writes what is read again as the same', () => {
    expect(readAgain(write(answer).text)).toEqual(answer);
  });

  it('says the role once, and ends with [DONE]', () => {
    const { text } = write(answer);
    expect(text.match(/"role":"assistant"/g)).toHaveLength(1);
    expect(text.endsWith('data: [DONE]\n\n')).toBe(true);
  });

  it('tells usage only to a caller who asked for it', () => {
    expect(write(answer).text).toContain('"total_tokens":5');
    expect(write(answer, false).text).not.toContain('total_tokens');
  });

  it('ends in an error without [DONE], and writes nothing after it', () => {
    const failed: ModelEvent = { kind: 'failed', failure: { status: 502, message: 'broken off' } };
    const { text } = write([...answer.slice(0, 7), failed, ...answer.slice(7)]);
    expect(text).not.toContain('[DONE]');
    expect(text).not.toContain('finish_reason":"');
    expect(readAgain(text).at(-1)).toMatchObject({ kind: 'failed', failure: { message: 'broken off' } });
  });

  it('gives an answer that never said why it ended a reason all the same', () => {
    const events = answer.filter(({ kind }) => kind !== 'finish');
    expect(write(events).text).toContain('"finish_reason":"stop"');
  });

  it('tells what it cannot say', () => {
    const { losses } = write([
      { kind: 'item', item: 0, opens: { kind: 'message' } },
      { kind: 'sealed', item: 0, sealed: { maker: 'google', value: 's' } },
      { kind: 'item', item: 1, opens: { kind: 'foreign', type: 'web_search_call', value: {} } },
      { kind: 'arguments', item: 1, json: '{}' },
      { kind: 'finish', reason: 'stop', stopSequence: 'END' },
    ]);
    expect(losses.told.map(({ of, fate }) => `${of} ${fate}`)).toEqual(Array(3).fill('answer dropped'));
  });

  it('never leaks the call of a tool that the provider runs as one of the caller', () => {
    const { text } = write([
      { kind: 'item', item: 0, opens: { kind: 'foreign', type: 'server_tool_use', value: {} } },
      { kind: 'arguments', item: 0, json: '{"query":"x"}' },
      { kind: 'text', item: 0, text: 'inner' },
      { kind: 'item-end', item: 0 },
      { kind: 'end' },
    ]);
    expect(text).not.toContain('tool_calls');
    expect(text).not.toContain('inner');
  });

  it('never ends well what the provider ended with an error', () => {
    const { text } = write([...answer.slice(0, 6), { kind: 'finish', reason: 'error' }, { kind: 'end' }]);
    expect(text).not.toContain('[DONE]');
    expect(readAgain(text).at(-1)?.kind).toBe('failed');
  });

  it('passes on a sign of life as a comment', () => {
    expect(write([{ kind: 'ping' }]).text).toBe(':\n\n');
  });
});
