import type { FoundPrompt, StoredPrompt } from '@signet/contracts';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { TestGateway } from '../../testing/test-gateway.ts';
import { TestProvider } from '../../testing/test-provider.ts';
import { metaKeys } from '../revisions.ts';

const resource = 'https://api.example/mcp/house';
const output = { type: 'object', properties: { title: { type: 'string' } }, required: ['title'] };

let rig: TestGateway;
let provider: TestProvider;

function stored(name: string, more: Partial<StoredPrompt['definition']> = {}): FoundPrompt {
  const definition: StoredPrompt['definition'] = {
    description: 'Sums a text up',
    messages: [{ role: 'user', text: 'Sum this up: {{text}}' }],
    variables: { text: { type: 'string', maxLength: 200 } },
    ...{ optional: [], model: 'gpt', parameters: {}, tests: [], ...more },
  };
  const version = { major: 1, minor: 0 };
  return { number: 1, stable: { name, version, at: 1, by: { kind: 'operator' }, definition } };
}

beforeAll(async () => {
  provider = await TestProvider.start();
  rig = await TestGateway.start();
  rig.findPrompt = async (name) => {
    if (name === 'title') return stored('title', { output });
    return name === 'sum' ? stored('sum') : undefined;
  };
  const both = `[https://api.example, '${resource}']`;
  rig.gateway.swap(
    rig.compile({
      llm: `
  providers: { local: { kind: openai-compatible, url: ${provider.url}/v1 } }
  models: { gpt: { targets: [{ provider: local, model: small }] } }`,
      mcp: `
  servers:
    house:
      prompts: { route: prompts, names: [sum, title@1, gone] }
      routes: [order, keep, secret, odd]
      tools:
        order: { description: Reads an order, cost: 0.01 USD }
        keep: { condition: "claims.team == 'ops'" }`,
      routes: `
  - id: house
    match: { methods: [POST], path: /mcp/house }
    auth: { issuer: house, audience: '${resource}' }
    mcp: house
  - id: prompts
    match: { methods: [POST], path: '/prompts/{name}' }
    auth: { issuer: house, audience: ${both}, scopes: [demo:read] }
    llm: { prompts: all }
  - id: order
    match: { methods: [GET], path: '/orders/{id}', hosts: [api.example] }
    auth: { issuer: house, audience: ${both}, scopes: [demo:read] }
    context: { headers: { x-caller: claims.sub } }
    limit: [{ rate: 5/s, by: claims.sub }]
    request:
      parameters: [{ in: query, name: limit, schema: { type: integer, maximum: 9 } }]
    upstream: api
  - id: keep
    match: { methods: [PUT], path: '/files/{path*}' }
    auth: { issuer: house, audience: ${both}, condition: "path.path != 'locked'" }
    upstream: api
  - id: secret
    match: { methods: [DELETE], path: '/orders/{id}/all' }
    auth: { issuer: house, audience: ${both}, scopes: [orders:delete] }
    upstream: api
  - id: odd
    match: { methods: [GET], path: '/odd/{id}' }
    auth: { issuer: house, audience: ${both} }
    upstream: api
  - id: inner
    match: { methods: [GET], path: '/odd/inner' }
    auth: { issuer: house, audience: ${both} }
    upstream: api`,
    }),
  );
});
afterEach(() => {
  provider.respond = undefined;
  rig.upstream.answer = undefined;
  rig.upstream.received.length = 0;
  rig.limiter = () => ({ admitted: true, remaining: 1 });
});
afterAll(async () => {
  await rig.close();
  await provider.close();
});

interface Asked {
  readonly method: string;
  readonly params?: Readonly<Record<string, unknown>>;
  readonly claims?: Readonly<Record<string, unknown>>;
  readonly signal?: AbortSignal;
}

interface Result {
  readonly tools: readonly { readonly name: string }[];
  readonly content: readonly { readonly type: string; readonly text: string }[];
  readonly [member: string]: unknown;
}

async function ask({ method, params = {}, claims = {}, signal }: Asked) {
  const token = await rig.token({ aud: resource, scope: 'demo:read', ...claims });
  const _meta = { [metaKeys.revision]: '2026-07-28', [metaKeys.capabilities]: {} };
  const name = 'name' in params ? { 'mcp-name': String(params['name']) } : {};
  const answered = await rig.call('/mcp/house', {
    ...{ method: 'POST', token, ...(signal === undefined ? {} : { signal }) },
    body: JSON.stringify({ jsonrpc: '2.0', id: 7, method, params: { ...params, _meta } }),
    headers: {
      ...{ 'content-type': 'application/json', 'mcp-protocol-version': '2026-07-28', 'mcp-method': method },
      ...name,
    },
  });
  const body = JSON.parse(answered.text) as { readonly id: number; readonly result?: Result };
  return { ...answered, body, result: body.result };
}

function call(name: string, args: object = {}, claims: Readonly<Record<string, unknown>> = {}) {
  return ask({ method: 'tools/call', params: { name, arguments: args }, claims });
}

async function older(method: string, params: object = {}): Promise<Result> {
  const { text } = await rig.call('/mcp/house', {
    ...{ method: 'POST', token: await rig.token({ aud: resource, scope: 'demo:read' }) },
    body: JSON.stringify({ jsonrpc: '2.0', id: 7, method, params }),
    headers: { 'content-type': 'application/json', 'mcp-protocol-version': '2025-11-25' },
  });
  return (JSON.parse(text) as { readonly result: Result }).result;
}

function says(content: string): void {
  const choices = [{ index: 0, message: { role: 'assistant', content }, finish_reason: 'stop' }];
  const usage = { prompt_tokens: 3, completion_tokens: 2, total_tokens: 5 };
  const whole = { id: 'a', object: 'chat.completion', created: 1, model: 'small', choices, usage };
  provider.respond = (response) =>
    void response.writeHead(200, { 'content-type': 'application/json' }).end(JSON.stringify(whole));
}

describe('routes and prompts that are tools', () => {
  it('are listed with what they take, to clients of both revisions', async () => {
    const { result } = await ask({ method: 'tools/list' });
    expect(result).toMatchObject({
      ...{ resultType: 'complete', cacheScope: 'private' },
      tools: [
        { name: 'sum', description: 'Sums a text up', inputSchema: { required: ['text'] } },
        { name: 'title', outputSchema: output },
        {
          ...{ name: 'order', description: 'Reads an order', annotations: { readOnlyHint: true } },
          inputSchema: {
            properties: { id: { type: 'string' }, limit: { type: 'integer' } },
            ...{ required: ['id'], additionalProperties: false },
          },
        },
        { name: 'odd', description: 'GET /odd/{id}' },
      ],
    });
    const shaken = await older('initialize', {
      ...{ protocolVersion: '2025-11-25', capabilities: {}, clientInfo: { name: 'a', version: '1' } },
    });
    expect(shaken).toMatchObject({ protocolVersion: '2025-11-25', capabilities: { tools: {} } });
    expect((await older('tools/list')).tools).toEqual(result?.tools);
    expect((await ask({ method: 'server/discover' })).result).toMatchObject({ capabilities: { tools: {} } });
  });

  it('are called: a prompt answers by its model, with what its output describes', async () => {
    says('Ada war es.');
    const { result } = await call('sum', { text: 'Ada wrote it.' });
    expect(JSON.parse(result?.content[0]?.text ?? '')).toEqual({ text: 'Ada war es.', finish: 'stop' });
    expect(JSON.stringify(provider.last.body['messages'])).toContain('Ada wrote it.');
    says('{"title":"Ada"}');
    const titled = await older('tools/call', { name: 'title', arguments: { text: 'Ada' } });
    expect(titled).toMatchObject({ structuredContent: { title: 'Ada' } });
  });

  it('are called: a route answers by its upstream, which learns who calls and gets no token', async () => {
    const { result } = await call('order', { id: 'a b', limit: 3 }, { sub: 'ada' });
    expect(result?.['isError']).toBeUndefined();
    const { url, headers } = rig.upstream.last;
    expect([url, headers['x-caller'], headers.authorization]).toEqual([
      '/orders/a%20b?limit=3',
      'ada',
      undefined,
    ]);
    const kept = await call(
      'keep',
      { path: 'a/b.txt', body: { size: 12345678901234567890n.toString() } },
      { team: 'ops' },
    );
    expect(kept.result?.content[0]?.text).toContain('/files/a/b.txt');
    expect(rig.upstream.last).toMatchObject({ method: 'PUT', body: '{"size":"12345678901234567890"}' });
  });

  it('are recorded twice: as a call of the tool, and as one of the route by the same caller', async () => {
    rig.records.length = 0;
    await call('order', { id: '7' }, { sub: 'ada' });
    const [inner, outer] = rig.records;
    expect([inner?.route, outer?.route]).toEqual(['order', 'house']);
    expect(JSON.stringify(inner)).toContain('ada');
    expect(JSON.stringify(outer)).toContain('"costMicros":10000');
  });
});

describe('nobody gains by calling a route as a tool', () => {
  it('without what the route asks for, they see no such tool, and learn which scopes to ask for', async () => {
    const { result } = await ask({ method: 'tools/list', claims: { scope: 'orders:delete' } });
    expect(result?.tools.map(({ name }) => name)).toEqual(['secret', 'odd']);
    const refused = await call('secret', { id: '7' });
    expect(refused.status).toBe(403);
    expect(refused.headers.get('www-authenticate')).toContain('scope="orders:delete"');
    expect(rig.upstream.received).toEqual([]);
  });

  it('and are held to its conditions, its limits and what its requests must be', async () => {
    const locked = await call('keep', { path: 'locked' }, { team: 'ops' });
    expect(locked.result).toMatchObject({ isError: true });
    expect(locked.result?.content[0]?.text).toContain('condition_not_met');
    const far = await call('order', { id: '7', limit: 10 });
    expect(far.result?.content[0]?.text).toContain('request_');
    rig.limiter = (key) =>
      ({ admitted: !key.startsWith('order:'), remaining: 0, retryAfterMs: 1_000 }) as never;
    const often = await call('order', { id: '7' });
    expect(often.result?.content[0]?.text).toContain('rate_limited');
    expect(rig.upstream.received).toEqual([]);
  });

  it.each([
    ['order', { id: '..' }],
    ['order', { id: '7/all' }],
    ['order', { id: '..\\..' }],
    ['order', { id: '' }],
    ['order', { id: '7', limit: { a: 1 } }],
    ['order', { id: ['7', '8'] }],
    ['order', {}],
    ['order', { id: '7', admin: true }],
    ['odd', { id: 'inner' }],
    ['odd', { id: '%2e%2e' }],
    ['keep', { path: 'a/../b' }],
    ['keep', { path: '/etc' }],
  ])('and by no argument lead elsewhere: %s with %j', async (name, args) => {
    const { result } = await call(name, args, { team: 'ops' });
    expect(result).toMatchObject({ isError: true });
    expect(rig.upstream.received).toEqual([]);
  });

  it('and by no token for another address', async () => {
    const { status } = await ask({ method: 'tools/list', claims: { aud: 'https://api.example' } });
    expect(status).toBe(401);
  });
});

describe('what a tool answers', () => {
  it('is told as what failed, where its route says so', async () => {
    rig.upstream.answer = (_, response) =>
      void response.writeHead(404, { 'content-type': 'text/plain' }).end('No such order');
    expect((await call('order', { id: '7' })).result).toEqual({
      ...{ resultType: 'complete', isError: true, content: [{ type: 'text', text: 'No such order' }] },
    });
  });

  it('is bounded, and broken off where nobody waits for it', async () => {
    rig.upstream.answer = (_, response) => {
      response.writeHead(200, { 'content-type': 'text/plain' });
      response.end('a'.repeat(9 * 1024 * 1024));
    };
    expect((await call('order', { id: '7' })).result?.content[0]?.text).toBe('Its answer is too long.');
    const leaving = new AbortController();
    const left = new Promise<void>((gone) => {
      rig.upstream.answer = (_, response) => {
        response.once('close', () => gone());
        response.writeHead(200, { 'content-type': 'text/plain' }).write('a');
        leaving.abort();
      };
    });
    const asked = ask({
      ...{ method: 'tools/call', params: { name: 'order', arguments: { id: '7' } }, signal: leaving.signal },
    });
    await expect(asked).rejects.toThrow();
    await left;
  });
});
