import { createServer, type ServerResponse } from 'node:http';
import { text } from 'node:stream/consumers';

/**
 * Stands for a provider behind every stack: speaks OpenAI's Chat Completions and Anthropic's Messages, one write to the socket
 * for each piece. Its only argument is its port. How many pieces come is in the name of the model.
 */
const word = ' your order is on its way,';
const usage = { prompt_tokens: 62, completion_tokens: 120, total_tokens: 182 };

createServer((request, response) => {
  text(request).then(
    (body) => answer(request.url ?? '', JSON.parse(body) as Asked, response),
    () => response.destroy(),
  );
}).listen(Number(process.argv[2]), '127.0.0.1');

interface Asked {
  readonly model: string;
  readonly stream?: boolean;
}

function answer(url: string, { model, stream = false }: Asked, response: ServerResponse): void {
  const chunks = Number(/\d+$/.exec(model)?.[0] ?? 0);
  const isAnthropic = url.endsWith('/messages');
  if (stream) {
    write(isAnthropic ? messageEvents(model, chunks) : chatEvents(model, chunks), response);
    return;
  }
  const whole = JSON.stringify(isAnthropic ? message(model) : completion(model));
  const headers = { 'content-type': 'application/json', 'content-length': Buffer.byteLength(whole) };
  response.writeHead(200, headers).end(whole);
}

/** Each piece is written in a turn of the loop of its own. */
function write(events: readonly string[], response: ServerResponse): void {
  response.writeHead(200, { 'content-type': 'text/event-stream' });
  response.socket?.setNoDelay(true);
  let at = 0;
  const next = (): void => {
    if (response.destroyed) return;
    const event = events[at];
    at += 1;
    if (event === undefined) response.end();
    else response.write(event, () => setImmediate(next));
  };
  next();
}

function completion(model: string): object {
  const message = { role: 'assistant', content: word.repeat(24), refusal: null };
  return {
    ...{ id: 'chatcmpl-bench', object: 'chat.completion', created: 1_764_000_000, model },
    choices: [{ index: 0, message, logprobs: null, finish_reason: 'stop' }],
    usage,
  };
}

function message(model: string): object {
  return {
    ...{ id: 'msg_bench', type: 'message', role: 'assistant', model },
    content: [{ type: 'text', text: word.repeat(24) }],
    ...{ stop_reason: 'end_turn', stop_sequence: null },
    usage: { input_tokens: usage.prompt_tokens, output_tokens: usage.completion_tokens },
  };
}

function chatEvents(model: string, chunks: number): readonly string[] {
  const base = { id: 'chatcmpl-bench', object: 'chat.completion.chunk', created: 1_764_000_000, model };
  const event = (delta: object, finish: string | null = null) =>
    data({ ...base, choices: [{ index: 0, delta, logprobs: null, finish_reason: finish }], usage: null });
  return [
    event({ role: 'assistant', content: '' }),
    ...Array.from({ length: chunks }, () => event({ content: word })),
    event({}, 'stop'),
    data({ ...base, choices: [], usage }),
    'data: [DONE]\n\n',
  ];
}

function messageEvents(model: string, chunks: number): readonly string[] {
  const started = {
    ...{ id: 'msg_bench', type: 'message', role: 'assistant', model, content: [] },
    ...{
      stop_reason: null,
      stop_sequence: null,
      usage: { input_tokens: usage.prompt_tokens, output_tokens: 1 },
    },
  };
  const delta = { type: 'text_delta', text: word };
  return [
    named({ type: 'message_start', message: started }),
    named({ type: 'content_block_start', index: 0, content_block: { type: 'text', text: '' } }),
    ...Array.from({ length: chunks }, () => named({ type: 'content_block_delta', index: 0, delta })),
    named({ type: 'content_block_stop', index: 0 }),
    named({
      type: 'message_delta',
      delta: { stop_reason: 'end_turn', stop_sequence: null },
      usage: { output_tokens: usage.completion_tokens },
    }),
    named({ type: 'message_stop' }),
  ];
}

function data(value: object): string {
  return `data: ${JSON.stringify(value)}\n\n`;
}

function named(value: { readonly type: string; readonly [member: string]: unknown }): string {
  return `event: ${value.type}\n${data(value)}`;
}
