import { createAnthropic } from '@ai-sdk/anthropic';
import { createGoogle } from '@ai-sdk/google';
import { createOpenAI } from '@ai-sdk/openai';
import {
  APICallError,
  generateText,
  jsonSchema,
  type LanguageModel,
  type ModelMessage,
  Output,
  streamText,
  type ToolSet,
} from 'ai';
import {
  type Conversing,
  noWay,
  type OfficialClient,
  type Question,
  type Said,
  type Schema,
  type Site,
  type Tool,
} from './official-client.ts';

type NameModel = (site: Site) => (model: string) => LanguageModel;

const streams = ['streamText'] as const;

/** AI SDK with its provider of OpenAI, by Chat Completions. Of a call it keeps what it knows. */
export const aiOpenaiChat: OfficialClient = {
  name: 'ai, @ai-sdk/openai, chat',
  speaks: 'chat',
  streams,
  open: opening(({ url, token }) => createOpenAI({ baseURL: `${url}/v1`, apiKey: token }).chat),
};

/** The same by Responses, which is what it does unasked. Of a call it keeps what it knows. */
export const aiOpenai: OfficialClient = {
  name: 'ai, @ai-sdk/openai',
  speaks: 'responses',
  streams,
  open: opening(({ url, token }) => createOpenAI({ baseURL: `${url}/v1`, apiKey: token }).responses),
};

export const aiAnthropic: OfficialClient = {
  name: 'ai, @ai-sdk/anthropic',
  speaks: 'anthropic',
  streams,
  open: opening(({ url, token }) => createAnthropic({ baseURL: `${url}/v1`, apiKey: token })),
};

export const aiGoogle: OfficialClient = {
  name: 'ai, @ai-sdk/google',
  speaks: 'gemini',
  streams,
  open: opening(({ url, token }) => createGoogle({ baseURL: `${url}/v1beta`, apiKey: token })),
};

function opening(name: NameModel): OfficialClient['open'] {
  return (site) => new AiSdk(name(site));
}

class AiSdk implements Conversing {
  readonly #model: (name: string) => LanguageModel;

  constructor(model: (name: string) => LanguageModel) {
    this.#model = model;
  }

  ask(question: Question): Promise<Said> {
    return this.#turn(question, [wordsOf(question)]);
  }

  async #turn(question: Question, messages: readonly ModelMessage[]): Promise<Said> {
    const asked = { ...this.#callOf(question), messages: [...messages] };
    const { text, toolCalls, responseMessages } = await generateText(asked);
    return {
      text,
      calls: toolCalls.map(({ toolName, input }) => ({ name: toolName, input })),
      goOn: (value) => {
        const content = toolCalls.map(({ toolCallId, toolName }) => ({
          ...{ type: 'tool-result' as const, toolCallId, toolName, output: { type: 'text' as const, value } },
        }));
        return this.#turn(question, [...messages, ...responseMessages, { role: 'tool', content }]);
      },
    };
  }

  async fill(question: Question, schema: Schema): Promise<unknown> {
    const form = Output.object({ schema: jsonSchema({ ...schema }) });
    return (await generateText({ ...this.#callOf(question), output: form })).output;
  }

  /** Its streams tell an error as one of their parts. */
  async *stream(way: string, question: Question): AsyncIterable<string> {
    if (way !== 'streamText') throw noWay(way);
    const told = streamText({ ...this.#callOf(question), onError: () => undefined });
    for await (const part of told.stream) {
      if (part.type === 'error') throw part.error;
      if (part.type === 'text-delta') yield part.text;
    }
  }

  statusIn(error: unknown): number | undefined {
    return APICallError.isInstance(error) ? error.statusCode : undefined;
  }

  #callOf(question: Question) {
    const { model, tool: offered, thinks = false, signal } = question;
    return {
      model: this.#model(model),
      messages: [wordsOf(question)],
      maxRetries: 0,
      maxOutputTokens: 4096,
      // It names items of earlier turns by their ids alone where the provider keeps them.
      providerOptions: {
        openai: {
          store: false,
          ...(thinks ? { forceReasoning: true, include: ['reasoning.encrypted_content'] } : {}),
        },
      },
      ...(thinks ? { reasoning: 'low' as const } : {}),
      ...(signal === undefined ? {} : { abortSignal: signal }),
      ...(offered === undefined ? {} : { tools: toolsOf(offered) }),
    };
  }
}

function toolsOf({ name, description, schema }: Tool): ToolSet {
  return { [name]: { description, inputSchema: jsonSchema<never>({ ...schema }) } };
}

function wordsOf({ text, picture }: Question): ModelMessage {
  const words = { type: 'text' as const, text };
  if (picture === undefined) return { role: 'user', content: [words] };
  return { role: 'user', content: [words, { type: 'file', mediaType: 'image/png', data: picture }] };
}
