import { callId, event, piecesOf, type Saying, type SpokenWire } from './saying.ts';

const base = { id: 'msg_test', type: 'message', role: 'assistant', model: 'claude-sonnet-4-5' };

/** Messages of Anthropic. */
export const anthropicWire: SpokenWire = {
  whole: (saying) => ({
    ...base,
    content: blocksOf(saying).map(({ whole }) => whole),
    ...{ stop_reason: stopOf(saying), stop_sequence: null },
    usage: { input_tokens: 12, output_tokens: 7 },
  }),
  events: (saying) => [
    named({
      type: 'message_start',
      message: {
        ...base,
        ...{ content: [], stop_reason: null, stop_sequence: null },
        usage: { input_tokens: 12, output_tokens: 1 },
      },
    }),
    ...blocksOf(saying).flatMap(({ begun, deltas }, index) => [
      named({ type: 'content_block_start', index, content_block: begun }),
      ...deltas.map((delta) => named({ type: 'content_block_delta', index, delta })),
      named({ type: 'content_block_stop', index }),
    ]),
    named({
      type: 'message_delta',
      delta: { stop_reason: stopOf(saying), stop_sequence: null },
      usage: { output_tokens: 7 },
    }),
    named({ type: 'message_stop' }),
  ],
  closing: 1,
  refusal: (message) => ({ type: 'error', error: { type: 'invalid_request_error', message } }),
};

interface Block {
  readonly whole: object;
  readonly begun: object;
  readonly deltas: readonly object[];
}

function blocksOf(saying: Saying): readonly Block[] {
  if (saying.kind === 'words') {
    const deltas = piecesOf(saying.text).map((text) => ({ type: 'text_delta', text }));
    return [{ whole: { type: 'text', text: saying.text }, begun: { type: 'text', text: '' }, deltas }];
  }
  const { thought, seal, name, input } = saying;
  const json = JSON.stringify(input);
  return [
    {
      whole: { type: 'thinking', thinking: thought, signature: seal },
      begun: { type: 'thinking', thinking: '', signature: '' },
      deltas: [
        { type: 'thinking_delta', thinking: thought },
        { type: 'signature_delta', signature: seal },
      ],
    },
    {
      whole: { type: 'tool_use', id: callId, name, input },
      begun: { type: 'tool_use', id: callId, name, input: {} },
      deltas: [
        { type: 'input_json_delta', partial_json: json.slice(0, 5) },
        { type: 'input_json_delta', partial_json: json.slice(5) },
      ],
    },
  ];
}

function stopOf({ kind }: Saying): string {
  return kind === 'words' ? 'end_turn' : 'tool_use';
}

function named(data: { readonly type: string; readonly [field: string]: unknown }): string {
  return event(data, data.type);
}
