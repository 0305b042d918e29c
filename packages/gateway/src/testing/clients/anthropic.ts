import Anthropic, { APIError } from '@anthropic-ai/sdk';
import {
  bySignal,
  type Conversing,
  given,
  noWay,
  type OfficialClient,
  type Question,
  type Said,
  type Schema,
  type Site,
} from './official-client.ts';

/** `@anthropic-ai/sdk`. */
export const anthropic: OfficialClient = {
  name: '@anthropic-ai/sdk',
  speaks: 'anthropic',
  streams: ['create', 'helper'],
  open: (site) => new Messages(site),
};

class Messages implements Conversing {
  readonly #messages: Anthropic['messages'];

  constructor({ url, token }: Site) {
    this.#messages = new Anthropic({ baseURL: url, apiKey: token }).messages;
  }

  ask(question: Question): Promise<Said> {
    return this.#turn(question, [wordsOf(question)]);
  }

  async #turn(question: Question, messages: readonly Anthropic.MessageParam[]): Promise<Said> {
    const asked = { ...bodyOf(question), messages: [...messages] };
    const { content } = await this.#messages.create(asked, bySignal(question));
    const calls = content.filter((block) => block.type === 'tool_use');
    return {
      text: content.map((block) => (block.type === 'text' ? block.text : '')).join(''),
      calls: calls.map(({ name, input }) => ({ name, input })),
      goOn: (result) => {
        const results = calls.map(({ id }) => ({
          ...{ type: 'tool_result' as const, tool_use_id: id, content: result },
        }));
        const turn: Anthropic.MessageParam = { role: 'assistant', content };
        return this.#turn(question, [...messages, turn, { role: 'user', content: results }]);
      },
    };
  }

  async fill(question: Question, schema: Schema): Promise<unknown> {
    const { content } = await this.#messages.create({
      ...bodyOf(question),
      output_config: { format: { type: 'json_schema', schema: { ...schema } } },
    });
    const block = content.find(({ type }) => type === 'text');
    return JSON.parse(given(block?.type === 'text' ? block.text : undefined, 'text'));
  }

  async *stream(way: string, question: Question): AsyncIterable<string> {
    for await (const event of await this.#streamed(way, question))
      if (event.type === 'content_block_delta' && event.delta.type === 'text_delta') yield event.delta.text;
  }

  async #streamed(way: string, question: Question): Promise<AsyncIterable<Anthropic.RawMessageStreamEvent>> {
    const asked = bodyOf(question);
    if (way === 'create') return this.#messages.create({ ...asked, stream: true }, bySignal(question));
    if (way === 'helper') return this.#messages.stream(asked, bySignal(question));
    throw noWay(way);
  }

  statusIn(error: unknown): number | undefined {
    return error instanceof APIError ? error.status : undefined;
  }
}

function bodyOf(question: Question): Anthropic.MessageCreateParamsNonStreaming {
  const { model, tool, thinks = false } = question;
  return {
    model,
    max_tokens: 4096,
    messages: [wordsOf(question)],
    ...(thinks ? { thinking: { type: 'enabled' as const, budget_tokens: 1024 } } : {}),
    ...(tool === undefined ? {} : { tools: [toolOf(tool)] }),
  };
}

function toolOf({ name, description, schema }: NonNullable<Question['tool']>): Anthropic.Tool {
  return { name, description, input_schema: { ...schema, type: 'object' } };
}

function wordsOf({ text, picture }: Question): Anthropic.MessageParam {
  const content: Anthropic.ContentBlockParam[] = [{ type: 'text', text }];
  if (picture !== undefined)
    content.push({ type: 'image', source: { type: 'base64', media_type: 'image/png', data: picture } });
  return { role: 'user', content };
}
