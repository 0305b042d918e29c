import { ChatAnthropic } from '@langchain/anthropic';
import type { BaseLanguageModelInput } from '@langchain/core/language_models/base';
import type { BaseChatModel, BaseChatModelCallOptions } from '@langchain/core/language_models/chat_models';
import { type AIMessageChunk, type BaseMessage, HumanMessage, ToolMessage } from '@langchain/core/messages';
import type { Runnable } from '@langchain/core/runnables';
import { ChatOpenAI } from '@langchain/openai';
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

type Askable = Runnable<BaseLanguageModelInput, AIMessageChunk, BaseChatModelCallOptions>;
type MakeModel = (site: Site, question: Question) => BaseChatModel;

const streams = ['stream'] as const;

/** LangChain with OpenAI, by Chat Completions. Of a call it keeps what it knows. */
export const langchainOpenaiChat: OfficialClient = {
  name: '@langchain/openai, chat',
  speaks: 'chat',
  streams,
  open: opening((site, question) => new ChatOpenAI(openaiOf(site, question))),
};

export const langchainOpenai: OfficialClient = {
  name: '@langchain/openai, responses',
  speaks: 'responses',
  streams,
  open: opening((site, question) => new ChatOpenAI({ ...openaiOf(site, question), useResponsesApi: true })),
};

export const langchainAnthropic: OfficialClient = {
  name: '@langchain/anthropic',
  speaks: 'anthropic',
  streams,
  open: opening(
    ({ url, token }, { model, thinks = false }) =>
      new ChatAnthropic({
        ...{ model, apiKey: token, anthropicApiUrl: url, maxRetries: 0, maxTokens: 4096 },
        ...(thinks ? { thinking: { type: 'enabled' as const, budget_tokens: 1024 } } : {}),
      }),
  ),
};

function openaiOf({ url, token }: Site, { model }: Question) {
  return { model, apiKey: token, maxRetries: 0, configuration: { baseURL: `${url}/v1` } };
}

function opening(make: MakeModel): OfficialClient['open'] {
  return (site) => new LangChain((question) => make(site, question));
}

class LangChain implements Conversing {
  readonly #modelFor: (question: Question) => BaseChatModel;

  constructor(modelFor: (question: Question) => BaseChatModel) {
    this.#modelFor = modelFor;
  }

  ask(question: Question): Promise<Said> {
    return this.#turn(question, [wordsOf(question)]);
  }

  async #turn(question: Question, messages: readonly BaseMessage[]): Promise<Said> {
    const message = await this.#askable(question).invoke([...messages], bySignal(question));
    const calls = message.tool_calls ?? [];
    return {
      text: message.text,
      calls: calls.map(({ name, args }) => ({ name, input: args })),
      goOn: (content) => {
        const results = calls.map(
          ({ id, name }) => new ToolMessage({ content, name, tool_call_id: given(id, 'id of a call') }),
        );
        return this.#turn(question, [...messages, message, ...results]);
      },
    };
  }

  async fill(question: Question, schema: Schema): Promise<unknown> {
    const filling = this.#modelFor(question).withStructuredOutput(
      { ...schema, title: 'place' },
      { name: 'place', method: 'jsonSchema' },
    );
    return filling.invoke([wordsOf(question)]);
  }

  async *stream(way: string, question: Question): AsyncIterable<string> {
    if (way !== 'stream') throw noWay(way);
    for await (const chunk of await this.#askable(question).stream([wordsOf(question)], bySignal(question)))
      yield chunk.text;
  }

  /** It hands on what the SDK below it threw, of whichever version that brought along. */
  statusIn(error: unknown): number | undefined {
    if (!(error instanceof Error) || !('status' in error)) return undefined;
    return typeof error.status === 'number' ? error.status : undefined;
  }

  #askable(question: Question): Askable {
    const model = this.#modelFor(question);
    if (question.tool === undefined) return model;
    const { name, description, schema } = question.tool;
    const offered = { type: 'function', function: { name, description, parameters: { ...schema } } };
    return given(model.bindTools?.([offered]), 'way to offer tools');
  }
}

function wordsOf({ text, picture }: Question): HumanMessage {
  const words = { type: 'text' as const, text };
  if (picture === undefined) return new HumanMessage({ content: [words] });
  const image = { type: 'image_url' as const, image_url: { url: dataUrl(picture) } };
  return new HumanMessage({ content: [words, image] });
}
