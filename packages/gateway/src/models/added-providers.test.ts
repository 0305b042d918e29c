import OpenAI from 'openai';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { TestGateway } from '../testing/test-gateway.ts';
import { TestProvider } from '../testing/test-provider.ts';

/** A key of nobody's, with nothing about it that looks like one. */
const providerKey = 'a-key-that-only-the-provider-may-see';
const keptKey = 'added:mine:1';

let rig: TestGateway;
let provider: TestProvider;
let token: string;

const auth = 'auth: { issuer: house, audience: https://api.example, scopes: [demo:read] }';
const routes = `
  - { id: models, match: { methods: [GET, POST], path: '/llm/{rest*}' }, stripPrefix: /llm, ${auth}, llm: { addedProviders: true } }
  - { id: named, match: { methods: [GET, POST], path: '/named/{rest*}' }, stripPrefix: /named, ${auth}, llm: {} }`;

function swap(added: Parameters<TestGateway['compile']>[0]['added'], llm?: string): void {
  rig.gateway.swap(rig.compile({ routes, ...(llm === undefined ? {} : { llm }), added: added ?? [] }));
}

const mine = () => ({ name: 'mine', kind: 'openai', url: `${provider.url}/v1`, keptKey }) as const;
const claude = () => ({ name: 'claude', kind: 'anthropic', url: provider.url, keptKey }) as const;
const google = () => ({ name: 'google', kind: 'gemini', url: provider.url, keptKey }) as const;

beforeAll(async () => {
  provider = await TestProvider.start();
  rig = await TestGateway.start();
  rig.handed.set(keptKey, [providerKey]);
  swap([mine(), google(), claude()]);
  token = await rig.token();
});
afterAll(async () => {
  await rig.close();
  await provider.close();
});

const messages = [{ role: 'user' as const, content: 'Hello' }];

async function ask(model: string, at = '/llm', credential = token) {
  const body = JSON.stringify({ model, messages });
  const answer = await rig.call(`${at}/v1/chat/completions`, { method: 'POST', body, token: credential });
  return [answer.status, answer.headers.get('signet-model')];
}

function client(): OpenAI {
  return new OpenAI({ apiKey: token, baseURL: `http://127.0.0.1:${rig.port}/llm/v1`, maxRetries: 0 });
}

it('answers the SDK of OpenAI by a provider that was added, asked by its own key', async () => {
  const answer = await client().chat.completions.create({ model: 'mine/gpt-4.1-nano', messages });
  expect(answer.choices[0]?.message.content).toContain('Galaxy Day');
  expect(provider.last.body['model']).toBe('gpt-4.1-nano');
  expect(provider.last.headers.authorization).toBe(`Bearer ${providerKey}`);
});

it('answers it word by word, by a provider that speaks another protocol', async () => {
  const answer = await client().chat.completions.create({
    ...{ model: 'claude/claude-sonnet-4-5', messages },
    stream: true,
  });
  let text = '';
  for await (const { choices } of answer) text += choices[0]?.delta.content ?? '';
  expect(text).not.toBe('');
  expect(provider.last.headers['x-api-key']).toBe(providerKey);
  expect(provider.last.body).toMatchObject({ model: 'claude-sonnet-4-5', stream: true });
});

it('asks it what has an answer that is passed on as it comes, too', async () => {
  provider.respond = (response) => {
    response.writeHead(200, { 'content-type': 'application/json' });
    response.end('{"object":"list","data":[],"model":"e","usage":{"prompt_tokens":1,"total_tokens":1}}');
  };
  await client().embeddings.create({ model: 'mine/text-embedding-3-small', input: 'Hello' });
  provider.respond = undefined;
  expect(provider.last).toMatchObject({ url: '/v1/embeddings', body: { model: 'text-embedding-3-small' } });
  expect(provider.last.headers.authorization).toBe(`Bearer ${providerKey}`);
});

it('asks it only on routes that say so, and only for who may', async () => {
  const before = provider.asked.length;
  expect((await ask('mine/gpt-4.1-nano', '/named'))[0]).toBe(404);
  expect((await ask('mine/gpt-4.1-nano', '/llm', await rig.token({ scope: 'other' })))[0]).toBe(403);
  for (const model of ['gpt-4.1-nano', 'mine/', 'mine/../files', 'toString/x', 'google/a:embedContent'])
    expect((await ask(model))[0]).toBe(404);
  expect(provider.asked.length).toBe(before);
});

it('lets the configuration have the name, and forgets who was removed', async () => {
  swap([mine()], `  providers: { mine: { kind: openai, url: ${provider.url}/v1 } }\n  models: {}`);
  expect((await ask('mine/gpt-4.1-nano'))[0]).toBe(404);
  swap([mine()]);
  expect(await ask('mine/gpt-4.1-nano')).toEqual([200, 'mine/gpt-4.1-nano']);
  swap([]);
  expect((await ask('mine/gpt-4.1-nano'))[0]).toBe(404);
});

it('asks nobody whose key is not there any more', async () => {
  swap([{ ...mine(), keptKey: 'added:mine:2' }]);
  const before = provider.asked.length;
  expect((await ask('mine/gpt-4.1-nano'))[0]).toBe(502);
  expect(provider.asked.length).toBe(before);
});
