import { once } from 'node:events';
import { createServer, type RequestListener, request as send } from 'node:http';
import type { AddressInfo } from 'node:net';
import { text } from 'node:stream/consumers';
import { ManualClocks } from '@signet/contracts/testing';
import { exportPublicJwk, generateKeyPair } from '@signet/token/keys';
import { signToken } from '@signet/token/sign';
import express from 'express';
import fastify from 'fastify';
import { Hono } from 'hono';
import Koa from 'koa';
import { afterEach, beforeAll, describe, expect, it } from 'vitest';
import {
  createVerifier,
  expressGuard,
  fastifyGuard,
  honoGuard,
  koaGuard,
  nodeGuard,
  tokenOf,
  type Verifier,
} from '../index.ts';

const issuer = 'https://login.example';
const requires = { scopes: ['orders:read'] };
const clocks = new ManualClocks(1_750_000_000_000);
const pair = await generateKeyPair('ES256', 'first');
const fetchDocument = async () => JSON.stringify({ keys: [await exportPublicJwk(pair.verification)] });
const jwks = `${issuer}/jwks`;
let verifier: Verifier;
let reached = 0;
const closing: (() => unknown)[] = [];

beforeAll(() => {
  verifier = createVerifier({ issuer, audience: 'https://orders.example', jwks, clocks, fetchDocument });
});
afterEach(async () => {
  reached = 0;
  for (const close of closing.splice(0)) await close();
});

function tokenFor(scope: string): Promise<string> {
  const now = clocks.wall() / 1000;
  const claims = { iss: issuer, aud: 'https://orders.example', sub: 'ada', iat: now, exp: now + 900, scope };
  return signToken(claims, { key: pair.signing, type: 'at+jwt' });
}

/** What the handler behind each guard answers with. */
function greeting(request: object): string {
  reached += 1;
  return `Hello ${tokenOf(request).subject}`;
}

interface Answer {
  readonly status: number;
  readonly headers: Readonly<Record<string, unknown>>;
  readonly body: string;
}
type Ask = (headers: readonly string[]) => Promise<Answer>;

async function served(listener: RequestListener): Promise<Ask> {
  const server = createServer(listener).listen(0, '127.0.0.1');
  await once(server, 'listening');
  closing.push(() => {
    server.closeAllConnections();
    server.close();
  });
  const { port } = server.address() as AddressInfo;
  return async (headers) => {
    const asking = send({ port, host: '127.0.0.1', headers: ['host', 'a.example', ...headers] }).end();
    const [response] = await once(asking, 'response');
    return { status: response.statusCode, headers: response.headers, body: await text(response) };
  };
}

const frameworks: Record<string, (guarding: Verifier) => Promise<Ask>> = {
  'node:http': (guarding) => {
    const guard = nodeGuard(guarding, requires);
    return served(async (request, response) => {
      if ((await guard(request, response)) !== undefined) response.end(greeting(request));
    });
  },
  Express: (guarding) => {
    const app = express();
    app.get('/', expressGuard(guarding, requires), (request, response) => {
      response.send(greeting(request));
    });
    return served(app);
  },
  Fastify: async (guarding) => {
    const app = fastify();
    app.get('/', { onRequest: fastifyGuard(guarding, requires) }, async (request) => greeting(request));
    await app.ready();
    return served((request, response) => app.routing(request, response));
  },
  Koa: (guarding) => {
    const app = new Koa();
    app.silent = true;
    app.use(koaGuard(guarding, requires));
    app.use((context) => {
      context.body = greeting(context);
    });
    return served(app.callback());
  },
  Hono: async (guarding) => {
    const app = new Hono();
    app.onError((_, context) => context.text('failed', 500));
    app.get('/', honoGuard(guarding, requires), (context) => context.text(greeting(context)));
    return async (pairs) => {
      const headers = new Headers();
      for (let at = 0; at < pairs.length; at += 2) headers.append(pairs[at] ?? '', pairs[at + 1] ?? '');
      const response = await app.request('/', { headers });
      return {
        status: response.status,
        headers: Object.fromEntries(response.headers),
        body: await response.text(),
      };
    };
  },
};

describe.each(Object.entries(frameworks))('%s', (_, start) => {
  it('hands the handler the token that passed', async () => {
    const ask = await start(verifier);
    const answer = await ask(['authorization', `Bearer ${await tokenFor('orders:read')}`]);
    expect(answer).toMatchObject({ status: 200, body: 'Hello ada' });
  });

  it('answers a request without a token with a challenge, and no handler sees it', async () => {
    const { status, headers, body } = await (await start(verifier))([]);
    expect({ status, headers }).toMatchObject({
      status: 401,
      headers: {
        'www-authenticate': 'Bearer realm="signet"',
        'content-type': 'application/problem+json',
        'cache-control': 'no-store',
      },
    });
    const problem = JSON.parse(body);
    expect(problem).toMatchObject({ code: 'token_missing', type: `${issuer}/errors/token_missing` });
    expect(headers['signet-reference']).toBe(problem.reference);
    expect(reached).toBe(0);
  });

  it('names the scope that a token lacks', async () => {
    const ask = await start(verifier);
    const answer = await ask(['authorization', `Bearer ${await tokenFor('orders:list')}`]);
    expect(answer.status).toBe(403);
    expect(answer.headers['www-authenticate']).toContain('error="insufficient_scope"');
    expect(answer.headers['www-authenticate']).toContain('scope="orders:read"');
    expect(reached).toBe(0);
  });

  it('takes none of two tokens', async () => {
    const ask = await start(verifier);
    const one = `Bearer ${await tokenFor('orders:read')}`;
    const answer = await ask(['authorization', one, 'authorization', one]);
    expect({ status: answer.status, code: JSON.parse(answer.body).code }).toEqual({
      status: 400,
      code: 'token_ambiguous',
    });
    expect(reached).toBe(0);
  });

  it('lets nothing through where verifying fails', async () => {
    const verify = () => Promise.reject(new Error('The runtime fails'));
    const ask = await start({ ...verifier, verify }).catch(() => undefined);
    if (_ === 'node:http') {
      const guard = nodeGuard({ ...verifier, verify }, requires);
      await expect(guard({ rawHeaders: [] }, { writeHead: () => {}, end: () => {} })).rejects.toThrow();
      return;
    }
    expect((await ask?.([]))?.status).toBe(500);
    expect(reached).toBe(0);
  });

  it('has no token for a handler without a guard', () => {
    expect(() => tokenOf({})).toThrow('No guard stands before this handler');
  });
});

it.each([
  ['no audience', { audience: [] }],
  ['an empty audience', { audience: '' }],
  ['no algorithm', { algorithms: [] }],
  ['a shared secret', { algorithms: ['HS256' as const] }],
])('a verifier of %s is refused at once', (_, options) => {
  const all = { issuer, audience: 'https://orders.example', jwks, clocks, fetchDocument, ...options };
  expect(() => createVerifier(all)).toThrow(TypeError);
});

it.each([
  ['an empty list', { acr: [] }],
  ['an empty text', { acr: '' }],
  ['several in one text', { acr: '1 2' }],
  ['what would end the challenge', { acr: ['2', '2", error="x'] }],
  ['a number', { acr: 2 as unknown as string }],
  ['a list of numbers', { acr: [2] as unknown as string[] }],
  ['an age of nothing', { maxAge: 0 }],
  ['an age below', { maxAge: -600 }],
  ['an age that is no number', { maxAge: Number.NaN }],
  ['an age as a text', { maxAge: '10m' as unknown as number }],
])('a sign-in that nobody could have shown is refused at once: %s', (_, wrong) => {
  expect(() => nodeGuard(verifier, wrong)).toThrow(TypeError);
});

it('a text in the place of a list of scopes is refused at once', () => {
  const wrong = { scopes: 'orders:read' as unknown as readonly string[] };
  for (const guard of [nodeGuard, expressGuard, fastifyGuard, koaGuard, honoGuard]) {
    expect(() => guard(verifier, wrong)).toThrow('requires.scopes is not a list');
  }
});

describe('a condition of a guard', () => {
  it.each([
    ['that cannot be read', { condition: 'claims.sub ==' }, 'cannot be read'],
    ['that is no answer', { condition: 'claims.sub + "a"' }, 'not bool'],
    ['that asks for a path without a pattern', { condition: 'path.id == "7"' }, 'path'],
    [
      'that asks for what the pattern does not have',
      { condition: 'path.no == "7"', path: '/a/{id}' },
      'at character 6',
    ],
    [
      'with a pattern that is none',
      { condition: 'path.id == "7"', path: 'a/{id}' },
      'a path that starts with `/`',
    ],
    ['of no names', { condition: {} }, 'names no condition'],
    ['that is no text', { condition: { a: 7 } as never }, 'is no text'],
  ])('%s throws where the guard is made', (_, wrong, reason) => {
    for (const make of [nodeGuard, expressGuard, fastifyGuard, koaGuard, honoGuard])
      expect(() => make(verifier, wrong)).toThrow(reason);
  });

  it('asks for the whole path where a router took its beginning away', async () => {
    const own = { condition: "path.tenant == 'acme'", path: '/orders/{tenant}/{id}' };
    const orders = express.Router();
    orders.get('/:id', expressGuard(verifier, own), (request, response) => {
      response.send(greeting(request));
    });
    const app = express();
    app.use('/orders/:tenant', orders);
    const server = createServer(app).listen(0, '127.0.0.1');
    await once(server, 'listening');
    closing.push(() => server.close());
    const { port } = server.address() as AddressInfo;
    const headers = { authorization: `Bearer ${await tokenFor('')}`, connection: 'close' };
    const ask = async (path: string) => (await fetch(`http://127.0.0.1:${port}${path}`, { headers })).status;
    expect([await ask('/orders/acme/7'), await ask('/orders/evil/7')]).toEqual([200, 403]);
  });

  it('is asked in Koa and Hono of the request that came', async () => {
    const own = { condition: "path.tenant == 'acme' && request.query.a == '1'", path: '/orders/{tenant}' };
    const authorization = `Bearer ${await tokenFor('')}`;
    const hono = new Hono();
    hono.get('/orders/:tenant', honoGuard(verifier, own), (context) => context.text(greeting(context)));
    const koa = new Koa();
    koa.use(koaGuard(verifier, own));
    koa.use((context) => {
      context.body = greeting(context);
    });
    const server = createServer(koa.callback()).listen(0, '127.0.0.1');
    await once(server, 'listening');
    closing.push(() => server.close());
    const { port } = server.address() as AddressInfo;
    for (const [path, status] of [
      ['/orders/acme?a=1', 200],
      ['/orders/evil?a=1', 403],
      ['/orders/acme?a=1&a=2', 403],
    ] as const) {
      expect((await hono.request(path, { headers: { authorization } })).status).toBe(status);
      const headers = { authorization, connection: 'close' };
      expect((await fetch(`http://127.0.0.1:${port}${path}`, { headers })).status).toBe(status);
    }
  });
});
