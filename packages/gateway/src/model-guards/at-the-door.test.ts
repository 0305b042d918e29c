import type { ServerResponse } from 'node:http';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { TestGateway } from '../testing/test-gateway.ts';
import { stream, TestProvider } from '../testing/test-provider.ts';

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
    claude: { kind: anthropic, url: ${provider.url} }
    gemini: { kind: gemini, url: ${provider.url} }
    local: { kind: openai-compatible, url: ${provider.url}/v1 }
  models:
    gpt: { retries: 0, targets: [{ provider: openai, model: gpt-4.1-nano }] }
    sonnet: { targets: [{ provider: claude, model: claude-sonnet-4-5 }] }
    flash: { targets: [{ provider: gemini, model: gemini-3-pro-preview }] }
    ranked: { targets: [{ provider: local, model: ranker }] }`,
      routes: [
        route('restored', '{ guards: { personal: { find: [email, card], act: restore } } }'),
        route('masked', '{ guards: { personal: { find: [card], act: mask } } }'),
        route('refused', `{ guards: { personal: { find: [card], unless: "claims.team == 'legal'" } } }`),
        route('short', '{ guards: { size: { longest: 60, in: question } } }'),
        route('formed', '{ guards: { form: { schema: { type: object, required: [name] } } } }'),
        route('kept', '{ cache: {} }'),
        route('shared', '{ cache: { sharedBy: claims.team } }'),
        route('both', '{ cache: { sharedBy: claims.team }, guards: { a: { find: [email], act: restore } } }'),
      ].join(''),
    }),
  );
  token = await rig.token({ team: 'sales' });
});
beforeEach(() => {
  provider.asked.length = 0;
});
afterEach(() => {
  provider.respond = undefined;
});
afterAll(async () => {
  await rig.close();
  await provider.close();
});

const card = '4111 1111 1111 1111';
const own = { 'content-type': 'application/json' };

function ask(
  id: string,
  content: string,
  more: object = {},
  by: string = token,
  headers: Readonly<Record<string, string>> = {},
) {
  const body = JSON.stringify({ model: 'gpt', messages: [{ role: 'user', content }], ...more });
  return rig.call(`/${id}/v1/chat/completions`, { method: 'POST', body, token: by, headers });
}

const choice = (message: object, reason = 'stop') => ({
  id: 'c',
  object: 'chat.completion',
  model: 'm',
  choices: [{ index: 0, message: { role: 'assistant', ...message }, finish_reason: reason }],
  usage: { prompt_tokens: 5, completion_tokens: 1, total_tokens: 6 },
});

const says =
  (content: string, reason = 'stop') =>
  (response: ServerResponse) =>
    void response.writeHead(200, own).end(JSON.stringify(choice({ content }, reason)));

const streams =
  (...pieces: readonly string[]) =>
  (response: ServerResponse) => {
    const chunk = (delta: object, reason: string | null = null) => ({
      ...{ id: 'c', object: 'chat.completion.chunk', model: 'm' },
      choices: [{ index: 0, delta, finish_reason: reason }],
    });
    const usage = { ...chunk({}), choices: [], usage: choice({}).usage };
    const chunks = [...pieces.map((content) => chunk({ content })), chunk({}, 'stop'), usage];
    stream(response, `${chunks.map((each) => `data: ${JSON.stringify(each)}\n\n`).join('')}data: [DONE]\n\n`);
  };

function textOf(events: string): string {
  return events
    .split('\n')
    .filter((line) => line.startsWith('data: {'))
    .map((line) => JSON.parse(line.slice(6)).choices?.[0]?.delta?.content ?? '')
    .join('');
}

/** All that comes of an answer, and whether its connection ended before it. */
async function heardOf({ body }: Response): Promise<{ readonly text: string; readonly cut: boolean }> {
  const pieces: Uint8Array[] = [];
  let cut = false;
  const reader = body?.getReader();
  try {
    for (let next = await reader?.read(); next?.value !== undefined; next = await reader?.read())
      pieces.push(next.value);
  } catch {
    cut = true;
  }
  return { text: Buffer.concat(pieces).toString(), cut };
}

const recorded = () => JSON.stringify(rig.records.at(-1));

describe('a guard', () => {
  it('keeps what it masks from the provider and the record, and gives it back to the caller', async () => {
    provider.respond = says('I wrote to [EMAIL-1], not to [EMAIL-2].');
    const { status, text } = await ask('restored', 'Write to a.b@c.example, card 4111111111111111');
    expect([status, JSON.parse(text).choices[0].message.content]).toEqual([
      200,
      'I wrote to a.b@c.example, not to [EMAIL-2].',
    ]);
    expect(provider.last.text).toContain('Write to [EMAIL-1], card [CARD-1]');
    expect(recorded()).toContain('"guarded":"personal 2"');
    expect(recorded()).not.toMatch(/a\.b@|4111/);
    expect(rig.explained().steps.some(({ note }) => note?.includes('personal 2'))).toBe(true);
  });

  it('gives it back in a stream as well, whoever speaks what', async () => {
    provider.respond = streams('To [EM', 'AIL-1', '] now');
    const { text } = await ask('restored', 'a.b@c.example', { stream: true });
    expect(textOf(text)).toBe('To a.b@c.example now');
    expect(text).toContain('data: [DONE]');
    expect(text).not.toContain('"usage":{');
    provider.respond = undefined;
    const translated = await ask('restored', 'a.b@c.example', { model: 'sonnet', stream: true });
    expect(textOf(translated.text).length).toBeGreaterThan(10);
    expect(translated.text).toContain('data: [DONE]');
    expect(provider.last.text).toContain('[EMAIL-1]');
  });

  it('finds what the pieces of a stream part', async () => {
    provider.respond = streams('Pay by 4111 11', '11 1111 1', '111.');
    const { text } = await ask('masked', 'Hello', { stream: true });
    expect(textOf(text)).toBe('Pay by [CARD].');
  });

  it('lets no question through that it refuses, and says neither what nor where', async () => {
    const { status, text } = await ask('refused', `Pay by ${card}`);
    expect([status, JSON.parse(text).error.code]).toEqual([403, 'model_guarded']);
    expect(text).toContain('personal');
    expect(text + recorded()).not.toContain('4111');
    expect(provider.asked).toHaveLength(0);
    expect((await ask('short', 'x'.repeat(80))).status).toBe(403);
    expect((await ask('short', 'Hello')).status).toBe(200);
  });

  it('finds it in tools, in earlier turns and in JSON within a text', async () => {
    const call = { id: 'c', type: 'function', function: { name: 'pay', arguments: `{"by":"${card}"}` } };
    const turns = [
      { role: 'assistant', tool_calls: [call] },
      { role: 'tool', tool_call_id: 'c', content: 'paid' },
    ];
    expect((await ask('refused', '', { messages: turns })).status).toBe(403);
    const tools = [{ type: 'function', function: { name: 'pay', description: card, parameters: {} } }];
    expect((await ask('refused', 'Hello', { tools })).status).toBe(403);
    expect(provider.asked).toHaveLength(0);
  });

  it('lets no answer through that it refuses', async () => {
    provider.respond = says(`Pay by ${card}`);
    const { status, text } = await ask('refused', 'Hello');
    expect([status, JSON.parse(text).error.code]).toEqual([403, 'model_guarded']);
    expect(text + recorded()).not.toContain('4111');
    expect(provider.asked).toHaveLength(1);
  });

  it('ends a stream that it refuses by an error, without what it found', async () => {
    let goOn: () => void = () => undefined;
    const chunk = (content: string) =>
      `data: ${JSON.stringify({ id: 'c', choices: [{ index: 0, delta: { content }, finish_reason: null }] })}\n\n`;
    provider.respond = (response) => {
      response.writeHead(200, { 'content-type': 'text/event-stream' });
      response.write(chunk('Pay by '));
      goOn = () => response.end(`${chunk('4111 1111 1111 ')}${chunk('1111')}data: [DONE]\n\n`);
    };
    const messages = [{ role: 'user', content: 'Hello' }];
    const answer = await fetch(`http://127.0.0.1:${rig.port}/refused/v1/chat/completions`, {
      method: 'POST',
      headers: { authorization: `Bearer ${token}` },
      body: JSON.stringify({ model: 'gpt', messages, stream: true }),
    });
    // Its first word has gone out.
    goOn();
    const { text, cut } = await heardOf(answer);
    expect([answer.status, textOf(text), cut]).toEqual([200, 'Pay by ', true]);
    expect(text).toContain('model_guarded');
    expect(text).not.toMatch(/4111|DONE/);
  });

  it('lets nothing of a stream through whose first word it refuses', async () => {
    provider.respond = streams(card, ' or else');
    const { status, text } = await ask('refused', 'Hello', { stream: true });
    expect([status, JSON.parse(text).error.code]).toEqual([403, 'model_guarded']);
    expect(text).not.toMatch(/4111|DONE/);
  });

  it('lets only answers through that are of the form of the route, in streams as well', async () => {
    provider.respond = streams('{"na', 'me":"a"}');
    expect(textOf((await ask('formed', 'Hello', { stream: true })).text)).toBe('{"name":"a"}');
    provider.respond = streams('{"age":', '1}');
    const { status, text } = await ask('formed', 'Hello', { stream: true });
    expect([status, text]).toEqual([403, expect.stringContaining('form')]);
    provider.respond = says('Hello');
    expect((await ask('formed', 'Hello')).status).toBe(403);
  });

  it('does not say in the error of a provider what it masks', async () => {
    provider.respond = (response) =>
      void response.writeHead(400, own).end(JSON.stringify({ error: { message: `no ${card}`, code: 'x' } }));
    const { status, text } = await ask('masked', 'Hello');
    expect([status, text]).toEqual([400, expect.stringContaining('no [CARD]')]);
  });

  it('spares whom it does by a claim, and nobody else', async () => {
    const legal = await rig.token({ team: 'legal' });
    expect((await ask('refused', `Pay by ${card}`, {}, legal)).status).toBe(200);
    const nobody = await rig.token();
    expect((await ask('refused', `Pay by ${card}`, {}, nobody)).status).toBe(403);
  });
});

describe('a guard of what is asked beside answers', () => {
  const post = (path: string, body: unknown) =>
    rig.call(path, { method: 'POST', body: JSON.stringify(body), token });
  const respond = (body: unknown) => {
    provider.respond = (response) => void response.writeHead(200, own).end(JSON.stringify(body));
  };

  it('keeps what it masks from the provider and the record, and gives it back', async () => {
    respond({ results: [{ index: 0, document: { text: '[EMAIL-1]' } }], usage: { total_tokens: 3 } });
    const asked = { model: 'ranked', query: 'Who?', documents: ['a.b@c.example'] };
    const { status, text } = await post('/restored/v1/rerank', asked);
    expect([status, JSON.parse(text).results[0].document.text]).toEqual([200, 'a.b@c.example']);
    expect(provider.last.text).toBe(JSON.stringify({ ...asked, model: 'ranker', documents: ['[EMAIL-1]'] }));
    expect(recorded()).toContain('"guarded":"personal 1"');
    respond({ data: [{ index: 0, embedding: 'AAAA' }], usage: { prompt_tokens: 1 } });
    await post('/restored/v1/embeddings', { model: 'gpt', input: 'a.b@c.example' });
    expect(provider.last.text).toContain('"input":"[EMAIL-1]"');
  });

  it('lets nothing through that it refuses, or that it cannot look into', async () => {
    const paid = await post('/refused/v1/embeddings', { model: 'gpt', input: ['a', card] });
    expect([paid.status, JSON.parse(paid.text).error.code]).toEqual([403, 'model_guarded']);
    const counted = await post('/refused/v1beta/models/flash:countTokens', {
      contents: [{ parts: [{ text: card }] }],
    });
    expect(counted.status).toBe(403);
    const tokens = await post('/masked/v1/embeddings', { model: 'gpt', input: [[40, 716]] });
    expect([tokens.status, tokens.text]).toEqual([400, expect.stringContaining('send the texts')]);
    const form = new FormData();
    form.set('model', 'gpt');
    form.set('file', new File(['RIFF'], 'a.wav'));
    const heard = new Response(form);
    const spoken = await rig.call('/masked/v1/audio/transcriptions', {
      ...{ method: 'POST', token, body: await heard.text() },
      headers: { 'content-type': heard.headers.get('content-type') ?? '' },
    });
    expect([spoken.status, JSON.parse(spoken.text).error.code]).toEqual([400, 'model_request_invalid']);
    expect(provider.asked).toHaveLength(0);
  });

  it('lets no answer through that it refuses, and says nothing of it in an error', async () => {
    respond({ results: [{ index: 0, document: { text: card } }] });
    const { status, text } = await post('/refused/v1/rerank', {
      model: 'ranked',
      query: 'Who?',
      documents: [],
    });
    expect([status, text]).toEqual([403, expect.not.stringContaining('4111')]);
    provider.respond = (response) =>
      void response.writeHead(400, own).end(JSON.stringify({ error: { message: `no ${card}`, code: 'x' } }));
    const failed = await post('/masked/v1/embeddings', { model: 'gpt', input: 'a' });
    expect([failed.status, failed.text]).toEqual([400, expect.stringContaining('no [CARD]')]);
  });
});

describe('a stream in another protocol', () => {
  it('has the end of its own also where that of the provider ends with the connection', async () => {
    const { text } = await ask('masked', 'Hello', { model: 'flash', stream: true });
    expect(text).toContain('"finish_reason":"stop"');
    expect(text).toContain('data: [DONE]');
  });
});

describe('an answer that is kept', () => {
  it('is given again to the same question of the same caller, and says so', async () => {
    const first = await ask('kept', 'One');
    const second = await ask('kept', 'One');
    expect(second.text).toBe(first.text);
    expect(provider.asked).toHaveLength(1);
    expect(first.headers.get('cache-status')).toBeNull();
    expect(second.headers.get('cache-status')).toBe('signet; hit');
    expect(second.headers.get('signet-model')).toBe('openai/gpt-4.1-nano');
    expect(second.headers.get('signet-cost')).toBe('0.000000 USD');
    const facts = rig.records.at(-1)?.steps.find(({ facts: found }) => found?.model !== undefined)?.facts;
    expect(facts).toMatchObject({ countedBy: 'cached', costMicros: 0, savedMicros: 147 });
    expect(rig.explained().steps.some(({ note }) => note?.includes('which saved 0.000147 USD'))).toBe(true);
  });

  it('is a stream again where it was one', async () => {
    provider.respond = streams('He', 'llo');
    const first = await ask('kept', 'Stream', { stream: true });
    const second = await ask('kept', 'Stream', { stream: true });
    expect(second.text).toBe(first.text);
    expect(second.headers.get('content-type')).toContain('text/event-stream');
    expect(provider.asked).toHaveLength(1);
    await ask('kept', 'Stream');
    expect(provider.asked).toHaveLength(2);
  });

  it('is nobody else’s', async () => {
    await ask('kept', 'Mine');
    await ask('kept', 'Mine', {}, await rig.token({ sub: 'another' }));
    await ask('kept', 'Mine', { temperature: 0 });
    expect(provider.asked).toHaveLength(3);
  });

  it('is shared by those of whom a claim says the same, and by nobody without it', async () => {
    await ask('shared', 'Ours');
    const colleague = await rig.token({ sub: 'another', team: 'sales' });
    expect((await ask('shared', 'Ours', {}, colleague)).headers.get('cache-status')).toBe('signet; hit');
    expect(provider.asked).toHaveLength(1);
    await ask('shared', 'Ours', {}, await rig.token({ sub: 'another', team: 'legal' }));
    const nobody = await rig.token();
    await ask('shared', 'Ours', {}, nobody);
    await ask('shared', 'Ours', {}, nobody);
    expect(provider.asked).toHaveLength(4);
  });

  it('never gives one what a guard has put back for another', async () => {
    provider.respond = says('To [EMAIL-1]');
    const contents: unknown[] = [];
    for (const address of ['a@x.example', 'b@x.example', 'a@x.example'])
      contents.push(JSON.parse((await ask('both', address)).text).choices[0].message.content);
    expect(contents).toEqual(['To a@x.example', 'To b@x.example', 'To a@x.example']);
    expect(provider.asked).toHaveLength(2);
  });

  it.each([
    ['a limit has cut', says('He', 'length')],
    ['a filter has stopped', says('', 'content_filter')],
    [
      'failed',
      (response: ServerResponse) => void response.writeHead(500, own).end('{"error":{"message":"no"}}'),
    ],
  ])('is none that %s', async (what, respond) => {
    provider.respond = respond;
    await ask('kept', what);
    await ask('kept', what);
    expect(provider.asked).toHaveLength(2);
  });

  it('is not one that was cut on the way', async () => {
    provider.respond = (response) => {
      response.writeHead(200, { 'content-type': 'text/event-stream' });
      const chunk = { id: 'c', choices: [{ index: 0, delta: { content: 'He' }, finish_reason: null }] };
      response.write(`data: ${JSON.stringify(chunk)}\n\n`, () => response.destroy());
    };
    for (let count = 0; count < 2; count += 1)
      await ask('kept', 'Cut', { stream: true }).catch((error: unknown) => error);
    expect(provider.asked).toHaveLength(2);
  });

  it('is asked for once by all who ask at the same time', async () => {
    let release: () => void = () => undefined;
    const free = new Promise<void>((done) => {
      release = done;
    });
    provider.respond = async (response) => {
      await free;
      says('Once')(response);
    };
    const asking = Array.from({ length: 5 }, () => ask('kept', 'Together'));
    await vi.waitFor(() => expect(provider.asked).toHaveLength(1));
    release();
    const answers = await Promise.all(asking);
    expect(new Set(answers.map(({ text }) => text)).size).toBe(1);
    expect(provider.asked.filter(({ text }) => text.includes('Together'))).toHaveLength(1);
  });

  it('is forgotten by an order, and not asked for by who wants a new one', async () => {
    await ask('kept', 'Purge');
    expect(rig.gateway.purge({ route: 'kept' })).toBeGreaterThan(0);
    await ask('kept', 'Purge');
    expect(provider.asked).toHaveLength(2);
    await ask('kept', 'Purge', {}, token, { 'cache-control': 'no-cache' });
    await ask('kept', 'Purge', {}, token, { 'cache-control': 'no-store' });
    expect(provider.asked).toHaveLength(4);
  });
});
