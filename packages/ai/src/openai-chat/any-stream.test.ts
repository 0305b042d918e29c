import fc from 'fast-check';
import { expect, it } from 'vitest';
import type { ModelEvent } from '../model/event.ts';
import { Losses } from '../model/loss.ts';
import { brokenRule } from '../testing/grammar.ts';
import { eventsOf } from '../testing/wire.ts';
import { ChatStreamReader } from './read-stream.ts';

const call = fc.record(
  {
    index: fc.integer({ min: 0, max: 2 }),
    id: fc.constantFrom('', 'a', 'b'),
    function: fc.record(
      { name: fc.constantFrom('', 'f'), arguments: fc.constantFrom('', '{', '}', '{}', '{"x":"', 'y"}') },
      { requiredKeys: [] },
    ),
    extra_content: fc.constant({ google: { thought_signature: 'sig' } }),
  },
  { requiredKeys: [] },
);

const delta = fc.record(
  {
    content: fc.constantFrom(null, '', 'text', [{ type: 'thinking', thinking: 'hm' }], 7),
    reasoning_content: fc.constantFrom(null, '', 'hm'),
    reasoning_details: fc.constantFrom(
      [],
      [{ text: 'hm', signature: 's', format: 'anthropic' }],
      [{ data: 's', format: 'anthropic' }],
    ),
    refusal: fc.constantFrom(null, 'no'),
    tool_calls: fc.array(call, { maxLength: 3 }),
  },
  { requiredKeys: [] },
);

const chunk = fc.record(
  {
    id: fc.constantFrom('', 'c1'),
    choices: fc.array(
      fc.record(
        {
          index: fc.constantFrom(0, 1, -1, 0.5),
          delta,
          finish_reason: fc.constantFrom(null, '', 'stop', 'length'),
        },
        { requiredKeys: ['delta'] },
      ),
      { maxLength: 2 },
    ),
    usage: fc.constantFrom(null, { prompt_tokens: 1, completion_tokens: 1 }, { prompt_tokens: -1 }),
    citations: fc.constantFrom(['https://a.example/']),
  },
  { requiredKeys: [] },
);

it('keeps the order of events whatever an upstream sends, and ends once', () => {
  const rest = fc.constantFrom<readonly unknown[]>(
    [],
    ['[DONE]'],
    ['[DONE]', { choices: [] }],
    [{ error: 'no' }, '[DONE]'],
  );
  fc.assert(
    fc.property(fc.array(chunk, { maxLength: 8 }), rest, (chunks, last) => {
      const reader = new ChatStreamReader({ losses: new Losses() });
      const events: readonly ModelEvent[] = [
        ...eventsOf([...chunks, ...last]).flatMap((event) => reader.read(event)),
        ...reader.end(),
      ];
      expect(brokenRule(events)).toBeUndefined();
    }),
  );
});
