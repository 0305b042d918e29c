import { createServer, type IncomingMessage, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { newId, type OperatorRequest } from '@signet/contracts';
import { afterEach, describe, expect, it } from 'vitest';
import { createAdminClient } from './admin-client.ts';
import { AnswerNotUnderstood } from './answer-not-understood.ts';

interface Received {
  readonly method: string | undefined;
  readonly url: string | undefined;
  readonly authorization: string | undefined;
  readonly body: string;
}

let server: Server | undefined;

afterEach(async () => {
  await new Promise((resolve) => (server ? server.close(resolve) : resolve(undefined)));
  server = undefined;
});

/** A server on a free port that answers every request with `answer`, and a client of it. */
async function answering(status: number, answer: string, headers: Record<string, string> = {}) {
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
  const client = createAdminClient({ url: `http://127.0.0.1:${port}`, credential, fetch });
  return { client, received, made };
}

async function receive(request: IncomingMessage): Promise<Received> {
  const { method, url, headers } = request;
  return { method, url, authorization: headers.authorization, body: (await request.toArray()).join('') };
}

describe('the admin client', () => {
  it('sends each call with a credential of its own', async () => {
    const { client, received } = await answering(200, '{"users":[]}');
    expect(await client.listUsers()).toEqual({ users: [] });
    await client.listUsers();
    expect(received).toMatchObject([
      { method: 'GET', url: '/admin/users', authorization: 'Bearer credential-1', body: '' },
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

  it('cannot be led to another address by a reference', async () => {
    const { client, received, made } = await answering(404, '{}');
    await client.explain('../users?x=/').catch(() => undefined);
    await client.records(7).catch(() => undefined);
    expect(received[0]?.url).toBe('/admin/explanations/..%2Fusers%3Fx%3D%2F');
    expect(made.map(({ target }) => target)).toEqual(received.map(({ url }) => url));
  });

  it('rejects with the refusal that the server gave', async () => {
    const problem = {
      code: 'account_exists',
      detail: 'An account named ada exists.',
      fix: 'Choose another.',
    };
    const { client } = await answering(409, JSON.stringify(problem));
    await expect(client.addUser({ username: 'ada', roles: [], scopes: [] })).rejects.toMatchObject({
      name: 'SignetError',
      refusal: { code: 'account_exists', sentence: 'An account named ada exists.', fix: 'Choose another.' },
    });
  });

  it.each([
    [200, '<html>'],
    [200, '{"users":[{"id":"7"}]}'],
    [500, '{"error":"x"}'],
    [404, '{"code":"made_up","detail":"x"}'],
  ])('does not take status %i with %s for an answer', async (status, answer) => {
    const { client } = await answering(status, answer);
    await expect(client.listUsers()).rejects.toThrow(AnswerNotUnderstood);
  });

  it('does not carry its credential along a redirect', async () => {
    const { client, received } = await answering(307, '', { location: '/elsewhere' });
    await expect(client.listUsers()).rejects.toThrow();
    expect(received).toHaveLength(1);
  });
});
