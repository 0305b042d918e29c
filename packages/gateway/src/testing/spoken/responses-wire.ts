import { callId, event, piecesOf, type Saying, type SpokenWire } from './saying.ts';

/** Responses of OpenAI. */
export const responsesWire: SpokenWire = {
  whole: (saying) => response('completed', itemsOf(saying)),
  events: (saying) =>
    [
      { type: 'response.created', response: response('in_progress', []) },
      { type: 'response.in_progress', response: response('in_progress', []) },
      ...itemsOf(saying).flatMap(told),
      { type: 'response.completed', response: response('completed', itemsOf(saying)) },
    ].map((data, sequence_number) => event({ ...data, sequence_number }, data.type)),
  closing: 1,
  refusal: (message) => ({
    error: { message, type: 'invalid_request_error', param: 'input', code: 'invalid_value' },
  }),
};

interface Told {
  readonly type: string;
  readonly [field: string]: unknown;
}

type Item =
  | { readonly type: 'message'; readonly id: string; readonly text: string }
  | { readonly type: 'reasoning'; readonly id: string; readonly thought: string; readonly seal: string }
  | { readonly type: 'function_call'; readonly id: string; readonly name: string; readonly json: string };

function itemsOf(saying: Saying): readonly Item[] {
  if (saying.kind === 'words') return [{ type: 'message', id: 'msg_test', text: saying.text }];
  const { thought, seal, name, input } = saying;
  return [
    { type: 'reasoning', id: 'rs_test', thought, seal },
    { type: 'function_call', id: 'fc_test', name, json: JSON.stringify(input) },
  ];
}

function response(status: 'in_progress' | 'completed', items: readonly Item[]): object {
  return {
    ...{ id: 'resp_test', object: 'response', created_at: 1_750_000_000, status, model: 'gpt-5.6' },
    ...{ background: false, error: null, incomplete_details: null, instructions: null, metadata: {} },
    ...{ parallel_tool_calls: true, temperature: 1, top_p: 1, tool_choice: 'auto', tools: [] },
    ...{ previous_response_id: null, max_output_tokens: null, store: false, truncation: 'disabled' },
    output: items.map(whole),
    usage:
      status === 'in_progress'
        ? null
        : {
            input_tokens: 12,
            input_tokens_details: { cached_tokens: 0 },
            output_tokens: 7,
            output_tokens_details: { reasoning_tokens: 3 },
            total_tokens: 19,
          },
  };
}

function whole(item: Item): object {
  const { id, type } = item;
  switch (item.type) {
    case 'message':
      return { id, type, status: 'completed', role: 'assistant', content: [text(item.text)] };
    case 'reasoning':
      return { id, type, summary: [summary(item.thought)], encrypted_content: item.seal };
    case 'function_call':
      return { id, type, status: 'completed', call_id: callId, name: item.name, arguments: item.json };
  }
}

function begun(item: Item): object {
  const { id, type } = item;
  switch (item.type) {
    case 'message':
      return { id, type, status: 'in_progress', role: 'assistant', content: [] };
    case 'reasoning':
      return { id, type, summary: [] };
    case 'function_call':
      return { id, type, status: 'in_progress', call_id: callId, name: item.name, arguments: '' };
  }
}

function told(item: Item, output_index: number): readonly Told[] {
  const at = { item_id: item.id, output_index };
  return [
    { type: 'response.output_item.added', output_index, item: begun(item) },
    ...pieces(item).map((piece) => ({ ...piece, ...at })),
    { type: 'response.output_item.done', output_index, item: whole(item) },
  ];
}

function pieces(item: Item): readonly Told[] {
  switch (item.type) {
    case 'message':
      return withIn({ content_index: 0 }, [
        { type: 'response.content_part.added', part: text('') },
        ...piecesOf(item.text).map((delta) => ({ type: 'response.output_text.delta', delta, logprobs: [] })),
        { type: 'response.output_text.done', text: item.text, logprobs: [] },
        { type: 'response.content_part.done', part: text(item.text) },
      ]);
    case 'reasoning':
      return withIn({ summary_index: 0 }, [
        { type: 'response.reasoning_summary_part.added', part: summary('') },
        { type: 'response.reasoning_summary_text.delta', delta: item.thought },
        { type: 'response.reasoning_summary_text.done', text: item.thought },
        { type: 'response.reasoning_summary_part.done', part: summary(item.thought) },
      ]);
    case 'function_call':
      return [
        { type: 'response.function_call_arguments.delta', delta: item.json },
        { type: 'response.function_call_arguments.done', name: item.name, arguments: item.json },
      ];
  }
}

function withIn(place: object, events: readonly Told[]): readonly Told[] {
  return events.map((each) => ({ ...each, ...place }));
}

function text(words: string): object {
  return { type: 'output_text', text: words, annotations: [], logprobs: [] };
}

function summary(thought: string): object {
  return { type: 'summary_text', text: thought };
}
