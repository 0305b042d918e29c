import { callId, event, piecesOf, type Saying, type SpokenWire } from './saying.ts';

const usage = { prompt_tokens: 12, completion_tokens: 7, total_tokens: 19 };
const base = { id: 'chatcmpl-test', created: 1_750_000_000, model: 'gpt-4.1-nano' };

/** Chat Completions, which have no place for what is thought. */
export const chatWire: SpokenWire = {
  whole: (saying) => {
    const finish_reason = finishOf(saying);
    const message = { role: 'assistant', refusal: null, ...saidIn(saying) };
    const choices = [{ index: 0, message, logprobs: null, finish_reason }];
    return { ...base, object: 'chat.completion', choices, usage };
  },
  events: (saying) => [
    chunk({ role: 'assistant', content: saying.kind === 'words' ? '' : null }),
    ...deltasOf(saying).map((delta) => chunk(delta)),
    chunk({}, finishOf(saying)),
    event({ ...base, object: 'chat.completion.chunk', choices: [], usage }),
    event('[DONE]'),
  ],
  // Some servers end without the last one, and none without what it finished by.
  closing: 3,
  refusal: (message) => ({
    error: { message, type: 'invalid_request_error', param: 'messages', code: 'invalid_value' },
  }),
};

function saidIn(saying: Saying): object {
  if (saying.kind === 'words') return { content: saying.text };
  return { content: null, tool_calls: [callOf(saying.name, JSON.stringify(saying.input))] };
}

function callOf(name: string, json: string): object {
  return { id: callId, type: 'function', function: { name, arguments: json } };
}

function deltasOf(saying: Saying): readonly object[] {
  if (saying.kind === 'words') return piecesOf(saying.text).map((content) => ({ content }));
  const json = JSON.stringify(saying.input);
  return [
    { tool_calls: [{ index: 0, ...callOf(saying.name, '') }] },
    { tool_calls: [{ index: 0, function: { arguments: json.slice(0, 5) } }] },
    { tool_calls: [{ index: 0, function: { arguments: json.slice(5) } }] },
  ];
}

function finishOf({ kind }: Saying): string {
  return kind === 'words' ? 'stop' : 'tool_calls';
}

function chunk(delta: object, finish_reason: string | null = null): string {
  const choices = [{ index: 0, delta, logprobs: null, finish_reason }];
  return event({ ...base, object: 'chat.completion.chunk', choices });
}
