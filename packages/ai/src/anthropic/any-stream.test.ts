import fc from 'fast-check';
import { expect, it } from 'vitest';
import { GeminiStreamReader } from '../gemini/read-stream.ts';
import { GeminiStreamWriter } from '../gemini/write-stream.ts';
import { Notes } from '../mapping/notes.ts';
import { Losses } from '../model/loss.ts';
import { brokenRule } from '../testing/grammar.ts';
import { sumOf, textOf } from '../testing/sum.ts';
import { eventsOf, readAll, readBack } from '../testing/wire.ts';
import { AnthropicStreamReader } from './read-stream.ts';
import { AnthropicStreamWriter } from './write-stream.ts';

const block = fc.constantFrom<unknown>(
  { type: 'text', text: '' },
  { type: 'text', text: 'whole', citations: [{ url: 'https://a.example/' }] },
  { type: 'thinking', thinking: '', signature: '' },
  { type: 'redacted_thinking', data: 's' },
  { type: 'tool_use', id: 'a', name: 'f', input: {} },
  { type: 'tool_use', id: '', name: 'f', input: { x: 1 } },
  { type: 'server_tool_use', id: 's', name: 'web_search', input: {} },
  { type: 'web_search_tool_result', tool_use_id: 's', content: [] },
  { type: 'compaction', content: null },
  {},
  7,
);

const delta = fc.constantFrom<unknown>(
  { type: 'text_delta', text: 'text' },
  { type: 'text_delta', text: 7 },
  { type: 'thinking_delta', thinking: 'hm' },
  { type: 'signature_delta', signature: 's' },
  { type: 'input_json_delta', partial_json: '{"x":1}' },
  { type: 'input_json_delta', partial_json: '' },
  { type: 'citations_delta', citation: { url: 'https://a.example/' } },
  { type: 'compaction_delta', content: 'short' },
  { type: 'nobody_knows' },
  null,
);

const message = { id: 'm', model: 'c', content: [], usage: { input_tokens: 1, output_tokens: 1 } };
const index = fc.constantFrom(0, 1);

const event = fc.oneof(
  fc.record({ type: fc.constant('content_block_start'), index, content_block: block }),
  fc.record({ type: fc.constant('content_block_delta'), index, delta }),
  fc.record({ type: fc.constant('content_block_stop'), index }),
  fc.constantFrom<unknown>(
    { type: 'ping' },
    { type: 'message_start', message },
    {
      type: 'message_start',
      message: { ...message, content: [{ type: 'text', text: 'x' }], stop_reason: 'end_turn' },
    },
    { type: 'message_delta', delta: { stop_reason: 'end_turn' }, usage: { output_tokens: -1 } },
    { type: 'message_delta', delta: null },
    { type: 'message_stop' },
    { type: 'error', error: { type: 'api_error' } },
    { type: 'nobody_knows' },
    'no json',
  ),
);

/** Some that keep to the protocol, so that not all of them fail at once. */
const orderly = fc
  .array(fc.tuple(block, fc.array(delta, { maxLength: 3 })), { maxLength: 4 })
  .map((blocks): readonly unknown[] => [
    { type: 'message_start', message },
    ...blocks.flatMap(([content_block, deltas], at) => [
      { type: 'content_block_start', index: at, content_block },
      ...deltas.map((each) => ({ type: 'content_block_delta', index: at, delta: each })),
      { type: 'content_block_stop', index: at },
    ]),
    { type: 'message_delta', delta: { stop_reason: 'end_turn' }, usage: { output_tokens: 2 } },
    { type: 'message_stop' },
  ]);

const read = (data: readonly unknown[]) =>
  readAll((given) => new AnthropicStreamReader(given), eventsOf(data)).events;

it('keeps the order of events whatever an upstream sends, and ends once', () => {
  fc.assert(
    fc.property(fc.oneof(orderly, fc.array(event, { maxLength: 10 })), (data) => {
      expect(brokenRule(read(data))).toBeUndefined();
    }),
  );
});

it('says the same again in its own form and in another, whatever came', () => {
  fc.assert(
    fc.property(orderly, (data) => {
      const events = read(data);
      const losses = new Losses();
      const own = new AnthropicStreamWriter({
        notes: new Notes({ from: 'anthropic', to: 'anthropic', losses }),
      });
      const other = new GeminiStreamWriter({ notes: new Notes({ from: 'anthropic', to: 'gemini', losses }) });
      const again = readAll(
        (given) => new AnthropicStreamReader(given),
        readBack(events.map((each) => own.write(each)).join('')),
      );
      const there = readAll(
        (given) => new GeminiStreamReader(given),
        readBack(events.map((each) => other.write(each)).join('')),
      );
      for (const { events: written } of [again, there]) expect(brokenRule(written)).toBeUndefined();
      expect(sumOf(again.events).end).toBe(sumOf(events).end);
      if (sumOf(events).end === 'end') expect(textOf(sumOf(again.events))).toBe(textOf(sumOf(events)));
    }),
  );
});
