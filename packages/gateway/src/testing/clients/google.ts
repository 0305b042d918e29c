import {
  ApiError,
  type Content,
  type GenerateContentConfig,
  GoogleGenAI,
  type Part,
  ThinkingLevel,
} from '@google/genai';
import {
  type Conversing,
  given,
  noWay,
  type OfficialClient,
  type Question,
  type Said,
  type Schema,
  type Site,
} from './official-client.ts';

/** `@google/genai`. */
export const google: OfficialClient = {
  name: '@google/genai',
  speaks: 'gemini',
  streams: ['generateContentStream'],
  open: (site) => new Gemini(site),
};

class Gemini implements Conversing {
  readonly #models: GoogleGenAI['models'];

  constructor({ url, token }: Site) {
    const httpOptions = { baseUrl: url, retryOptions: { attempts: 1 } };
    this.#models = new GoogleGenAI({ apiKey: token, httpOptions }).models;
  }

  ask(question: Question): Promise<Said> {
    return this.#turn(question, [wordsOf(question)]);
  }

  async #turn(question: Question, contents: readonly Content[]): Promise<Said> {
    const asked = { model: question.model, contents: [...contents], config: configOf(question) };
    const answer = await this.#models.generateContent(asked);
    const content = given(answer.candidates?.[0]?.content, 'content');
    const parts = content.parts ?? [];
    const calls = parts.flatMap(({ functionCall }) => (functionCall === undefined ? [] : [functionCall]));
    return {
      text: parts.map(({ text = '', thought = false }) => (thought ? '' : text)).join(''),
      calls: calls.map(({ name = '', args }) => ({ name, input: args })),
      goOn: (result) => {
        const results = calls.map(({ id, name = '' }) => ({
          functionResponse: { ...(id === undefined ? {} : { id }), name, response: { output: result } },
        }));
        return this.#turn(question, [...contents, content, { role: 'user', parts: results }]);
      },
    };
  }

  async fill(question: Question, schema: Schema): Promise<unknown> {
    const answer = await this.#models.generateContent({
      model: question.model,
      contents: [wordsOf(question)],
      config: { responseMimeType: 'application/json', responseJsonSchema: schema },
    });
    return JSON.parse(given(answer.text, 'text'));
  }

  async *stream(way: string, question: Question): AsyncIterable<string> {
    if (way !== 'generateContentStream') throw noWay(way);
    const { model } = question;
    const asked = { model, contents: [wordsOf(question)], config: configOf(question) };
    for await (const chunk of await this.#models.generateContentStream(asked)) yield chunk.text ?? '';
  }

  statusIn(error: unknown): number | undefined {
    return error instanceof ApiError ? error.status : undefined;
  }
}

function configOf({ tool, thinks = false, signal }: Question): GenerateContentConfig {
  return {
    ...(signal === undefined ? {} : { abortSignal: signal }),
    ...(thinks ? { thinkingConfig: { includeThoughts: true, thinkingLevel: ThinkingLevel.LOW } } : {}),
    ...(tool === undefined ? {} : { tools: [{ functionDeclarations: [declarationOf(tool)] }] }),
  };
}

function declarationOf({ name, description, schema }: NonNullable<Question['tool']>) {
  return { name, description, parametersJsonSchema: schema };
}

function wordsOf({ text, picture }: Question): Content {
  const parts: Part[] = [{ text }];
  if (picture !== undefined) parts.push({ inlineData: { mimeType: 'image/png', data: picture } });
  return { role: 'user', parts };
}
