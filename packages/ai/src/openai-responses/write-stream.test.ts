import { describe, expect, it } from 'vitest';
import { Notes } from '../mapping/notes.ts';
import type { ModelEvent } from '../model/event.ts';
import { Losses } from '../model/loss.ts';
import type { Protocol } from '../model/protocol.ts';
import { EventReader, type ServerEvent } from '../sse/read-events.ts';
import { ResponsesStreamReader } from './read-stream.ts';
import { ResponsesStreamWriter } from './write-stream.ts';

const answer: readonly ModelEvent[] = [
  { kind: 'begin', id: 'resp_1', model: 'm', createdAt: 7 },
  { kind: 'item', item: 0, opens: { kind: 'reasoning', summary: true } },
  { kind: 'text', item: 0, text: 'one' },
  { kind: 'text', item: 0, text: '\n\ntwo' },
  { kind: 'sealed', item: 0, sealed: { maker: 'anthropic', value: 'sig' } },
  { kind: 'item-end', item: 0 },
  { kind: 'item', item: 1, opens: { kind: 'message' } },
  { kind: 'text', item: 1, text: 'y', logprobs: { content: [{ token: 'y' }] } },
  { kind: 'text', item: 1, text: 'es' },
  { kind: 'citation', item: 1, citation: { url: 'https://a.example/', title: 'A', start: 0, end: 3 } },
  { kind: 'refusal', item: 1, text: 'no' },
  { kind: 'item-end', item: 1 },
  { kind: 'item', item: 2, opens: { kind: 'tool-call', id: 'a', name: 'f' } },
  { kind: 'arguments', item: 2, json: '{"x"' },
  { kind: 'arguments', item: 2, json: ':1}' },
  { kind: 'sealed', item: 2, sealed: { maker: 'google', value: 'sig' } },
  { kind: 'item-end', item: 2 },
  { kind: 'item', item: 3, opens: { kind: 'tool-call', id: 'b', name: 'sql', custom: true } },
  { kind: 'arguments', item: 3, json: 'SELECT 1' },
  { kind: 'item-end', item: 3 },
  { kind: 'item', item: 4, opens: { kind: 'reasoning' } },
  { kind: 'text', item: 4, text: 'hm' },
  { kind: 'item-end', item: 4 },
  { kind: 'finish', reason: 'tool-calls' },
  {
    kind: 'usage',
    usage: { provenance: 'provider', input: 3, output: 2, cacheRead: 1, reasoning: 0, tier: 'flex' },
  },
  { kind: 'end' },
];

function write(events: readonly ModelEvent[], from: Protocol = 'responses') {
  const losses = new Losses();
  const writer = new ResponsesStreamWriter({ notes: new Notes({ from, to: 'responses', losses }) });
  return { text: events.map((event) => writer.write(event)).join(''), losses };
}

const eventsIn = (text: string): readonly ServerEvent[] =>
  new EventReader().read(new TextEncoder().encode(text));

function readAgain(text: string): readonly ModelEvent[] {
  const reader = new ResponsesStreamReader({ losses: new Losses() });
  return [...eventsIn(text).flatMap((event) => reader.read(event)), ...reader.end()];
}

describe('ResponsesStreamWriter', () => {
  it('writes what is read again as the same', () => {
    expect(readAgain(write(answer).text)).toEqual(answer);
  });

  it('names each event as its data does, and counts them without a gap', () => {
    const events = eventsIn(write(answer).text);
    const data = events.map((event) => JSON.parse(event.data) as { type: string; sequence_number: number });
    expect(data.map(({ type }) => type)).toEqual(events.map(({ name }) => name));
    expect(data.map((each) => each.sequence_number)).toEqual(data.map((_, at) => at));
  });

  it('opens each part before its deltas, and says the whole of it at its end', () => {
    const names = eventsIn(write(answer.slice(0, 12)).text).map(({ name }) => name.replace('response.', ''));
    expect(names).toEqual([
      'created',
      'in_progress',
      'output_item.added',
      'reasoning_summary_part.added',
      'reasoning_summary_text.delta',
      'reasoning_summary_text.delta',
      'reasoning_summary_text.done',
      'reasoning_summary_part.done',
      'output_item.done',
      'output_item.added',
      'content_part.added',
      'output_text.delta',
      'output_text.delta',
      'output_text.annotation.added',
      'content_part.added',
      'refusal.delta',
      'output_text.done',
      'content_part.done',
      'refusal.done',
      'content_part.done',
      'output_item.done',
    ]);
  });

  it('gives the whole output once more at the end', () => {
    const last = eventsIn(write(answer).text).at(-1);
    expect(JSON.parse(last?.data ?? '')).toMatchObject({
      type: 'response.completed',
      response: {
        id: 'resp_1',
        status: 'completed',
        output: [
          { type: 'reasoning', summary: [{ text: 'one\n\ntwo' }], encrypted_content: 'anthropic:sig' },
          {
            type: 'message',
            content: [
              { type: 'output_text', text: 'yes' },
              { type: 'refusal', refusal: 'no' },
            ],
          },
          { type: 'function_call', call_id: 'a', arguments: '{"x":1}' },
          { type: 'custom_tool_call', call_id: 'b', input: 'SELECT 1' },
          { type: 'reasoning', content: [{ text: 'hm' }] },
        ],
        usage: { total_tokens: 5 },
        service_tier: 'flex',
      },
    });
  });

  it('ends an answer that was too long as incomplete', () => {
    const text = write([{ kind: 'finish', reason: 'length' }, { kind: 'end' }]).text;
    expect(eventsIn(text).map(({ name }) => name)).toEqual(['response.incomplete']);
  });

  it('ends in an error, and writes nothing after it', () => {
    const failed: ModelEvent = { kind: 'failed', failure: { status: 502, message: 'broken off' } };
    const { text } = write([...answer.slice(0, 8), failed, ...answer.slice(8)]);
    expect(eventsIn(text).at(-1)?.name).toBe('error');
    expect(text).not.toContain('response.completed');
    expect(readAgain(text).at(-1)).toMatchObject({ kind: 'failed', failure: { message: 'broken off' } });
  });

  it('gives items of a provider to callers who speak its protocol, and to no other', () => {
    const foreign: readonly ModelEvent[] = [
      {
        kind: 'item',
        item: 0,
        opens: { kind: 'foreign', type: 'web_search_call', value: { type: 'web_search_call', id: 'w' } },
      },
      { kind: 'foreign', item: 0, type: 'response.web_search_call.searching', value: { item_id: 'w' } },
      { kind: 'arguments', item: 0, json: '{}' },
      { kind: 'item-end', item: 0, value: { type: 'web_search_call', id: 'w', status: 'completed' } },
    ];
    const own = write(foreign);
    expect(eventsIn(own.text).map(({ name }) => name)).toEqual([
      'response.output_item.added',
      'response.web_search_call.searching',
      'response.output_item.done',
    ]);
    expect(own.text).toContain('"status":"completed"');
    const other = write(foreign, 'anthropic');
    expect(other.text).toBe('');
    expect(other.losses.told).toMatchObject([{ of: 'answer', fate: 'dropped' }]);
  });

  it('lets no name of an upstream begin an event of its own', () => {
    const opens = { kind: 'foreign', type: 'x', value: {} } as const;
    const evil: ModelEvent = { kind: 'foreign', item: 0, type: 'x\n\nevent: response.completed', value: {} };
    expect(eventsIn(write([{ kind: 'item', item: 0, opens }, evil]).text)).toHaveLength(1);
  });

  it('gives the first of several answers, and tells that there were more', () => {
    const { text, losses } = write([
      { kind: 'item', item: 0, opens: { kind: 'message' }, answer: 1 },
      { kind: 'text', item: 0, text: 'second' },
      { kind: 'finish', reason: 'length', answer: 1 },
      { kind: 'end' },
    ]);
    expect(text).not.toContain('second');
    expect(text).toContain('response.completed');
    expect(losses.told).toHaveLength(1);
  });

  it('never ends well what the provider ended with an error', () => {
    const { text } = write([...answer.slice(0, 6), { kind: 'finish', reason: 'error' }, { kind: 'end' }]);
    expect(text).not.toContain('response.completed');
    expect(readAgain(text).at(-1)?.kind).toBe('failed');
  });

  it('passes on a sign of life as a comment', () => {
    expect(write([{ kind: 'ping' }]).text).toBe(':\n\n');
  });
});
