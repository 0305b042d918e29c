import OpenAI, { APIError } from 'openai';
import type {
  ChatCompletionContentPart,
  ChatCompletionCreateParamsNonStreaming,
  ChatCompletionMessageParam,
} from 'openai/resources/chat/completions';
import {
  bySignal,
  type Conversing,
  dataUrl,
  given,
  noWay,
  type OfficialClient,
  type Question,
  type Said,
  type Schema,
  type Site,
} from './official-client.ts';

/** `openai`, by Chat Completions. */
export const openaiChat: OfficialClient = {
  name: 'openai, chat',
  speaks: 'chat',
  streams: ['create', 'helper'],
  open: (site) => new Chat(site),
};

class Chat implements Conversing {
  readonly #completions: OpenAI['chat']['completions'];

  constructor({ url, token }: Site) {
    this.#completions = new OpenAI({ baseURL: `${url}/v1`, apiKey: token }).chat.completions;
  }

  ask(question: Question): Promise<Said> {
    return this.#turn(question, [wordsOf(question)]);
  }

  async #turn(question: Question, messages: readonly ChatCompletionMessageParam[]): Promise<Said> {
    const asked = { ...bodyOf(question), messages: [...messages] };
    const answer = await this.#completions.create(asked, bySignal(question));
    const message = given(answer.choices[0]?.message, 'message');
    const calls = (message.tool_calls ?? []).filter((call) => call.type === 'function');
    return {
      text: message.content ?? '',
      calls: calls.map(({ function: { name, arguments: json } }) => ({ name, input: JSON.parse(json) })),
      goOn: (content) => {
        const results = calls.map(({ id }) => ({ role: 'tool' as const, tool_call_id: id, content }));
        return this.#turn(question, [...messages, message, ...results]);
      },
    };
  }

  async fill(question: Question, schema: Schema): Promise<unknown> {
    const answer = await this.#completions.create({
      ...bodyOf(question),
      response_format: { type: 'json_schema', json_schema: { name: 'place', strict: true, schema } },
    });
    return JSON.parse(given(answer.choices[0]?.message.content, 'content'));
  }

  async *stream(way: string, question: Question): AsyncIterable<string> {
    for await (const chunk of await this.#streamed(way, question))
      yield chunk.choices[0]?.delta.content ?? '';
  }

  async #streamed(way: string, question: Question): Promise<AsyncIterable<OpenAI.ChatCompletionChunk>> {
    const asked = { ...bodyOf(question), stream: true as const };
    if (way === 'create') return this.#completions.create(asked, bySignal(question));
    if (way === 'helper') return this.#completions.stream(asked, bySignal(question));
    throw noWay(way);
  }

  statusIn(error: unknown): number | undefined {
    return error instanceof APIError ? error.status : undefined;
  }
}

function bodyOf(question: Question): ChatCompletionCreateParamsNonStreaming {
  const { model, tool, thinks = false } = question;
  return {
    model,
    messages: [wordsOf(question)],
    ...(thinks ? { reasoning_effort: 'low' as const } : {}),
    ...(tool === undefined ? {} : { tools: [toolOf(tool)] }),
  };
}

function toolOf({ name, description, schema }: NonNullable<Question['tool']>) {
  return { type: 'function' as const, function: { name, description, parameters: { ...schema } } };
}

function wordsOf({ text, picture }: Question): ChatCompletionMessageParam {
  const content: ChatCompletionContentPart[] = [{ type: 'text', text }];
  if (picture !== undefined) content.push({ type: 'image_url', image_url: { url: dataUrl(picture) } });
  return { role: 'user', content };
}
