import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { longestLine } from './recording/access-line.ts';
import { TestGateway } from './testing/test-gateway.ts';
import { TestProvider } from './testing/test-provider.ts';

const routes = `
  - id: demo
    match: { methods: [GET, POST], path: '/demo/{rest*}' }
    auth: { issuer: house, audience: https://api.example, scopes: [demo:read], credentials: [bearer, { dangerouslyFromQuery: t }] }
    upstream: api
  - { id: open, match: { methods: [GET], path: '/open/{rest*}' }, public: true, upstream: api }`;
const everything = `  accessLog: { to: /var/log/access.jsonl, queryValues: true }
  tracing: { endpoint: 'http://127.0.0.1:4318', sample: 100% }`;

describe('what is told of requests', () => {
  let rig: TestGateway;
  beforeAll(async () => {
    rig = await TestGateway.start({ gateway: everything, routes });
  });
  afterEach(() => {
    rig.lines.length = 0;
    rig.spans.length = 0;
  });
  afterAll(() => rig.close());
  const line = () => JSON.parse(rig.lines.at(-1)?.line ?? '{}') as Record<string, unknown>;

  it('is a line each, by the names of OpenTelemetry', async () => {
    const token = await rig.token();
    await rig.call('/demo/a?page=2', { token, headers: { 'user-agent': 'curl/8' } });
    expect(rig.lines.map(({ to }) => to)).toEqual(['/var/log/access.jsonl']);
    expect(line()).toMatchObject({
      timestamp: '2025-06-15T15:06:40.000Z',
      'http.request.method': 'GET',
      'url.path': '/demo/a',
      'url.query': 'page=2',
      'http.route': '/demo/{rest*}',
      'signet.route': 'demo',
      'signet.outcome': 'forwarded',
      'http.response.status_code': 200,
      'client.address': '127.0.0.1',
      'user_agent.original': 'curl/8',
      'user.id': expect.any(String),
      'signet.upstream': 'api',
      trace_id: expect.stringMatching(/^[0-9a-f]{32}$/),
    });
  });

  it('says of a refusal its code, and of one without a head too', async () => {
    await rig.call('/demo/a');
    expect(line()).toMatchObject({ 'signet.outcome': 'refused', 'error.type': 'token_missing' });
    await rig.raw('GET / HTTP/1.1\r\nHost : x\r\n\r\n');
    expect(line()).toMatchObject({ 'signet.outcome': 'refused', 'http.response.status_code': 400 });
    expect(rig.lines).toHaveLength(2);
  });

  it('shows no token and no secret, wherever a client writes it', async () => {
    const token = await rig.token();
    const signature = token.split('.').at(-1) ?? '';
    const agent = { 'user-agent': `agent ${token}`, 'x-request': token };
    await rig.call(`/demo/a?t=${token}`);
    await rig.call(`/open/${token}?${token}&x=${token}&opaque-secret&api_key=opaque-secret`, {
      headers: agent,
    });
    await rig.call(`/demo/a?t=opaque-secret&%74=opaque-secret&state=opaque-secret`);
    await rig.call(`/nowhere/${token}?code=opaque-secret`, { headers: agent });
    const told = JSON.stringify([rig.lines, rig.spans]);
    expect(rig.lines).toHaveLength(4);
    expect([told.includes(signature), told.includes('opaque-secret')]).toEqual([false, false]);
  });

  it('is a line that a pipe takes whole, however much its client writes', async () => {
    await rig.call(`/open/${'"'.repeat(2000)}?a=${'\\'.repeat(4000)}`, {
      headers: { 'user-agent': '"'.repeat(9000) },
    });
    await rig.raw(
      `GET /open/${'\\'.repeat(3000)}?q=${'"'.repeat(1000)} HTTP/1.1\r\nHost: x\r\nUser-Agent: ${'\u00e9"'.repeat(1000)}\r\nConnection: close\r\n\r\n`,
    );
    expect(rig.lines).toHaveLength(2);
    for (const { line: each } of rig.lines) expect(Buffer.byteLength(each)).toBeLessThanOrEqual(longestLine);
  });

  it('is a span of the request with its steps, and one of what the upstream took', async () => {
    const parent = '00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-00';
    await rig.call('/demo/a', {
      token: await rig.token(),
      headers: { traceparent: parent, tracestate: 'a=1, b=2' },
    });
    const [request, sent] = rig.spans;
    expect(request).toMatchObject({
      kind: 'server',
      name: 'GET /demo/{rest*}',
      traceId: '0af7651916cd43dd8448eb211c80319c',
      parentId: 'b7ad6b7169203331',
      state: 'a=1,b=2',
      failed: false,
      attributes: { 'http.response.status_code': 200, 'signet.outcome': 'forwarded' },
    });
    expect(request?.events.map(({ name }) => name)).toEqual(
      expect.arrayContaining(['match-route', 'verify-token', 'check-revocation', 'forward']),
    );
    expect(sent).toMatchObject({ kind: 'client', parentId: request?.spanId });
    expect(rig.upstream.last.headers).toMatchObject({
      traceparent: `00-0af7651916cd43dd8448eb211c80319c-${sent?.spanId}-01`,
      tracestate: 'a=1,b=2',
    });
  });

  it.each([
    ['of zeros', { traceparent: `00-${'0'.repeat(32)}-b7ad6b7169203331-01` }],
    ['in capitals', { traceparent: '00-0AF7651916CD43DD8448EB211C80319C-b7ad6b7169203331-01' }],
    ['of version ff', { traceparent: 'ff-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01' }],
    [
      'too long for its version',
      { traceparent: '00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01-x' },
    ],
    [
      'said twice',
      {
        traceparent:
          '00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01, 00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01',
      },
    ],
  ])('begins a trace of its own where the one named is %s', async (_, headers) => {
    await rig.call('/open/a', { headers: { ...headers, tracestate: 'a=1' } });
    expect(rig.spans[0]).toMatchObject({ parentId: undefined, state: '' });
    const { traceparent, tracestate } = rig.upstream.last.headers;
    expect(traceparent).not.toContain('0af7651916cd43dd8448eb211c80319c');
    expect(tracestate).toBeUndefined();
  });

  it.each([
    'a=1,a=2',
    'A=1',
    `a=${'x'.repeat(600)}`,
    Array.from({ length: 33 }, (_, nth) => `k${nth}=1`).join(','),
  ])('keeps the trace and drops a state that is crooked: %s', async (tracestate) => {
    const traceparent = '00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01';
    await rig.call('/open/a', { headers: { traceparent, tracestate } });
    expect(rig.spans[0]).toMatchObject({ parentId: 'b7ad6b7169203331', state: '' });
    expect(rig.upstream.last.headers['tracestate']).toBeUndefined();
  });

  it('measures by route how long requests took', async () => {
    await rig.call('/open/a');
    expect(rig.gateway.readings().whole['open']?.counts.some((count) => count > 0)).toBe(true);
  });
});

describe('the span of a question to a model', () => {
  it('is named by the conventions for generative AI, and has nothing of what was asked or answered', async () => {
    const provider = await TestProvider.start();
    const rig = await TestGateway.start({
      gateway: everything,
      llm: `
  providers: { mine: { kind: openai, url: '${provider.url}/v1' } }
  models: { gpt: { targets: [{ provider: mine, model: gpt-4.1-nano }] } }`,
      routes: `
  - id: models
    match: { methods: [POST], path: '/{rest*}' }
    auth: { issuer: house, audience: https://api.example }
    llm: {}`,
    });
    const body = JSON.stringify({ model: 'gpt', messages: [{ role: 'user', content: 'hush-hush' }] });
    const token = await rig.token();
    const { status, text } = await rig.call('/v1/chat/completions', { method: 'POST', body, token });
    const { choices, usage } = JSON.parse(text);
    const [, sent] = rig.spans;
    const told = JSON.stringify(rig.spans);
    await rig.close();
    await provider.close();
    expect([status, sent?.kind, sent?.name]).toEqual([200, 'client', 'chat gpt-4.1-nano']);
    expect(sent?.attributes).toMatchObject({
      'gen_ai.operation.name': 'chat',
      'gen_ai.provider.name': 'openai',
      'gen_ai.request.model': 'gpt-4.1-nano',
      'gen_ai.usage.input_tokens': usage.prompt_tokens,
      'gen_ai.usage.output_tokens': usage.completion_tokens,
      'http.response.status_code': 200,
    });
    expect(told).not.toContain('hush-hush');
    expect(told).not.toContain(choices[0].message.content);
  });
});

const sampledParent = '00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01';

describe('spans', () => {
  it('are not made because a stranger says so, but because a trusted proxy does', async () => {
    const gateway = "  tracing: { endpoint: 'http://127.0.0.1:4318', sample: 1% }";
    for (const [trustedProxies, least, most] of [
      [[], 0, 20],
      [['127.0.0.1'], 60, 60],
    ] as const) {
      const rig = await TestGateway.start({ gateway, routes, trustedProxies });
      for (let nth = 0; nth < 30; nth += 1)
        await rig.call('/open/a', { headers: { traceparent: sampledParent } });
      const { length } = rig.spans;
      await rig.close();
      expect(length).toBeGreaterThanOrEqual(least);
      expect(length).toBeLessThanOrEqual(most);
    }
  });

  it('and lines are not made where nobody asked for them, and what the client says of a trace passes', async () => {
    const rig = await TestGateway.start({ routes });
    await rig.call('/open/a', { headers: { traceparent: 'anything' } });
    const told = [rig.lines.length, rig.spans.length, rig.upstream.last.headers['traceparent']];
    await rig.close();
    expect(told).toEqual([0, 0, 'anything']);
  });
});
