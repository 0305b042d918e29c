import fc from 'fast-check';
import { expect, it } from 'vitest';
import type { ModelEvent } from '../model/event.ts';
import { Losses } from '../model/loss.ts';
import { brokenRule } from '../testing/grammar.ts';
import { eventsOf } from '../testing/wire.ts';
import { ResponsesStreamReader } from './read-stream.ts';

const item = fc.constantFrom<unknown>(
  { type: 'message' },
  {
    type: 'message',
    content: [{ type: 'output_text', text: 'text', annotations: [{ url: 'https://a.example/' }] }],
  },
  { type: 'reasoning', summary: [{ type: 'summary_text', text: 'hm' }], encrypted_content: 's' },
  { type: 'reasoning', encrypted_content: 'anthropic.redacted:s' },
  { type: 'function_call', call_id: 'a', name: 'f', arguments: '{}' },
  { type: 'custom_tool_call', call_id: 'a', name: 'f', input: 'x' },
  { type: 'web_search_call' },
  {},
  7,
);

const types = [
  'response.created',
  'response.output_item.added',
  'response.output_item.done',
  'response.output_text.delta',
  'response.output_text.annotation.added',
  'response.refusal.delta',
  'response.reasoning_text.delta',
  'response.reasoning_summary_text.delta',
  'response.function_call_arguments.delta',
  'response.web_search_call.searching',
  'response.nobody.knows',
];

const event = fc.record(
  {
    type: fc.constantFrom(...types),
    output_index: fc.constantFrom(0, 1, -1, 0.5),
    summary_index: fc.constantFrom(0, 1),
    item,
    delta: fc.constantFrom('', 'x', '{}', 7),
    annotation: fc.constantFrom<unknown>({ type: 'url_citation', url: 'https://a.example/' }, null),
    response: fc.constant({ id: 'resp_1', model: 'm' }),
  },
  { requiredKeys: ['type'] },
);

it('keeps the order of events whatever an upstream sends, and ends once', () => {
  const end = fc.record(
    {
      type: fc.constantFrom('response.completed', 'response.incomplete', 'response.failed', 'error'),
      response: fc.record(
        {
          status: fc.constantFrom('completed', 'incomplete', 'failed', 'queued'),
          output: fc.array(item, { maxLength: 3 }),
          error: fc.constantFrom<unknown>(null, { message: 'no' }),
        },
        { requiredKeys: [] },
      ),
    },
    { requiredKeys: ['type'] },
  );
  fc.assert(
    fc.property(fc.array(event, { maxLength: 10 }), fc.array(end, { maxLength: 2 }), (events, ends) => {
      const reader = new ResponsesStreamReader({ losses: new Losses() });
      const read: readonly ModelEvent[] = [
        ...eventsOf([...events, ...ends]).flatMap((each) => reader.read(each)),
        ...reader.end(),
      ];
      expect(brokenRule(read)).toBeUndefined();
    }),
  );
});
