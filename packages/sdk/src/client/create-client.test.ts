import { createServer, type IncomingMessage, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { newId, type OperatorRequest, refusal, toProblem } from '@signet/contracts';
import { afterEach, describe, expect, it } from 'vitest';
import { AnswerNotUnderstood } from './answer-not-understood.ts';
import { createClient } from './create-client.ts';
import { RefreshCookie } from './refresh-cookie.ts';

interface Received {
  readonly method: string | undefined;
  readonly url: string | undefined;
  readonly authorization: string | undefined;
  readonly cookie: string | undefined;
  readonly body: string;
}

let server: Server | undefined;

afterEach(async () => {
  await new Promise((resolve) => (server ? server.close(resolve) : resolve(undefined)));
  server = undefined;
});

/** A server on a free port that answers every request with `answer`, and a client of it. */
async function answering(status: number, answer: string, headers: Record<string, string | string[]> = {}) {
  const received: Received[] = [];
  const started = createServer(async (request, response) => {
    received.push(await receive(request));
    response.writeHead(status, { 'content-type': 'application/json', ...headers }).end(answer);
  });
  server = started;
  await new Promise<void>((resolve) => started.listen(0, '127.0.0.1', resolve));
  const { port } = started.address() as AddressInfo;
  const made: OperatorRequest[] = [];
  const credential = async (request: OperatorRequest) => `credential-${made.push(request)}`;
  const issuer = `http://127.0.0.1:${port}`;
  return { client: createClient({ issuer, credential, fetch }), issuer, received, made };
}

async function receive(request: IncomingMessage): Promise<Received> {
  const { method, url, headers } = request;
  return {
    method,
    url,
    authorization: headers.authorization,
    cookie: headers.cookie,
    body: (await request.toArray()).join(''),
  };
}

describe('the client', () => {
  it('sends each call with a credential of its own', async () => {
    const { client, received } = await answering(200, '{"users":[]}');
    expect(await client.listUsers({ limit: 5 })).toEqual({ users: [] });
    await client.listUsers({ limit: 5 });
    expect(received).toMatchObject([
      { method: 'GET', url: '/admin/users?limit=5', authorization: 'Bearer credential-1', body: '' },
      { authorization: 'Bearer credential-2' },
    ]);
  });

  it('sends what is to be revoked', async () => {
    const sid = newId('session');
    const answer = { sequence: 7, target: { kind: 'session', issuer: 'http://localhost:9000', sid } };
    const { client, received, made } = await answering(201, JSON.stringify(answer));
    expect(await client.revoke({ sid })).toEqual(answer);
    expect(made).toEqual([{ method: 'POST', target: '/admin/revocations', body: JSON.stringify({ sid }) }]);
    expect(received).toMatchObject([
      { method: 'POST', url: '/admin/revocations', body: JSON.stringify({ sid }) },
    ]);
  });

  it('cannot be led to another address by a parameter', async () => {
    const { client, received, made } = await answering(404, '{}');
    await client.explain({ reference: '../users?x=/' as never }).catch(() => undefined);
    await client.listRecords({ limit: 7 }).catch(() => undefined);
    expect(received[0]?.url).toBe('/admin/explanations/..%2Fusers%3Fx%3D%2F');
    expect(made.map(({ target }) => target)).toEqual(received.map(({ url }) => url));
  });

  it('shows its credential to no endpoint that takes none', async () => {
    const { client, received, made } = await answering(404, '{}');
    await client.login({ username: 'ada', password: 'p' }).catch(() => undefined);
    await client.refresh({}).catch(() => undefined);
    await client.readKeys().catch(() => undefined);
    expect(received.map(({ authorization }) => authorization)).toEqual([undefined, undefined, undefined]);
    expect(made).toEqual([]);
  });

  it('rejects with the refusal that the server gave, and its reference', async () => {
    const reference = newId('reference');
    const refused = refusal('account_exists');
    const { client } = await answering(
      409,
      JSON.stringify(toProblem(refused, { reference, issuer: 'https://login.example' })),
    );
    await expect(client.addUser({ username: 'ada', roles: [], scopes: [] })).rejects.toMatchObject({
      name: 'RefusedByServer',
      refusal: { code: 'account_exists', sentence: refused.sentence },
      problem: { reference },
    });
  });

  it.each([
    [200, '<html>'],
    [200, '{"users":[{"id":"7"}]}'],
    [500, '{"error":"x"}'],
    [404, '{"code":"made_up","detail":"x"}'],
  ])('does not take status %i with %s for an answer', async (status, answer) => {
    const { client } = await answering(status, answer);
    await expect(client.listUsers({ limit: 5 })).rejects.toThrow(AnswerNotUnderstood);
  });

  it('does not carry its credential along a redirect', async () => {
    const { client, received } = await answering(307, '', { location: '/elsewhere' });
    await expect(client.listUsers({ limit: 5 })).rejects.toThrow();
    expect(received).toHaveLength(1);
  });
});

describe('the refresh cookie of a program', () => {
  const issued = {
    accessToken: 'a.b.c',
    tokenType: 'Bearer',
    expiresIn: 900,
    expiresAt: '2026-11-23T12:15:00.000Z',
    sessionId: newId('session'),
    scope: '',
    csrfToken: 'c'.repeat(43),
  };

  it('is taken over from each answer, and sent to the endpoints that take it', async () => {
    const { issuer, received } = await answering(200, JSON.stringify(issued), {
      'set-cookie': ['signet_device=d; Path=/auth', 'signet_refresh=second; Path=/auth; HttpOnly'],
    });
    const cookie = new RefreshCookie('signet_refresh=first');
    const client = createClient({ issuer, fetch, cookie });
    await client.login({ username: 'ada', password: 'p' });
    expect(cookie.pair).toBe('signet_refresh=second');
    await client.refresh({});
    await client.listUsers({ limit: 5 }).catch(() => undefined);
    expect(received.map((request) => request.cookie)).toEqual([
      undefined,
      'signet_refresh=second',
      undefined,
    ]);
  });

  it('is gone once an answer clears it, and stays where one says nothing of it', () => {
    const cookie = new RefreshCookie('signet_refresh=first');
    cookie.follow(new Response('', { headers: { 'set-cookie': 'other=x' } }));
    expect(cookie.pair).toBe('signet_refresh=first');
    cookie.follow(new Response('', { headers: { 'set-cookie': 'signet_refresh=; Max-Age=0' } }));
    expect(cookie.pair).toBeUndefined();
  });
});
