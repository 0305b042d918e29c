import { Mistral } from '@mistralai/mistralai';
import type {
  AssistantMessage,
  ChatCompletionRequest,
  ContentChunk,
} from '@mistralai/mistralai/models/components';
import { MistralError } from '@mistralai/mistralai/models/errors';
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

type Message = ChatCompletionRequest['messages'][number];

/** `@mistralai/mistralai`, which reads each answer against its own schemas, and keeps nothing beside these. */
export const mistral: OfficialClient = {
  name: '@mistralai/mistralai',
  speaks: 'chat',
  streams: ['stream'],
  open: (site) => new Chat(site),
};

class Chat implements Conversing {
  readonly #chat: Mistral['chat'];

  constructor({ url, token }: Site) {
    this.#chat = new Mistral({ serverURL: url, apiKey: token, retryConfig: { strategy: 'none' } }).chat;
  }

  ask(question: Question): Promise<Said> {
    return this.#turn(question, [wordsOf(question)]);
  }

  async #turn(question: Question, messages: readonly Message[]): Promise<Said> {
    const asked = { ...bodyOf(question), messages: [...messages] };
    const answer = await this.#chat.complete(asked, bySignal(question));
    const message = given(answer.choices?.[0]?.message, 'message');
    const calls = message.toolCalls ?? [];
    return {
      text: textOf(message.content),
      calls: calls.map(({ function: { name, arguments: input } }) => ({
        name,
        input: typeof input === 'string' ? JSON.parse(input) : input,
      })),
      goOn: (content) => {
        const results = calls.map(({ id, function: { name } }) => ({
          ...{ role: 'tool' as const, toolCallId: given(id, 'id of a call'), name, content },
        }));
        return this.#turn(question, [...messages, { ...message, role: 'assistant' }, ...results]);
      },
    };
  }

  async fill(question: Question, schema: Schema): Promise<unknown> {
    const jsonSchema = { name: 'place', strict: true, schemaDefinition: { ...schema } };
    const asked = { ...bodyOf(question), responseFormat: { type: 'json_schema' as const, jsonSchema } };
    const answer = await this.#chat.complete(asked);
    return JSON.parse(textOf(answer.choices?.[0]?.message?.content));
  }

  async *stream(way: string, question: Question): AsyncIterable<string> {
    if (way !== 'stream') throw noWay(way);
    for await (const { data } of await this.#chat.stream(bodyOf(question), bySignal(question)))
      yield textOf(data.choices[0]?.delta.content);
  }

  statusIn(error: unknown): number | undefined {
    return error instanceof MistralError ? error.statusCode : undefined;
  }
}

function bodyOf(question: Question): ChatCompletionRequest {
  const { model, tool } = question;
  return {
    model,
    messages: [wordsOf(question)],
    ...(tool === undefined ? {} : { tools: [toolOf(tool)] }),
  };
}

function toolOf({ name, description, schema }: NonNullable<Question['tool']>) {
  return { type: 'function' as const, function: { name, description, parameters: { ...schema } } };
}

function wordsOf({ text, picture }: Question): Message {
  const content: ContentChunk[] = [{ type: 'text', text }];
  if (picture !== undefined) content.push({ type: 'image_url', imageUrl: { url: dataUrl(picture) } });
  return { role: 'user', content };
}

function textOf(content: AssistantMessage['content']): string {
  if (typeof content === 'string') return content;
  return (content ?? []).map((chunk) => (chunk.type === 'text' ? chunk.text : '')).join('');
}
