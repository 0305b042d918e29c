import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { TestGateway } from '../testing/test-gateway.ts';
import { TestProvider } from '../testing/test-provider.ts';

let rig: TestGateway;
let provider: TestProvider;
let token: string;

const route = (id: string, llm: string) => `
  - id: ${id}
    match: { methods: [GET, POST], path: '/${id}/{rest*}' }
    stripPrefix: /${id}
    auth: { issuer: house, audience: https://api.example, scopes: [demo:read] }
    llm: ${llm}`;

beforeAll(async () => {
  provider = await TestProvider.start();
  rig = await TestGateway.start();
  rig.gateway.swap(
    rig.compile({
      llm: `
  providers:
    openai: { kind: openai, url: ${provider.url}/v1 }
  models:
    gpt: { targets: [{ provider: openai, model: gpt-4.1-nano }] }`,
      routes: [
        route('kept', '{ keep: { bodies: 1d }, guards: { names: { terms: [nightjar], act: mask } } }'),
        route('plain', '{}'),
      ].join(''),
    }),
  );
  token = await rig.token();
});
beforeEach(() => {
  rig.keptCalls.length = 0;
});
afterEach(() => {
  provider.respond = undefined;
});
afterAll(async () => {
  await rig.close();
  await provider.close();
});

const day = 86_400_000;

function ask(id: string, content: unknown, more: object = {}) {
  const body = JSON.stringify({ model: 'gpt', messages: [{ role: 'user', content }], ...more });
  return rig.call(`/${id}/v1/chat/completions`, { method: 'POST', body, token });
}

/** It is kept once its caller has the answer. */
async function keptOne() {
  await expect.poll(() => rig.keptCalls.length).toBe(1);
  return rig.keptCalls[0];
}

function answerWith(message: object) {
  provider.respond = (response) => {
    response.setHeader('content-type', 'application/json');
    response.end(
      JSON.stringify({
        ...{ id: 'c', object: 'chat.completion', model: 'm', created: 1 },
        choices: [{ index: 0, message: { role: 'assistant', ...message }, finish_reason: 'stop' }],
        usage: { prompt_tokens: 12, completion_tokens: 3, total_tokens: 15 },
      }),
    );
  };
}

describe('a route that keeps bodies', () => {
  it('keeps what was asked and answered with personal data and secrets masked, for its time', async () => {
    answerWith({ content: 'Written to ada@example.org of project Nightjar.' });
    await ask('kept', 'Write to ada@example.org, card 4111 1111 1111 1111.', { user: 'account-71' });
    const kept = await keptOne();
    expect(kept).toMatchObject({
      ...{ route: 'kept', protocol: 'chat', asked: 'gpt', provider: 'openai', model: 'gpt-4.1-nano' },
      ...{ input: 12, output: 3 },
    });
    expect((kept?.forgetAt ?? 0) - (kept?.at ?? 0)).toBe(day);
    await expect.poll(() => rig.records.map(({ reference }) => reference)).toContain(kept?.reference);
    const told = JSON.stringify(kept);
    for (const secret of ['ada@example.org', '4111', 'ightjar', 'account-71', token])
      expect(told).not.toContain(secret);
    expect(kept?.answer.text).toContain('Written to');
  });

  it('keeps arguments of tools masked as well', async () => {
    answerWith({
      content: null,
      tool_calls: [
        { id: 'a', type: 'function', function: { name: 'mail', arguments: '{"to":"ada@example.org"}' } },
      ],
    });
    await ask('kept', 'Write.');
    expect((await keptOne())?.answer.calls).toEqual([{ name: 'mail', arguments: '{"to":"[EMAIL]"}' }]);
  });

  it('keeps nothing of a question with an image, of one that failed, and of other routes', async () => {
    answerWith({ content: 'A cat.' });
    const url = 'https://pictures.example/cat.png?signature=abc';
    await ask('kept', [{ type: 'image_url', image_url: { url } }]);
    await ask('plain', 'Hello.');
    provider.respond = (response) => {
      response.statusCode = 500;
      response.end('{}');
    };
    await ask('kept', 'Hello.');
    answerWith({ content: 'The last.' });
    await ask('kept', 'Hello.');
    expect((await keptOne())?.answer.text).toBe('The last.');
  });
});
