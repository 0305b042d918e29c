import type { ServerResponse } from 'node:http';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { TestGateway } from '../testing/test-gateway.ts';
import { answer, events, TestToolServer } from '../testing/test-tool-server.ts';
import { metaKeys } from './revisions.ts';

const resource = 'https://api.example/mcp';

let rig: TestGateway;
let stateless: TestToolServer;
let inSessions: TestToolServer;

beforeAll(async () => {
  stateless = await TestToolServer.start('stateless');
  inSessions = await TestToolServer.start('sessions');
  rig = await TestGateway.start();
  const route = (name: string) => `
  - id: ${name}
    match: { methods: [POST, GET, DELETE], path: /mcp/${name} }
    auth: { issuer: house, audience: ${resource}/${name}, scopes: [demo:read] }
    mcp: ${name}`;
  rig.gateway.swap(
    rig.compile({
      mcp: `
  servers:
    new: { url: ${stateless.url}, dangerouslyTakeUnapprovedTools: true }
    old: { url: ${inSessions.url}, speaks: sessions, dangerouslyTakeUnapprovedTools: true }`,
      routes: ['new', 'old'].map(route).join(''),
    }),
  );
});
beforeEach(() => {
  for (const server of [stateless, inSessions]) {
    server.respond = undefined;
    server.left = () => undefined;
    server.asked.length = 0;
  }
});
afterAll(async () => {
  await rig.close();
  await Promise.all([stateless.close(), inSessions.close()]);
});

interface Sending {
  readonly sub?: string;
  readonly headers?: Readonly<Record<string, string>>;
  readonly signal?: AbortSignal;
}

async function send(server: string, message: object, { sub = 'ada', headers = {}, signal }: Sending = {}) {
  return rig.call(`/mcp/${server}`, {
    ...{ method: 'POST', body: JSON.stringify({ jsonrpc: '2.0', ...message }) },
    token: await rig.token({ aud: `${resource}/${server}`, scope: 'demo:read', sub }),
    headers: { 'content-type': 'application/json', ...headers },
    ...(signal === undefined ? {} : { signal }),
  });
}

/** As a client of a revision with sessions. */
function older(server: string, message: object, sub = 'ada') {
  return send(server, message, { sub, headers: { 'mcp-protocol-version': '2025-11-25' } });
}

/** As one of 2026-07-28. */
function modern(
  server: string,
  { id = 1, meta = {}, signal }: { id?: number; meta?: object; signal?: AbortSignal },
) {
  const _meta = { [metaKeys.revision]: '2026-07-28', [metaKeys.capabilities]: {}, ...meta };
  const headers = { 'mcp-protocol-version': '2026-07-28', 'mcp-method': 'tools/call', 'mcp-name': 'read' };
  const message = { id, method: 'tools/call', params: { name: 'read', arguments: {}, _meta } };
  return send(server, message, { headers, ...(signal === undefined ? {} : { signal }) });
}

const calling = (id: number | string) => ({
  id,
  method: 'tools/call',
  params: { name: 'read', arguments: {} },
});
const cancelling = (requestId: unknown) => ({ method: 'notifications/cancelled', params: { requestId } });

/** What the server is asked and has not answered, until there are so many. */
function held(server: TestToolServer, most = 1): Promise<readonly { answerWith: (text: string) => void }[]> {
  const all: { answerWith: (text: string) => void }[] = [];
  return new Promise((there) => {
    server.respond = (response: ServerResponse, { body }) => {
      all.push({
        answerWith: (text) =>
          answer(response, body, { resultType: 'complete', content: [{ type: 'text', text }] }),
      });
      if (all.length === most) there(all);
    };
  });
}

describe('a client in a session takes back what it has asked a server without sessions', () => {
  it('and the server is left at once', async () => {
    const left = new Promise<void>((gone) => {
      stateless.left = gone;
    });
    const asked = held(stateless);
    const called = older('new', calling('seven'));
    await asked;
    expect((await older('new', cancelling('seven'))).status).toBe(202);
    await left;
    const { status, text } = await called;
    const error = { data: { code: 'client_closed' } };
    expect([status, JSON.parse(text)]).toMatchObject([200, { id: 'seven', error }]);
    expect(stateless.count('notifications/cancelled')).toBe(0);
  });

  it('and nobody takes back what another has asked, by whatever id', async () => {
    const asked = held(stateless);
    const called = older('new', calling(7));
    const [question] = await asked;
    for (const [id, sub] of [
      [7, 'eve'],
      ['7', 'ada'],
      [8, 'ada'],
      [null, 'ada'],
      [{ id: 7 }, 'ada'],
    ] as const)
      expect((await older('new', cancelling(id), sub)).status).toBe(202);
    question?.answerWith('Done');
    expect(JSON.parse((await called).text)).toMatchObject({ id: 7, result: { content: [{ text: 'Done' }] } });
  });

  it('and nothing where two of its programs count alike', async () => {
    const asked = held(stateless, 2);
    const both = [older('new', calling(7)), older('new', calling(7))];
    const questions = await asked;
    await older('new', cancelling(7));
    for (const { answerWith } of questions) answerWith('Done');
    for (const { text } of await Promise.all(both)) expect(text).toContain('Done');
  });
});

describe('a client without a session', () => {
  it('leaves, and a server with sessions is told which question nobody waits for', async () => {
    const abort = new AbortController();
    inSessions.respond = () => abort.abort();
    await expect(modern('old', { signal: abort.signal })).rejects.toThrow();
    await expect.poll(() => inSessions.count('notifications/cancelled')).toBe(1);
    const [told, call] = [inSessions.last('notifications/cancelled'), inSessions.last('tools/call')];
    expect(told.body['params']).toMatchObject({ requestId: call.body['id'] });
    expect(told.headers['mcp-session-id']).toBe(call.headers['mcp-session-id']);
    await expect.poll(() => rig.records.at(-1)?.refusal?.code).toBe('client_closed');
  });

  it('has its own answer, though another program of its caller has asked by the same id', async () => {
    const asked = held(inSessions, 2);
    const both = [modern('old', { id: 1 }), modern('old', { id: 1 })];
    const questions = await asked;
    const ids = inSessions.asked.filter(({ body }) => body['method'] === 'tools/call');
    expect(new Set(ids.map(({ body }) => body['id'])).size).toBe(2);
    expect(new Set(ids.map(({ headers }) => headers['mcp-session-id'])).size).toBe(1);
    questions.forEach(({ answerWith }, at) => {
      answerWith(`answer ${at}`);
    });
    const answers = (await Promise.all(both)).map(({ text }) => JSON.parse(text));
    expect(answers.map(({ id }) => id)).toEqual([1, 1]);
    expect(new Set(answers.map(({ result }) => result.content[0].text)).size).toBe(2);
  });

  it('hears by its own token how far a server with sessions has come', async () => {
    inSessions.respond = (response, { body: { id, params } }) => {
      const { _meta } = params as { readonly _meta: { readonly progressToken: unknown } };
      const told = { progressToken: _meta.progressToken, progress: 1, total: 2 };
      const progress = { jsonrpc: '2.0', method: 'notifications/progress', params: told };
      const done = { jsonrpc: '2.0', id, result: { content: [] } };
      response.writeHead(200, { 'content-type': 'text/event-stream' }).end(events(progress, done));
    };
    const { text } = await modern('old', { id: 5, meta: { progressToken: 'mine' } });
    expect(text).toContain('"params":{"progressToken":"mine","progress":1,"total":2}');
    expect(text).toContain('"id":5');
    expect(text).not.toContain('signet-');
  });
});

it('a client in a session hears by its own token how far a server without has come', async () => {
  stateless.respond = (response, { body: { id, params } }) => {
    const { _meta } = params as { readonly _meta: { readonly progressToken: unknown } };
    const told = { progressToken: _meta.progressToken, progress: 1 };
    const progress = { jsonrpc: '2.0', method: 'notifications/progress', params: told };
    const done = { jsonrpc: '2.0', id, result: { resultType: 'complete', content: [] } };
    response.writeHead(200, { 'content-type': 'text/event-stream' }).end(events(progress, done));
  };
  const params = { name: 'read', arguments: {}, _meta: { progressToken: 7 } };
  const { text } = await older('new', { id: 1, method: 'tools/call', params });
  expect(text).toContain('"params":{"progressToken":7,"progress":1}');
});
