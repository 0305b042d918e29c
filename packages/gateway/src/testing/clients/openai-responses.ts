import OpenAI, { APIError } from 'openai';
import type {
  ResponseCreateParamsNonStreaming,
  ResponseInputContent,
  ResponseInputItem,
  ResponseStreamEvent,
} from 'openai/resources/responses/responses';
import {
  bySignal,
  type Conversing,
  dataUrl,
  noWay,
  type OfficialClient,
  type Question,
  type Said,
  type Schema,
  type Site,
} from './official-client.ts';

/** `openai`, by Responses. Nothing is kept at the provider: each turn brings all that was said. */
export const openaiResponses: OfficialClient = {
  name: 'openai, responses',
  speaks: 'responses',
  streams: ['create', 'helper'],
  open: (site) => new Responses(site),
};

class Responses implements Conversing {
  readonly #responses: OpenAI['responses'];

  constructor({ url, token }: Site) {
    this.#responses = new OpenAI({ baseURL: `${url}/v1`, apiKey: token }).responses;
  }

  ask(question: Question): Promise<Said> {
    return this.#turn(question, [wordsOf(question)]);
  }

  async #turn(question: Question, input: readonly ResponseInputItem[]): Promise<Said> {
    const asked = { ...bodyOf(question), input: [...input] };
    const { output, output_text: text } = await this.#responses.create(asked, bySignal(question));
    const calls = output.filter((item) => item.type === 'function_call');
    return {
      text,
      calls: calls.map(({ name, arguments: json }) => ({ name, input: JSON.parse(json) })),
      goOn: (result) => {
        const results = calls.map(({ call_id }) => ({
          ...{ type: 'function_call_output' as const, call_id, output: result },
        }));
        return this.#turn(question, [...input, ...(output as ResponseInputItem[]), ...results]);
      },
    };
  }

  async fill(question: Question, schema: Schema): Promise<unknown> {
    const format = { type: 'json_schema' as const, name: 'place', strict: true, schema };
    const answer = await this.#responses.create({ ...bodyOf(question), text: { format } });
    return JSON.parse(answer.output_text);
  }

  async *stream(way: string, question: Question): AsyncIterable<string> {
    for await (const event of await this.#streamed(way, question))
      if (event.type === 'response.output_text.delta') yield event.delta;
  }

  async #streamed(way: string, question: Question): Promise<AsyncIterable<ResponseStreamEvent>> {
    const asked = { ...bodyOf(question), stream: true as const };
    if (way === 'create') return this.#responses.create(asked, bySignal(question));
    if (way === 'helper') return this.#responses.stream(asked, bySignal(question));
    throw noWay(way);
  }

  statusIn(error: unknown): number | undefined {
    return error instanceof APIError ? error.status : undefined;
  }
}

function bodyOf(question: Question): ResponseCreateParamsNonStreaming {
  const { model, tool, thinks = false } = question;
  return {
    model,
    store: false,
    input: [wordsOf(question)],
    ...(thinks
      ? { reasoning: { effort: 'low' as const }, include: ['reasoning.encrypted_content' as const] }
      : {}),
    ...(tool === undefined ? {} : { tools: [toolOf(tool)] }),
  };
}

function toolOf({ name, description, schema }: NonNullable<Question['tool']>) {
  return { type: 'function' as const, name, description, strict: true, parameters: { ...schema } };
}

function wordsOf({ text, picture }: Question): ResponseInputItem {
  const content: ResponseInputContent[] = [{ type: 'input_text', text }];
  if (picture !== undefined)
    content.push({ type: 'input_image', detail: 'auto', image_url: dataUrl(picture) });
  return { role: 'user', content };
}
