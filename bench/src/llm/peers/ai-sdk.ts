import { createServer, type ServerResponse } from 'node:http';
import { text } from 'node:stream/consumers';
import { createOpenAI } from '@ai-sdk/openai';
import { generateText, type ModelMessage, streamText } from 'ai';
import { readSite } from '../../gateway/peers/read-site.ts';

/** A server as people write it with the AI SDK: OpenAI's form in, the SDK to the provider, OpenAI's form out. */
const { port, upstreamPort } = readSite();
const openai = createOpenAI({ baseURL: `http://127.0.0.1:${upstreamPort}/v1`, apiKey: 'bench' });

interface Asked {
  readonly model: string;
  readonly messages: ModelMessage[];
  readonly temperature: number;
  readonly max_tokens: number;
  readonly stream?: boolean;
}

createServer((request, response) => {
  text(request)
    .then((body) => answer(JSON.parse(body) as Asked, response))
    .catch(() => response.destroy());
}).listen(port, '127.0.0.1');

async function answer(asked: Asked, response: ServerResponse): Promise<void> {
  const { model, messages, temperature } = asked;
  const call = {
    model: openai.chat(model),
    messages,
    temperature,
    maxOutputTokens: asked.max_tokens,
    allowSystemInMessages: true,
  };
  const base = { id: 'chatcmpl-bench', created: 1_764_000_000, model };
  if (asked.stream !== true) {
    const { text: content, usage } = await generateText(call);
    const message = { role: 'assistant', content };
    const choices = [{ index: 0, message, finish_reason: 'stop' }];
    const whole = JSON.stringify({ ...base, object: 'chat.completion', choices, usage });
    response.writeHead(200, { 'content-type': 'application/json' }).end(whole);
    return;
  }
  response.writeHead(200, { 'content-type': 'text/event-stream' });
  const write = (choices: readonly object[], more: object = {}) =>
    response.write(
      `data: ${JSON.stringify({ ...base, object: 'chat.completion.chunk', choices, ...more })}\n\n`,
    );
  const { textStream, usage } = streamText(call);
  for await (const content of textStream) write([{ index: 0, delta: { content }, finish_reason: null }]);
  write([{ index: 0, delta: {}, finish_reason: 'stop' }]);
  write([], { usage: await usage });
  response.end('data: [DONE]\n\n');
}
