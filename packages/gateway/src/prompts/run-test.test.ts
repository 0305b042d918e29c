import {
  type GoldenTest,
  type LlmConfiguration,
  type PromptDefinition,
  steadyTime,
  wallTime,
} from '@signet/contracts';
import { describe, expect, it } from 'vitest';
import { createMemoryLedger } from '../ports/index.ts';
import { createRunTest } from './run-test.ts';

const definition: PromptDefinition = {
  messages: [{ role: 'user', text: 'Sum up {{text}}' }],
  ...{ variables: { text: { type: 'string' } }, optional: [], model: 'gpt', parameters: {}, tests: [] },
};
const provider = { connectTimeout: 1, firstEvent: 1, idle: 1, whole: 1 };
const llm: LlmConfiguration = {
  providers: {
    first: { kind: 'openai-compatible', url: 'https://first.example/v1', ...provider },
    second: {
      kind: 'anthropic',
      url: 'https://second.example',
      key: { kind: 'env', name: 'KEY' },
      ...provider,
    },
  },
  models: {
    gpt: {
      ...{ strategy: 'priority', retries: 1 },
      targets: [
        { provider: 'first', model: 'small', weight: 1, lacks: [] },
        { provider: 'second', model: 'claude-sonnet-4-5', weight: 1, lacks: [] },
      ],
    },
  },
};
const test = { name: 'a', values: { text: 'Ada' }, expect: { contains: ['Ada'], lacks: ['Bo'] } };

const chat = (content: string) =>
  Response.json({
    ...{ id: 'a', object: 'chat.completion', created: 1, model: 'small' },
    choices: [{ index: 0, message: { role: 'assistant', content }, finish_reason: 'stop' }],
  });

const openLedger = () => createMemoryLedger(() => 0);

function runner(answers: Readonly<Record<string, () => Response>>, ledger = openLedger()) {
  const asked: { readonly url: string; readonly init: RequestInit | undefined }[] = [];
  const runTest = createRunTest({
    ledger,
    llm: () => llm,
    readHanded: async () => ['the key'],
    askServer: () => expect.fail('No token is asked for here.'),
    now: () => ({ wall: wallTime(0), steady: steadyTime(0) }),
    fetch: async (input, init) => {
      const url = String(input);
      asked.push({ url, init });
      const answer = answers[new URL(url).hostname];
      if (answer === undefined) throw new TypeError('fetch failed: the key');
      return answer();
    },
  });
  const run = (asking: PromptDefinition, golden: GoldenTest, other?: LlmConfiguration) =>
    runTest({ name: 'summary', definition: asking }, golden, other);
  return { run, asked, ledger };
}

describe('a test of a prompt', () => {
  it('asks its model, and holds the answer against what is expected', async () => {
    const { run, asked } = runner({ 'first.example': () => chat('Ada wrote it') });
    expect(await run(definition, test)).toEqual([]);
    expect(asked.map(({ url }) => url)).toEqual(['https://first.example/v1/chat/completions']);
    expect(asked[0]?.init?.redirect).toBe('error');
    expect(String(asked[0]?.init?.body)).toContain('<text>\\nAda\\n</text>');
    const other = runner({ 'first.example': () => chat('Bo did') });
    expect(await other.run(definition, test)).toEqual(['lacks "Ada"', 'contains "Bo"']);
  });

  it('asks the next one, by its key, where the first does not answer', async () => {
    const { run, asked } = runner({
      'first.example': () => new Response('', { status: 503 }),
      'second.example': () =>
        Response.json({
          ...{ id: 'a', type: 'message', role: 'assistant', model: 'm', stop_reason: 'end_turn' },
          content: [{ type: 'text', text: 'Ada' }],
          usage: { input_tokens: 1, output_tokens: 1 },
        }),
    });
    expect(await run(definition, test)).toEqual([]);
    expect(new Headers(asked[1]?.init?.headers).get('x-api-key')).toBe('the key');
    expect(new Headers(asked[0]?.init?.headers).get('x-api-key')).toBeNull();
  });

  it.each<[string, () => Response]>([
    ['was answered with the status 500', () => new Response('the key', { status: 500 })],
    ['was answered with what cannot be read', () => new Response('<html>the key')],
    ['was answered with what cannot be read', () => Response.json({ error: { message: 'the key' } })],
  ])('fails and tells nothing of what came: %s', async (fault, second) => {
    const { run } = runner({ 'second.example': second });
    expect(await run(definition, test)).toEqual([fault]);
  });

  it('fails where nobody answers, or its values are none', async () => {
    const { run, asked } = runner({});
    expect(await run(definition, test)).toEqual(['was not answered (TypeError)']);
    asked.length = 0;
    expect(await run(definition, { ...test, values: { text: 1 } })).toEqual([
      'has values that the prompt does not take',
    ]);
    expect(asked).toEqual([]);
  });

  it('signs what is asked of Bedrock, and shows it no secret', async () => {
    const bedrock = {
      kind: 'bedrock',
      url: 'https://bedrock.example',
      region: 'eu-west-1',
      ...provider,
    } as const;
    const asked: RequestInit[] = [];
    const run = createRunTest({
      ledger: openLedger(),
      llm: () => ({
        providers: { bedrock: { ...bedrock, key: { kind: 'env', name: 'KEY' } } },
        models: {
          gpt: {
            strategy: 'priority',
            retries: 1,
            targets: [{ provider: 'bedrock', model: 'amazon.nova', weight: 1, lacks: [] }],
          },
        },
      }),
      readHanded: async () => ['ACCESSKEYOFNOBODY:asecretofnobodyatall'],
      askServer: () => expect.fail('No token is asked for here.'),
      now: () => ({ wall: wallTime(0), steady: steadyTime(0) }),
      fetch: async (_, init) => {
        asked.push(init ?? {});
        return Response.json({
          output: { message: { role: 'assistant', content: [{ text: 'Ada' }] } },
          ...{ stopReason: 'end_turn', usage: { inputTokens: 1, outputTokens: 1, totalTokens: 2 } },
        });
      },
    });
    expect(await run({ name: 'summary', definition }, test)).toEqual([]);
    const headers = new Headers(asked[0]?.headers);
    expect(headers.get('authorization')).toMatch(/^AWS4-HMAC-SHA256 Credential=ACCESSKEYOFNOBODY\/19700101/);
    expect(JSON.stringify([...headers])).not.toContain('asecretofnobodyatall');
  });

  it('is asked of the models of a draft where one is given', async () => {
    const { run, asked } = runner({ 'second.example': () => new Response('', { status: 503 }) });
    const targets = [{ provider: 'second', model: 'claude-sonnet-4-5', weight: 1, lacks: [] }];
    const draft: LlmConfiguration = {
      ...llm,
      models: { gpt: { strategy: 'priority', retries: 1, targets } },
    };
    expect(await run(definition, test, draft)).toEqual(['was answered with the status 503']);
    expect(asked.map(({ url }) => new URL(url).hostname)).toEqual(['second.example']);
  });

  it('is booked under the name of its prompt: what a price is known of, and what is not', async () => {
    const { run, ledger } = runner({
      'first.example': () => new Response('', { status: 500 }),
      'second.example': () =>
        Response.json({
          ...{ id: 'a', type: 'message', role: 'assistant', model: 'm', stop_reason: 'end_turn' },
          content: [{ type: 'text', text: 'Ada' }],
          usage: { input_tokens: 100, output_tokens: 10 },
        }),
    });
    const { second, ...others } = llm.providers;
    const priced = { ...others, ...(second && { second: { ...second, prices: 'anthropic' } }) };
    await run(definition, test, { ...llm, providers: priced });
    await run(definition, test);
    const sums = await ledger.costs({ by: 'golden-test', since: 0, until: 1, limit: 5 });
    expect(sums).toMatchObject([{ value: 'summary', requests: 2, micros: 450, input: 200, unpriced: 1 }]);
    expect((await ledger.check()).faults).toEqual([]);
  });

  it('needs a model that there is', async () => {
    const { run, asked } = runner({});
    const faults = await run({ ...definition, model: 'other' }, test);
    expect(faults).toEqual(['asks a model that is none of `llm.models`']);
    expect(asked).toEqual([]);
  });

  it('holds the answer against its output', async () => {
    const output = { type: 'object', properties: { title: { type: 'string' } }, required: ['title'] };
    const { run } = runner({ 'first.example': () => chat('{"title":"Ada"}') });
    const expected = { ...test, expect: { members: { title: 'Ada' } } };
    expect(await run({ ...definition, output }, expected)).toEqual([]);
    const other = runner({ 'first.example': () => chat('{"name":"Ada"}') });
    expect(await other.run({ ...definition, output }, expected)).toEqual([
      'is not what the prompt has as its output, required at #/title',
    ]);
  });
});
