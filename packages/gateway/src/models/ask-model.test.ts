import { generateKeyPairSync } from 'node:crypto';
import type { ServerResponse } from 'node:http';
import { eventFrame } from '@signet/ai/testing/frames';
import OpenAI, { APIError, NotFoundError } from 'openai';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { TestGateway } from '../testing/test-gateway.ts';
import { answerAt, eventsAt, stream, TestProvider } from '../testing/test-provider.ts';

/** A key of nobody's, with nothing about it that looks like one. */
const providerKey = 'a-key-that-only-the-provider-may-see';
const awsSecret = 'nobodys/secret+of+an+example/0123456789A';
const serviceAccount = JSON.stringify({
  type: 'service_account',
  client_email: 'models@models-1.iam.example',
  private_key: generateKeyPairSync('rsa', { modulusLength: 2048 })
    .privateKey.export({ type: 'pkcs8', format: 'pem' })
    .toString(),
});

let rig: TestGateway;
let provider: TestProvider;
let other: TestProvider;
let token: string;

beforeAll(async () => {
  provider = await TestProvider.start();
  other = await TestProvider.start();
  rig = await TestGateway.start();
  rig.handed.set('env:PROVIDER_KEY', [providerKey]);
  rig.handed.set('env:AWS', [`AKIDEXAMPLEAKIDEXAMPLE:${awsSecret}`]);
  rig.handed.set('env:GOOGLE', [serviceAccount]);
  rig.handed.set('env:POOL_1', ['pool-1']);
  rig.handed.set('env:POOL_2', ['pool-2']);
  rig.gateway.swap(
    rig.compile({
      llm: `
  providers:
    openai: { kind: openai, url: ${provider.url}/v1, key: 'env:PROVIDER_KEY' }
    claude: { kind: anthropic, url: ${provider.url}, key: 'env:PROVIDER_KEY', firstEvent: 2s, idle: 2s }
    gemini: { kind: gemini, url: ${provider.url}, key: 'env:PROVIDER_KEY' }
    local: { kind: openai-compatible, url: ${other.url}/v1 }
    keyless: { kind: openai, url: ${provider.url}/v1, key: 'env:NOT_THERE' }
    bedrock: { kind: bedrock, region: eu-central-1, url: ${provider.url}, key: 'env:AWS' }
    vertex: { kind: vertex, region: global, project: models-1, url: ${provider.url}, key: 'env:GOOGLE' }
    azure: { kind: azure, url: ${provider.url}, key: 'env:PROVIDER_KEY', apiVersion: '2024-10-21' }
    mistral: { kind: mistral, url: ${provider.url}/v1, key: 'env:PROVIDER_KEY' }
    sighted: { kind: openai, url: ${provider.url}/v1, key: 'env:PROVIDER_KEY' }
    refusing: { kind: anthropic, url: ${provider.url}, key: 'env:PROVIDER_KEY' }
    pooled: { kind: openai, url: ${provider.url}/v1, keys: [{ key: 'env:POOL_1' }, { key: 'env:POOL_2' }] }
    off: { kind: openai, url: ${provider.url}/v1, keys: [{ key: 'env:POOL_1', off: true }] }
  models:
    gpt: { targets: [{ provider: openai, model: gpt-4.1-nano }] }
    gpt-4.1-nano: { targets: [{ provider: openai, model: gpt-4.1-nano }] }
    sonnet: { targets: [{ provider: claude, model: claude-sonnet-4-5 }] }
    flash: { targets: [{ provider: gemini, model: gemini-3-pro-preview }] }
    spare: { targets: [{ provider: claude, model: claude-sonnet-4-5 }, { provider: local, model: small }] }
    unkeyed: { targets: [{ provider: keyless, model: gpt-4.1-nano }] }
    nova: { targets: [{ provider: bedrock, model: 'eu.anthropic.claude-sonnet-4-5-20250929-v1:0' }, { provider: local, model: small }] }
    cloud: { targets: [{ provider: vertex, model: gemini-3-pro-preview }] }
    clouded: { targets: [{ provider: vertex, model: 'claude-sonnet-4-5@20250929' }] }
    deployed: { targets: [{ provider: azure, model: mine }] }
    small: { targets: [{ provider: mistral, model: mistral-small-latest }] }
    refused: { targets: [{ provider: refusing, model: claude-sonnet-4-5 }, { provider: local, model: small }] }
    pool: { targets: [{ provider: pooled, model: gpt-4.1-nano }] }
    again: { retries: 2, targets: [{ provider: openai, model: gpt-4.1-nano }] }
    seeing: { targets: [{ provider: sighted, model: blind, lacks: [vision] }, { provider: sighted, model: gpt-4.1-nano }] }
    blind: { targets: [{ provider: sighted, model: blind, lacks: [vision] }] }
    switched: { targets: [{ provider: off, model: gpt-4.1-nano }] }
    hidden: { targets: [{ provider: openai, model: gpt-4.1-nano }] }`,
      routes: `
  - id: models
    match: { methods: [GET, POST, DELETE], path: '/llm/{rest*}' }
    stripPrefix: /llm
    auth: { issuer: house, audience: https://api.example, scopes: [demo:read] }
    llm: { models: [gpt, gpt-4.1-nano, sonnet, flash, spare, unkeyed, nova, cloud, clouded, deployed, small] }
  - id: choosing
    match: { methods: [POST], path: '/choosing/{rest*}' }
    stripPrefix: /choosing
    auth: { issuer: house, audience: https://api.example, scopes: [demo:read] }
    llm: { models: [refused, pool, again, seeing, blind, switched] }
  - id: strict
    match: { methods: [GET, POST], path: '/strict/{rest*}' }
    stripPrefix: /strict
    auth: { issuer: house, audience: https://api.example, scopes: [demo:read] }
    llm: { losses: strict }`,
    }),
  );
  token = await rig.token();
});
afterEach(() => {
  provider.respond = undefined;
  other.respond = undefined;
  provider.left = () => undefined;
});
afterAll(async () => {
  await rig.close();
  await Promise.all([provider.close(), other.close()]);
});

const hello = [{ role: 'user' as const, content: 'Hello' }];

function client(apiKey: string = token): OpenAI {
  return new OpenAI({ apiKey, baseURL: `http://127.0.0.1:${rig.port}/llm/v1`, maxRetries: 0 });
}

function ask(path: string, body: unknown, headers: Readonly<Record<string, string>> = {}) {
  const sent = typeof body === 'string' ? body : JSON.stringify(body);
  return rig.call(path, { method: 'POST', body: sent, token, headers });
}

const textOf = (events: string) =>
  events
    .split('\n')
    .filter((line) => line.startsWith('data: {'))
    .map(
      (line) =>
        (JSON.parse(line.slice(6)) as { choices?: { delta?: { content?: string } }[] }).choices?.[0]?.delta
          ?.content ?? '',
    )
    .join('');

describe('the SDK of OpenAI, by its base URL alone', () => {
  it('is answered by OpenAI, byte for byte', async () => {
    const answer = await client().chat.completions.create({ model: 'gpt', messages: hello });
    expect(answer.choices[0]?.message.content).toContain('Galaxy Day');
    expect(provider.last.url).toBe('/v1/chat/completions');
    expect(provider.last.body['model']).toBe('gpt-4.1-nano');
    const { text, headers } = await ask('/llm/v1/chat/completions', { model: 'gpt', messages: hello });
    expect(text).toBe(answerAt('/v1/chat/completions').toString());
    expect(headers.get('signet-model')).toBe('openai/gpt-4.1-nano');
    // 16 tokens in at 0.10 and 363 out at 0.40 dollars for a million.
    expect(headers.get('signet-cost')).toBe('0.000147 USD');
  });

  it('is answered by Anthropic, whole and streamed, in its own protocol', async () => {
    const whole = await client().chat.completions.create({ model: 'sonnet', messages: hello });
    expect(whole.choices[0]?.message.content).toMatch(/^Hello! I'm doing well/);
    expect(whole.usage).toMatchObject({ prompt_tokens: 12, completion_tokens: 29 });
    let text = '';
    for await (const chunk of await client().chat.completions.create({
      model: 'sonnet',
      messages: hello,
      stream: true,
    }))
      text += chunk.choices[0]?.delta.content ?? '';
    expect(text.length).toBeGreaterThan(10);
    expect(provider.last).toMatchObject({ url: '/v1/messages', body: { model: 'claude-sonnet-4-5' } });
  });

  it('is answered by Gemini', async () => {
    const answer = await client().chat.completions.create({ model: 'flash', messages: hello });
    expect(answer.choices[0]?.message.content).toContain('strawberry');
    expect(provider.last.url).toBe('/v1beta/models/gemini-3-pro-preview:generateContent');
  });

  it('is told how a stream of Gemini ended, which has no end of its own but that of its connection', async () => {
    const asked = { model: 'flash', messages: hello, stream: true, stream_options: { include_usage: true } };
    const { text } = await ask('/llm/v1/chat/completions', asked);
    expect(text).toContain('"finish_reason":"stop"');
    expect(text).toMatch(/"completion_tokens":[1-9]/);
    expect(text.trimEnd()).toMatch(/data: \[DONE\]$/);
  });

  it('lists what may be asked for, and reads a refusal as one of the provider', async () => {
    const { data } = await client().models.list();
    expect(data.map(({ id }) => id)).toEqual([
      'gpt',
      'gpt-4.1-nano',
      'sonnet',
      'flash',
      'spare',
      'unkeyed',
      'nova',
      'cloud',
      'clouded',
      'deployed',
      'small',
    ]);
    const refused = client().chat.completions.create({ model: 'hidden', messages: hello });
    await expect(refused).rejects.toBeInstanceOf(NotFoundError);
    await expect(refused).rejects.toMatchObject({ code: 'model_unknown' });
    await expect(client('no-token').models.list()).rejects.toMatchObject({ status: 401 });
  });
});

describe('Bedrock', () => {
  const frames = (events: readonly (readonly [string, unknown])[]) =>
    Buffer.concat(events.map(([name, payload]) => eventFrame(name, payload)));
  const told = [
    ['messageStart', { role: 'assistant' }],
    ['contentBlockDelta', { contentBlockIndex: 0, delta: { text: 'Hello there' } }],
    ['contentBlockStop', { contentBlockIndex: 0 }],
    ['messageStop', { stopReason: 'end_turn' }],
    [
      'metadata',
      { usage: { inputTokens: 12, outputTokens: 29, totalTokens: 41 }, metrics: { latencyMs: 1 } },
    ],
  ] as const;
  const streaming = { model: 'nova', messages: hello, stream: true };
  const respond = (bytes: Buffer) => {
    provider.respond = (response) =>
      void response.writeHead(200, { 'content-type': 'application/vnd.amazon.eventstream' }).end(bytes);
  };

  it('answers in frames, and its caller reads events with their end', async () => {
    respond(frames(told));
    const asked = { ...streaming, stream_options: { include_usage: true } };
    const { text, headers } = await ask('/llm/v1/chat/completions', asked);
    expect(textOf(text)).toBe('Hello there');
    expect(text).toContain('"finish_reason":"stop"');
    expect(text).toContain('"prompt_tokens":12');
    expect(text.endsWith('data: [DONE]\n\n')).toBe(true);
    expect(headers.get('signet-model')).toContain('bedrock/');
    expect(provider.last.url).toBe('/model/eu.anthropic.claude-sonnet-4-5-20250929-v1%3A0/converse-stream');
  });

  it('is shown a signature, and never the secret that made it', async () => {
    respond(frames(told));
    await ask('/llm/v1/chat/completions', streaming);
    const { headers } = provider.last;
    expect(headers.authorization).toMatch(
      /^AWS4-HMAC-SHA256 Credential=AKIDEXAMPLEAKIDEXAMPLE\/\d{8}\/eu-central-1\/bedrock\/aws4_request, SignedHeaders=content-type;host;x-amz-date, /,
    );
    expect(JSON.stringify(headers)).not.toContain(awsSecret);
  });

  it.each([
    ['whose checksum is wrong', (bytes: Buffer) => bytes.with(20, (bytes[20] ?? 0) ^ 1)],
    ['that begins as no frame does', () => Buffer.from('data: {"choices":[]}\n\n')],
    ['that is cut in its first frame', (bytes: Buffer) => bytes.subarray(0, 40)],
  ])('gives way to another before a word, where it sends a stream %s', async (_, broken) => {
    respond(Buffer.from(broken(frames(told))));
    const { status, headers, text } = await ask('/llm/v1/chat/completions', streaming);
    expect([status, headers.get('signet-model')]).toEqual([200, 'local/small']);
    expect(text).not.toContain('Hello there');
  });

  it('is never a clean end without the end of its last frame', async () => {
    const whole = frames(told);
    respond(whole.subarray(0, whole.length - 3));
    await expect(ask('/llm/v1/chat/completions', streaming)).rejects.toThrow();
    expect(rig.records.at(-1)).toMatchObject({ outcome: 'failed' });
  });
});

describe('Vertex', () => {
  it('is shown a token that Google gave for the account, and nothing of its key', async () => {
    rig.askServer = async () => Response.json({ access_token: 'ya29.of-nobody', expires_in: 3_600 });
    const { status } = await ask('/llm/v1/chat/completions', { model: 'cloud', messages: hello });
    expect([status, provider.last.url]).toEqual([
      200,
      '/v1/projects/models-1/locations/global/publishers/google/models/gemini-3-pro-preview:generateContent',
    ]);
    expect(provider.last.headers.authorization).toBe('Bearer ya29.of-nobody');
    expect(JSON.stringify(provider.last.headers)).not.toContain('PRIVATE KEY');
  });
});

describe('Claude on Vertex', () => {
  const place =
    '/v1/projects/models-1/locations/global/publishers/anthropic/models/claude-sonnet-4-5%4020250929';

  beforeEach(() => {
    rig.askServer = async () => Response.json({ access_token: 'ya29.of-nobody', expires_in: 3_600 });
    provider.respond = (response, { url }) => {
      if (url.endsWith(':streamRawPredict')) stream(response, eventsAt('/v1/messages'));
      else response.writeHead(200, { 'content-type': 'application/json' }).end(answerAt('/v1/messages'));
    };
  });

  it('is asked letter by letter by who speaks as it does, but for what Google has elsewhere', async () => {
    const body = `{ "model":"clouded", "max_tokens": 1e2,"messages":[{"role":"user","content":"Hello"}] }`;
    const { status, text } = await ask('/llm/v1/messages', body, { 'anthropic-beta': 'a-beta' });
    expect([status, text]).toEqual([200, answerAt('/v1/messages').toString()]);
    expect(provider.last.url).toBe(`${place}:rawPredict`);
    expect(provider.last.text).toBe(
      `{ "anthropic_version":"vertex-2023-10-16", "max_tokens": 1e2,"messages":[{"role":"user","content":"Hello"}] }`,
    );
    expect(provider.last.headers).toMatchObject({
      authorization: 'Bearer ya29.of-nobody',
      'anthropic-beta': 'a-beta',
    });
  });

  it('streams to who speaks otherwise, and names no model in its body', async () => {
    const asking = await client().chat.completions.create({
      model: 'clouded',
      messages: hello,
      stream: true,
    });
    let said = '';
    for await (const { choices } of asking) said += choices[0]?.delta.content ?? '';
    expect(said).not.toBe('');
    expect(provider.last.url).toBe(`${place}:streamRawPredict`);
    expect(provider.last.body).toMatchObject({ anthropic_version: 'vertex-2023-10-16', stream: true });
    expect(provider.last.body).not.toHaveProperty('model');
  });

  it('cannot be told another version, or another model, by its caller', async () => {
    const body = {
      model: 'clouded',
      max_tokens: 9,
      messages: hello,
      anthropic_version: 'bedrock-2023-05-31',
    };
    await ask('/llm/v1/messages', body);
    expect(provider.last.body).toMatchObject({ anthropic_version: 'vertex-2023-10-16' });
    expect(provider.last.body).not.toHaveProperty('model');
  });
});

describe('Azure', () => {
  it('is asked for a deployment, with its key where it looks for it', async () => {
    const { status } = await ask('/llm/v1/chat/completions', { model: 'deployed', messages: hello });
    expect([status, provider.last.url]).toEqual([
      200,
      '/openai/deployments/mine/chat/completions?api-version=2024-10-21',
    ]);
    expect(provider.last.headers['api-key']).toBe(providerKey);
    expect(provider.last.headers).not.toHaveProperty('authorization');
  });
});

describe('a stream that the connection alone ends', () => {
  it('ends as those of its caller do (Gemini, asked by Chat Completions)', async () => {
    const { text } = await ask('/llm/v1/chat/completions', { model: 'flash', messages: hello, stream: true });
    expect(text).toContain('"finish_reason":"stop"');
    expect(text.endsWith('data: [DONE]\n\n')).toBe(true);
  });

  it('is asked nothing that Mistral refuses, and keeps the usage that it tells unasked', async () => {
    const { text } = await ask('/llm/v1/chat/completions', { model: 'small', messages: hello, stream: true });
    expect(provider.last.body).not.toHaveProperty('stream_options');
    expect(text).toBe(eventsAt('/v1/chat/completions'));
  });
});

describe('what is asked beside answers', () => {
  const vectors = {
    object: 'list',
    data: [{ embedding: 'AAAA', index: 0 }],
    usage: { prompt_tokens: 5, total_tokens: 5 },
  };
  const respond = (body: unknown, status = 200) => {
    provider.respond = (response) =>
      void response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(body));
  };

  it('goes on to who speaks it, byte by byte, counted and priced (embeddings)', async () => {
    respond(vectors);
    const written = '{"model":"gpt", "input":"\\u00e9"}';
    const { text, headers } = await ask('/llm/v1/embeddings', written);
    expect(text).toBe(JSON.stringify(vectors));
    expect([provider.last.url, provider.last.text]).toEqual([
      '/v1/embeddings',
      written.replace('gpt', 'gpt-4.1-nano'),
    ]);
    // 5 tokens at 0.10 dollars for a million.
    expect(headers.get('signet-cost')).toBe('0.000001 USD');
    const facts = rig.records.at(-1)?.steps.find(({ facts: found }) => found?.model !== undefined)?.facts;
    expect(facts).toMatchObject({ inputTokens: 5, outputTokens: 0, countedBy: 'provider' });
  });

  it('counts tokens of Anthropic, and costs nothing', async () => {
    respond({ input_tokens: 9 });
    const { text, headers } = await ask('/llm/v1/messages/count_tokens', {
      model: 'sonnet',
      messages: hello,
    });
    expect(text).toBe('{"input_tokens":9}');
    expect(headers.has('signet-cost')).toBe(false);
    expect(provider.last).toMatchObject({
      url: '/v1/messages/count_tokens',
      body: { model: 'claude-sonnet-4-5' },
    });
  });

  it('is refused in the form of its protocol, and nobody is asked', async () => {
    const before = provider.asked.length;
    const smuggled = { requests: [{ model: 'models/hidden', content: { parts: [{ text: 'a' }] } }] };
    const gemini = await ask('/llm/v1beta/models/flash:batchEmbedContents', smuggled);
    expect([gemini.status, JSON.parse(gemini.text).error.status]).toEqual([400, 'INVALID_ARGUMENT']);
    const hidden = await ask('/llm/v1/embeddings', { model: 'hidden', input: 'a' });
    expect([hidden.status, JSON.parse(hidden.text).error.code]).toEqual([404, 'model_unknown']);
    const another = await ask('/llm/v1/messages/count_tokens', { model: 'gpt', messages: hello });
    expect([another.status, JSON.parse(another.text).type]).toEqual([400, 'error']);
    expect(provider.asked).toHaveLength(before);
  });

  it.each([
    ['an error inside a 200', { error: { message: `Bad ${providerKey}` } }, 200, 502],
    ['no answer', 'text', 200, 502],
    ['that our key is not taken', { error: { message: `Bad ${providerKey}` } }, 401, 502],
    ['that it is busy', { error: { message: 'Slow down', type: 'requests' } }, 429, 429],
  ])('tells nothing of ours where its provider says %s', async (_, body, said, told) => {
    respond(body, said);
    const { status, text } = await ask('/llm/v1/embeddings', { model: 'gpt', input: 'a' });
    expect(status).toBe(told);
    expect(text).not.toContain(providerKey);
  });
});

describe('what a provider is told', () => {
  it('is its own key, and nothing of the caller', async () => {
    await ask(
      '/llm/v1/chat/completions',
      { model: 'gpt', messages: hello },
      { 'x-api-key': token, cookie: 'a=b' },
    );
    const { headers } = provider.last;
    expect(headers.authorization).toBe(`Bearer ${providerKey}`);
    expect(JSON.stringify(headers)).not.toContain(token);
    expect(headers).not.toHaveProperty('cookie');
    expect(headers).not.toHaveProperty('x-api-key');
    await ask('/llm/v1/chat/completions', { model: 'sonnet', messages: hello });
    expect(provider.last.headers['x-api-key']).toBe(providerKey);
    expect(provider.last.headers).not.toHaveProperty('authorization');
  });

  it('is what the caller wrote, letter by letter, where both speak the same', async () => {
    const written =
      '{"model":"gpt-4.1-nano", "messages":[{"role":"user","content":"\\u00e9"}],"temperature":1.0,"x":1e400}';
    await ask('/llm/v1/chat/completions', written);
    expect(provider.last.text).toBe(written);
    await ask('/llm/v1/chat/completions', written.replace('gpt-4.1-nano', 'gpt'));
    expect(provider.last.text).toBe(written);
  });
});

describe('usage', () => {
  const own = { 'content-type': 'text/event-stream' };
  const last =
    '{"id":"c","object":"chat.completion.chunk","choices":[],"usage":{"prompt_tokens":5,"completion_tokens":1,"total_tokens":6}}';
  const chunk = (delta: object, more: object = {}) =>
    JSON.stringify({
      id: 'c',
      object: 'chat.completion.chunk',
      model: 'm',
      choices: [{ index: 0, delta, finish_reason: null, ...more }],
      usage: null,
    });
  const wire = [chunk({ content: 'Hi' }), chunk({}, { finish_reason: 'stop' }), last, '[DONE]']
    .map((data) => `data: ${data}\n\n`)
    .join('');

  it('of a stream is asked for, hidden from who did not ask, and recorded', async () => {
    provider.respond = (response) => void response.writeHead(200, own).end(wire);
    const quiet = await ask('/llm/v1/chat/completions', { model: 'gpt', messages: hello, stream: true });
    expect(provider.last.body['stream_options']).toEqual({ include_usage: true });
    expect(quiet.text).not.toContain('usage');
    expect(quiet.text).toContain('data: [DONE]');
    const facts = rig.records.at(-1)?.steps.find(({ facts: found }) => found?.model !== undefined)?.facts;
    expect(facts).toMatchObject({ inputTokens: 5, outputTokens: 1, countedBy: 'provider', currency: 'USD' });
    const asked = { model: 'gpt', messages: hello, stream: true, stream_options: { include_usage: true } };
    expect((await ask('/llm/v1/chat/completions', asked)).text).toBe(wire);
  });

  it('is explained, with what was lost', async () => {
    const asked = { model: 'sonnet', messages: hello, seed: 7, max_tokens: 5 };
    const { headers } = await ask('/llm/v1/chat/completions', asked);
    expect(headers.get('signet-losses')).toContain('seed dropped');
    const step = rig.explained().steps.find(({ note }) => note?.includes('claude'));
    expect(step?.note).toContain(
      'sonnet: claude-sonnet-4-5 of claude (chat → anthropic). 12 tokens in, 29 out; that costs 0.000471 USD',
    );
    expect(step?.note).toContain('seed dropped');
  });
});

describe('a request that cannot be asked', () => {
  it.each([
    ['no JSON', '{"model":'],
    ['two models', '{"model":"gpt","messages":[{"role":"user","content":"a"}],"model":"gpt"}'],
    [
      'two models in other letters',
      '{"model":"gpt","messages":[{"role":"user","content":"a"}],"Model":"hidden"}',
    ],
    [
      'a model in the body beside that of the address',
      '{"model":"hidden","contents":[{"parts":[{"text":"a"}]}]}',
      '/llm/v1beta/models/flash:generateContent',
    ],
    [
      'a member twice, deep inside',
      '{"model":"gpt","messages":[{"role":"user","content":"a","content":"b"}]}',
    ],
    ['too deep', `{"model":"gpt","messages":${'['.repeat(200)}${']'.repeat(200)}}`],
    ['no object', '[]'],
    ['no model', '{"messages":[{"role":"user","content":"a"}]}'],
    [
      'what a provider keeps',
      '{"model":"gpt","input":"a","previous_response_id":"resp_of_somebody"}',
      '/llm/v1/responses',
    ],
  ])(
    'for %s is refused as the protocol says it, and nobody is asked',
    async (_, body, path = '/llm/v1/chat/completions') => {
      const before = provider.asked.length;
      const { status, text } = await ask(path, body);
      expect(status).toBe(400);
      expect(text).toContain('model_request_invalid');
      expect(provider.asked).toHaveLength(before);
    },
  );

  it.each([
    '/llm/v1/files',
    '/llm/v1/audio/speech',
    '/llm/v1/batches',
    '/llm/v1/chat/completions/x',
    '/llm/v1beta/models/flash:other',
  ])('at %s is not passed on', async (path) => {
    const before = provider.asked.length;
    expect((await ask(path, { model: 'gpt', messages: hello })).status).toBe(404);
    expect(provider.asked).toHaveLength(before);
  });

  it('as it is too large is refused before its route is known, and nobody is asked', async () => {
    const before = provider.asked.length;
    const large = { model: 'gpt', messages: [{ role: 'user', content: 'a'.repeat(10 * 1024 * 1024) }] };
    const { status, text } = await ask('/llm/v1/chat/completions', large);
    expect(status).toBe(413);
    expect(JSON.parse(text)).toMatchObject({ code: 'body_too_large', values: { most: 10 * 1024 * 1024 } });
    expect(provider.asked).toHaveLength(before);
  });

  it('in full is refused where the route is strict', async () => {
    const asked = { model: 'sonnet', messages: hello, seed: 7, max_tokens: 5 };
    const { status, text } = await ask('/strict/v1/chat/completions', asked);
    expect([status, text]).toEqual([400, expect.stringContaining('seed dropped')]);
    const sound = { model: 'sonnet', messages: hello };
    expect((await ask('/strict/v1/chat/completions', sound)).status).toBe(200);
  });
});

describe('credentials', () => {
  it.each(['x-api-key', 'x-goog-api-key', 'api-key'])('may be in %s', async (name) => {
    const body = JSON.stringify({ model: 'gpt', messages: hello });
    const call = { method: 'POST', body, headers: { [name]: token } };
    expect((await rig.call('/llm/v1/chat/completions', call)).status).toBe(200);
  });

  it('that differ are refused', async () => {
    const another = await rig.token({ sub: 'another' });
    const body = { model: 'gpt', messages: hello };
    const { status, text } = await ask('/llm/v1/chat/completions', body, { 'x-api-key': another });
    expect([status, JSON.parse(text).error.code]).toEqual([400, 'token_ambiguous']);
  });

  it('in the address are refused', async () => {
    const body = { contents: [{ parts: [{ text: 'a' }] }] };
    const { status, text } = await ask(`/llm/v1beta/models/flash:generateContent?key=${token}`, body);
    expect([status, text]).toEqual([400, expect.stringContaining('token_in_query')]);
  });

  it('that are refused are so in the protocol of the address', async () => {
    const anthropic = await rig.call('/llm/v1/messages', { method: 'POST', body: '{}' });
    expect(JSON.parse(anthropic.text)).toMatchObject({
      type: 'error',
      error: { type: 'authentication_error' },
    });
    const gemini = await rig.call('/llm/v1beta/models/flash:generateContent', { method: 'POST', body: '{}' });
    expect(JSON.parse(gemini.text)).toMatchObject({ error: { code: 401, status: 'UNAUTHENTICATED' } });
  });
});

describe('a provider that fails', () => {
  const streamed = { model: 'sonnet', messages: hello, stream: true };

  it.each([5, 60, 700, 900, 1200])('by a cut after %d bytes is never a clean end', async (bytes) => {
    provider.respond = (response) => {
      response.writeHead(200, { 'content-type': 'text/event-stream' });
      response.write(eventsAt('/v1/messages').slice(0, bytes), () => response.destroy());
    };
    const reading = async () => {
      let text = '';
      for await (const chunk of await client().chat.completions.create({ ...streamed, stream: true }))
        text += chunk.choices[0]?.delta.content ?? '';
      return text;
    };
    await expect(reading()).rejects.toBeInstanceOf(APIError);
    expect(rig.records.at(-1)).toMatchObject({ outcome: 'failed' });
  });

  it('in the middle of a stream of the same protocol ends in an error and no connection', async () => {
    const whole = eventsAt('/v1/messages');
    provider.respond = (response) => {
      response.writeHead(200, { 'content-type': 'text/event-stream' });
      response.write(whole.slice(0, whole.indexOf('text_delta') + 120), () => response.destroy());
    };
    const body = JSON.stringify({ model: 'sonnet', max_tokens: 9, messages: hello, stream: true });
    const head = `POST /llm/v1/messages HTTP/1.1\r\nHost: a\r\nAuthorization: Bearer ${token}\r\nContent-Length: ${body.length}\r\n\r\n`;
    const { body: sent } = await rig.raw(head + body);
    expect(sent).toContain('event: error');
    expect(sent).not.toContain('message_stop');
    expect(sent.endsWith('0\r\n\r\n')).toBe(false);
  });

  it.each([
    [
      'by its status',
      (response: ServerResponse) =>
        void response
          .writeHead(529, { 'content-type': 'application/json' })
          .end('{"type":"error","error":{"type":"overloaded_error","message":"Overloaded"}}'),
    ],
    [
      'by an error inside a 200',
      (response: ServerResponse) =>
        stream(
          response,
          'event: error\ndata: {"type":"error","error":{"type":"overloaded_error","message":"Overloaded"}}\n\n',
        ),
    ],
    [
      'by a page',
      (response: ServerResponse) =>
        void response.writeHead(200, { 'content-type': 'text/html' }).end('<html>'),
    ],
    ['by silence', () => undefined],
    ['by a connection that ends', (response: ServerResponse) => void response.destroy()],
  ])('%s leaves the question to another, as long as no word has gone out', async (_, respond) => {
    provider.respond = respond;
    const { status, text, headers } = await ask('/llm/v1/chat/completions', { ...streamed, model: 'spare' });
    expect([status, headers.get('signet-model')]).toEqual([200, 'local/small']);
    expect(textOf(text)).toContain('Hello');
    expect(text.endsWith('data: [DONE]\n\n')).toBe(true);
  });

  it('after its first word leaves the question to nobody', async () => {
    provider.respond = (response) => {
      response.writeHead(200, { 'content-type': 'text/event-stream' });
      response.write(eventsAt('/v1/messages').slice(0, 1_000), () => response.destroy());
    };
    const before = other.asked.length;
    const reading = ask('/llm/v1/chat/completions', { ...streamed, model: 'spare' });
    await expect(reading).rejects.toThrow();
    expect(other.asked).toHaveLength(before);
  });

  it('says its own error in the protocol of the caller, and that nobody else is left to ask', async () => {
    provider.respond = (response) =>
      void response
        .writeHead(429, { 'content-type': 'application/json', 'retry-after': '7' })
        .end(
          '{"type":"error","error":{"type":"rate_limit_error","message":"Slow down, key sk-abcdef123456 of 10.1.2.3"}}',
        );
    const { status, text, headers } = await ask('/llm/v1/chat/completions', {
      model: 'sonnet',
      messages: hello,
    });
    expect([status, headers.get('retry-after'), headers.get('x-should-retry')]).toEqual([429, '7', 'false']);
    expect(JSON.parse(text)).toMatchObject({ error: { type: 'rate_limit_error' } });
    expect(text).not.toMatch(/sk-abc|10\.1\.2\.3/);
  });

  it('to know its key is told to nobody', async () => {
    provider.respond = (response) =>
      void response.writeHead(401).end(`{"error":{"message":"Bad ${providerKey}"}}`);
    const refused = await ask('/llm/v1/chat/completions', { model: 'gpt', messages: hello });
    expect([refused.status, JSON.parse(refused.text).error.code]).toEqual([502, 'model_unavailable']);
    expect(refused.text).not.toContain(providerKey);
    const unkeyed = await ask('/llm/v1/chat/completions', { model: 'unkeyed', messages: hello });
    expect([unkeyed.status, JSON.parse(unkeyed.text).error.code]).toEqual([502, 'model_unavailable']);
    expect(JSON.stringify(rig.records)).not.toContain(providerKey);
  });
});

describe('choosing whom to ask', () => {
  const path = '/choosing/v1/chat/completions';
  const askFor = (model: string, more: object = {}) => ask(path, { model, messages: hello, ...more });
  const factsOf = () =>
    rig.records.at(-1)?.steps.find(({ facts: found }) => found?.model !== undefined)?.facts;
  const image = { type: 'image_url', image_url: { url: 'https://images.example/a.png' } };
  const seen = [{ role: 'user', content: [image] }];

  it('asks another provider where a key is not taken, and leaves that key alone then', async () => {
    provider.respond = (response) => void response.writeHead(401).end('{}');
    const first = await askFor('refused');
    expect([first.status, first.headers.get('signet-model')]).toEqual([200, 'local/small']);
    expect(factsOf()).toMatchObject({ passedOver: 'refusing/claude-sonnet-4-5 does not take the key' });
    const before = provider.asked.length;
    expect((await askFor('refused')).status).toBe(200);
    expect(provider.asked).toHaveLength(before);
    expect(factsOf()).toMatchObject({
      passedOver: 'refusing/claude-sonnet-4-5 is not asked by key 1: the provider does not take it',
    });
  });

  it('asks by the next key where one was used too often, and stays with one otherwise', async () => {
    await askFor('pool');
    const usual = provider.last.headers.authorization;
    await askFor('pool');
    expect(provider.last.headers.authorization).toBe(usual);
    provider.respond = (response, { headers }) => {
      if (headers.authorization === usual) response.writeHead(429, { 'retry-after': '60' }).end('{}');
      else
        response.writeHead(200, { 'content-type': 'application/json' }).end(answerAt('/v1/chat/completions'));
    };
    const before = provider.asked.length;
    expect((await askFor('pool')).status).toBe(200);
    expect(provider.asked).toHaveLength(before + 2);
    expect((await askFor('pool')).status).toBe(200);
    expect(provider.asked).toHaveLength(before + 3);
    expect(provider.last.headers.authorization).not.toBe(usual);
    expect(JSON.stringify(rig.records)).not.toContain('pool-1');
  });

  it('asks the same once more after a fault of its server, and then says what it said', async () => {
    provider.respond = (response) => void response.writeHead(500).end('{}');
    const before = provider.asked.length;
    const { status, headers } = await askFor('again');
    expect([status, headers.get('x-should-retry')]).toEqual([500, 'false']);
    expect(provider.asked).toHaveLength(before + 3);
    expect(rig.records.at(-1)?.steps.filter(({ facts }) => facts?.attempt !== undefined)).toHaveLength(3);
  });

  it('never asks twice what is wrong for everybody', async () => {
    provider.respond = (response) => void response.writeHead(400).end('{"error":{"message":"no"}}');
    const before = provider.asked.length;
    expect((await askFor('again')).status).toBe(400);
    expect(provider.asked).toHaveLength(before + 1);
  });

  it('passes over who lacks what is needed, and says so where nobody is left', async () => {
    expect((await askFor('seeing', { messages: seen })).headers.get('signet-model')).toBe(
      'sighted/gpt-4.1-nano',
    );
    expect(factsOf()).toMatchObject({ passedOver: 'sighted/blind has no vision' });
    expect((await askFor('seeing')).headers.get('signet-model')).toBe('sighted/blind');
    const { status, text } = await askFor('blind', { messages: seen });
    expect([status, JSON.parse(text).error.code]).toEqual([400, 'model_request_invalid']);
    expect(text).toContain('vision');
  });

  it('asks by no key that is switched off', async () => {
    const before = provider.asked.length;
    const { status, text } = await askFor('switched');
    expect([status, JSON.parse(text).error.code]).toEqual([502, 'model_unavailable']);
    expect(provider.asked).toHaveLength(before);
  });
});

describe('an answer that its provider keeps', () => {
  const own = 'resp_of_the_provider';
  const keeping = { model: 'gpt', input: 'Hello', store: true };

  beforeEach(() => {
    provider.respond = (response, { method, url, body }) => {
      const kept = { ...JSON.parse(answerAt('/v1/responses').toString()), id: own };
      const previous_response_id = body['previous_response_id'] ?? null;
      if (body['stream'] === true) {
        const told = eventsAt('/v1/responses').replaceAll(/"id":"resp_[^"]+"/g, `"id":"${own}"`);
        stream(response, told);
        return;
      }
      response.writeHead(200, { 'content-type': 'application/json' });
      if (url.includes('/input_items'))
        response.end(JSON.stringify({ object: 'list', data: [{ id: 'msg_1', type: 'message' }], url }));
      else if (method === 'DELETE')
        response.end(JSON.stringify({ id: own, object: 'response', deleted: true }));
      else response.end(JSON.stringify({ ...kept, previous_response_id }));
    };
  });

  it('is given again, listed, cancelled and removed where it is kept, by the client of OpenAI', async () => {
    const { id, output_text } = await client().responses.create(keeping);
    expect(id).toMatch(/^resp_signet-[\w-]+$/);
    const asked = () => `${provider.last.method} ${provider.last.url}`;
    expect(await client().responses.retrieve(id)).toMatchObject({ id, output_text });
    expect(asked()).toBe(`GET /v1/responses/${own}`);
    expect(provider.last.headers.authorization).toBe(`Bearer ${providerKey}`);
    const { data } = await client().responses.inputItems.list(id, { order: 'asc' });
    expect(data).toMatchObject([{ id: 'msg_1' }]);
    expect(asked()).toBe(`GET /v1/responses/${own}/input_items?order=asc`);
    expect((await client().responses.cancel(id)).id).toBe(id);
    expect(asked()).toBe(`POST /v1/responses/${own}/cancel`);
    await client().responses.delete(id);
    expect(asked()).toBe(`DELETE /v1/responses/${own}`);
    expect(rig.records.at(-1)?.route).toBe('models');
  });

  it('is gone on from, and each id is that of the caller', async () => {
    const first = await client().responses.create(keeping);
    const second = await client().responses.create({ ...keeping, previous_response_id: first.id });
    expect(provider.last.body['previous_response_id']).toBe(own);
    expect(second.previous_response_id).toBe(first.id);
    expect(JSON.stringify(second)).not.toContain(own);
  });

  it('has one id in all events of its stream', async () => {
    const ids: string[] = [];
    let all = '';
    for await (const event of await client().responses.create({ ...keeping, stream: true })) {
      all += JSON.stringify(event);
      if ('response' in event) ids.push(event.response.id);
    }
    expect(new Set(ids).size).toBe(1);
    expect(ids.length).toBeGreaterThan(1);
    expect(all).not.toContain(own);
    expect((await client().responses.retrieve(ids[0] ?? '')).id).toBe(ids[0]);
  });

  it('goes on byte by byte, with the id of its provider, where nobody wants to come back', async () => {
    const { text } = await ask('/llm/v1/responses', { model: 'gpt', input: 'Hello' });
    expect(JSON.parse(text).id).toBe(own);
  });

  it.each([
    ['of somebody else', async () => client(await rig.token({ sub: 'eve' }))],
    ['of another app', async () => client(await rig.token({ client_id: 'other' }))],
    [
      'on another route',
      async () =>
        new OpenAI({ apiKey: token, baseURL: `http://127.0.0.1:${rig.port}/strict/v1`, maxRetries: 0 }),
    ],
  ])('is none %s, and nobody is asked', async (_, open) => {
    const { id } = await client().responses.create(keeping);
    const before = provider.asked.length;
    const others = await open();
    await expect(others.responses.retrieve(id)).rejects.toMatchObject({
      status: 404,
      code: 'model_answer_unknown',
    });
    await expect(others.responses.create({ ...keeping, previous_response_id: id })).rejects.toMatchObject({
      status: 400,
      code: 'model_request_invalid',
    });
    expect(provider.asked).toHaveLength(before);
  });

  it.each([
    ['by the id of its provider', (_id: string) => own],
    ['by a changed one', (id: string) => `${id.slice(0, -2)}${id.endsWith('AA') ? 'BB' : 'AA'}`],
    ['by a made one', (_id: string) => `resp_signet-${'A'.repeat(90)}`],
  ])('is none %s', async (_, changed) => {
    const { id } = await client().responses.create(keeping);
    const before = provider.asked.length;
    await expect(client().responses.retrieve(changed(id))).rejects.toThrow(NotFoundError);
    await expect(client().responses.delete(changed(id))).rejects.toThrow(NotFoundError);
    expect(provider.asked).toHaveLength(before);
  });

  it('is not gone on from by who does not keep it', async () => {
    const { id } = await client().responses.create(keeping);
    const asking = client().responses.create({ ...keeping, model: 'sonnet', previous_response_id: id });
    await expect(asking).rejects.toMatchObject({ status: 400, code: 'model_request_invalid' });
  });

  it('is asked for nothing but what is counted', async () => {
    const { id } = await client().responses.create(keeping);
    const before = provider.asked.length;
    for (const query of ['?stream=true', '?api-version=1', '?starting_after=1'])
      expect((await rig.call(`/llm/v1/responses/${id}${query}`, { token })).status).toBe(400);
    expect((await rig.call(`/llm/v1/responses/${id}/output`, { token })).status).toBe(404);
    expect(provider.asked).toHaveLength(before);
  });
});

describe('a caller that leaves', () => {
  it('is followed by the provider at once', async () => {
    const left = new Promise<void>((gone) => {
      provider.left = gone;
    });
    provider.respond = (response) => {
      response.writeHead(200, { 'content-type': 'text/event-stream' });
      response.write(eventsAt('/v1/chat/completions').slice(0, 1000));
    };
    const abort = new AbortController();
    const asking = await client().chat.completions.create(
      { model: 'gpt', messages: hello, stream: true },
      { signal: abort.signal },
    );
    for await (const _ of asking) abort.abort();
    // This provider is patient: nothing else ends its connection.
    await left;
    await expect.poll(() => rig.records.at(-1)?.refusal?.code).toBe('client_closed');
  });
});
