import fc from 'fast-check';
import { expect, it } from 'vitest';
import { AnthropicStreamReader } from '../anthropic/read-stream.ts';
import { AnthropicStreamWriter } from '../anthropic/write-stream.ts';
import { Notes } from '../mapping/notes.ts';
import { Losses } from '../model/loss.ts';
import { brokenRule } from '../testing/grammar.ts';
import { sumOf, textOf } from '../testing/sum.ts';
import { eventsOf, readAll, readBack } from '../testing/wire.ts';
import { GeminiStreamReader } from './read-stream.ts';
import { GeminiStreamWriter } from './write-stream.ts';

const part = fc.constantFrom<unknown>(
  { text: '' },
  { text: 'text' },
  { text: 'hm', thought: true },
  { text: '', thoughtSignature: 's' },
  { text: 'signed', thought: true, thoughtSignature: 's' },
  { functionCall: { name: 'f', args: { x: 1 } }, thoughtSignature: 's' },
  { functionCall: { id: 'a', name: 'f', args: {} } },
  { functionCall: { name: 'f', willContinue: true } },
  { functionCall: { partialArgs: [{ jsonPath: '$.x', stringValue: 'y' }], willContinue: true } },
  { functionCall: { partialArgs: [{ jsonPath: '$.y[0]', numberValue: 1 }] } },
  { executableCode: { code: '1' } },
  {},
  7,
);

const candidate = fc.record(
  {
    content: fc.record({ parts: fc.array(part, { maxLength: 3 }) }),
    index: fc.constantFrom(0, 1, -1, 0.5),
    finishReason: fc.constantFrom(null, 'STOP', 'MAX_TOKENS', 'SAFETY', 'NEW'),
    citationMetadata: fc.constant({ citations: [{ uri: 'https://a.example/' }] }),
  },
  { requiredKeys: ['content'] },
);

const chunk = fc.oneof(
  fc.record(
    {
      candidates: fc.array(candidate, { maxLength: 2 }),
      responseId: fc.constant('r'),
      usageMetadata: fc.constantFrom<unknown>(
        { promptTokenCount: 1, candidatesTokenCount: 1 },
        { promptTokenCount: -1 },
      ),
    },
    { requiredKeys: ['candidates'] },
  ),
  fc.constantFrom<unknown>(
    { promptFeedback: { blockReason: 'OTHER' } },
    { candidates: [{ finishReason: 'STOP', index: 0 }] },
    { error: { code: 500 } },
    'no json',
  ),
);

const read = (data: readonly unknown[]) =>
  readAll((given) => new GeminiStreamReader(given), eventsOf(data)).events;

it('keeps the order of events whatever an upstream sends, and ends once', () => {
  fc.assert(
    fc.property(fc.array(chunk, { maxLength: 6 }), (data) => {
      expect(brokenRule(read(data))).toBeUndefined();
    }),
  );
});

it('says the same again in its own form and in another, whatever came', () => {
  fc.assert(
    fc.property(fc.array(chunk, { minLength: 1, maxLength: 6 }), (data) => {
      const events = read([...data, { candidates: [{ finishReason: 'STOP', index: 0 }] }]);
      const losses = new Losses();
      const own = new GeminiStreamWriter({ notes: new Notes({ from: 'gemini', to: 'gemini', losses }) });
      const other = new AnthropicStreamWriter({
        notes: new Notes({ from: 'gemini', to: 'anthropic', losses }),
      });
      const again = readAll(
        (given) => new GeminiStreamReader(given),
        readBack(events.map((each) => own.write(each)).join('')),
      );
      const there = readAll(
        (given) => new AnthropicStreamReader(given),
        readBack(events.map((each) => other.write(each)).join('')),
      );
      for (const { events: written } of [again, there]) expect(brokenRule(written)).toBeUndefined();
      expect(sumOf(again.events).end).toBe(sumOf(events).end);
      if (sumOf(events).end === 'end')
        expect(textOf(sumOf(again.events)).length).toBe(textOf(sumOf(events)).length);
    }),
  );
});

it('is cut where an answer that came behind a blocked question does not say why it ended', () => {
  const events = read([
    { promptFeedback: { blockReason: 'OTHER' } },
    { candidates: [{ content: { parts: [{ text: 'half' }] }, index: 1 }] },
    { candidates: [{ finishReason: 'STOP', index: 0 }] },
  ]);
  expect(events.at(-1)).toMatchObject({ kind: 'failed', failure: { code: 'cut_answer' } });
});
