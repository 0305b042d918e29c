import { createHmac } from 'node:crypto';
import { once } from 'node:events';
import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer, type RequestListener, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { ManualClocks } from '@signet/contracts/testing';
import { root } from '@signet/testing/signet';
import { exportPublicJwk, generateKeyPair, type KeyPair, pemOfJwk } from '@signet/token/keys';
import { signToken } from '@signet/token/sign';
import express from 'express';
import fastify from 'fastify';
import { Hono } from 'hono';
import Koa from 'koa';
import { afterEach, describe, expect, it } from 'vitest';
import {
  createContextVerifier,
  expressGuard,
  fastifyGuard,
  honoGuard,
  koaGuard,
  nodeGuard,
  tokenOf,
} from '../index.ts';

const issuer = 'https://login.example';
const clocks = new ManualClocks(1_750_000_000_000);
const [own, stranger] = await Promise.all([generateKeyPair('ES256', 'own'), generateKeyPair('ES256', 'own')]);
const jwk = await exportPublicJwk(own.verification);
const verifier = createContextVerifier({
  issuer,
  audience: 'orders',
  jwks: 'http://127.0.0.1:8080/.well-known/signet-context/jwks.json',
  clocks,
  fetchDocument: async () => JSON.stringify({ keys: [jwk] }),
});
const closing: (() => unknown)[] = [];
afterEach(async () => {
  for (const close of closing.splice(0)) await close();
});

interface Wishes {
  readonly claims?: Readonly<Record<string, unknown>>;
  readonly type?: string;
  readonly pair?: KeyPair;
}

function context({ claims = {}, type = 'signet-context+jwt', pair = own }: Wishes = {}): Promise<string> {
  const iat = clocks.wall() / 1000;
  const bound = { htm: 'GET', target: '/orders/1?x=y', upstream: 'orders', reference: 'req_1' };
  const all = { iss: `${issuer}/gateway`, aud: 'orders', sub: 'ada', iat, exp: iat + 30, jti: 'j', ...bound };
  const wished = Object.entries({ ...all, ...claims }).filter(([, value]) => value !== undefined);
  return signToken(Object.fromEntries(wished), { key: pair.signing, type });
}

type Ask = (path: string, headers: readonly (readonly [string, string])[]) => Promise<Response>;

async function listening(server: Server): Promise<string> {
  await once(server.listen(0, '127.0.0.1'), 'listening');
  closing.push(() => {
    server.closeAllConnections();
    server.close();
  });
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
}

const pairsOf = (headers: Parameters<Ask>[1]) =>
  headers.map(([name, value]): [string, string] => [name, value]);

async function served(listener: RequestListener): Promise<Ask> {
  const address = await listening(createServer(listener));
  return (path, headers) => fetch(`${address}${path}`, { headers: pairsOf(headers) });
}

const greeting = (request: object) => `Hello ${tokenOf(request).subject}`;

const frameworks: Record<string, () => Promise<Ask>> = {
  'node:http': () => {
    const guard = nodeGuard(verifier);
    return served(async (request, response) => {
      if ((await guard(request, response)) !== undefined) response.end(greeting(request));
    });
  },
  // Mounted: the router takes the beginning of the address away.
  Express: () => {
    const router = express.Router();
    router.get('/:id', expressGuard(verifier), (request, response) => {
      response.send(greeting(request));
    });
    return served(express().use('/orders', router));
  },
  Fastify: async () => {
    const app = fastify();
    app.get('/orders/:id', { onRequest: fastifyGuard(verifier) }, async (request) => greeting(request));
    await app.ready();
    return served((request, response) => app.routing(request, response));
  },
  Koa: async () => {
    const app = new Koa();
    app.silent = true;
    app.use(koaGuard(verifier));
    app.use((each) => {
      each.body = greeting(each);
    });
    return served(app.callback());
  },
  Hono: async () => {
    const app = new Hono();
    app.get('/orders/:id', honoGuard(verifier), (each) => each.text(greeting(each)));
    return async (path, headers) =>
      app.request(`http://orders.example${path}`, { headers: pairsOf(headers) });
  },
};

describe.each(Object.entries(frameworks))('a context token in %s', (_, start) => {
  it('opens the request that it was made for, and no other', async () => {
    const ask = await start();
    const token = await context();
    const good = await ask('/orders/1?x=y', [['signet-context', token]]);
    expect([good.status, await good.text()]).toEqual([200, 'Hello ada']);
    const other = await ask('/orders/2?x=y', [['signet-context', token]]);
    expect(other.status).toBe(401);
    expect(other.headers.get('content-type')).toContain('application/problem+json');
    expect(await other.json()).toMatchObject({
      code: 'credential_mismatch',
      variant: 'context_target',
      type: `${issuer}/errors/credential_mismatch`,
    });
  });

  it('is missing where there is none, and no access token stands for it', async () => {
    const ask = await start();
    const bare = await ask('/orders/1?x=y', [['authorization', `Bearer ${await context()}`]]);
    expect(bare.status).toBe(401);
    expect(await bare.json()).toMatchObject({ code: 'token_missing', variant: 'context' });
  });
});

/** As a request says it: by headers that are not merged. */
async function codeOf(
  headers: readonly string[],
  { method = 'GET', target = '/orders/1?x=y' } = {},
): Promise<string> {
  const [path = ''] = target.split('?', 1);
  const asked = () => ({
    ...{ method, path, host: 'orders.example', query: target.slice(path.length), headers },
    overridesMethod: () => headers.some((name) => name.toLowerCase() === 'x-http-method-override'),
  });
  const verdict = await verifier.verify({ authorization: [], query: '', asked });
  return verdict.verdict === 'refused' ? verdict.refusal.code : 'verified';
}

const sent = async (wishes?: Wishes) => ['signet-context', await context(wishes)];

describe('a context token', () => {
  it.each<readonly [string, Wishes, string]>([
    ['of another audience', { claims: { aud: 'payments' } }, 'audience_unexpected'],
    ['of the Signet itself', { claims: { iss: issuer } }, 'issuer_unexpected'],
    ['of another Signet', { claims: { iss: 'https://other.example/gateway' } }, 'issuer_unexpected'],
    ['that is an access token', { type: 'at+jwt' }, 'type_unexpected'],
    ['of a key of somebody else', { pair: stranger }, 'signature_invalid'],
    ['that has ended', { claims: { iat: 1_749_999_900, exp: 1_749_999_930 } }, 'token_expired'],
    ['that lives for an hour', { claims: { exp: 1_750_003_600 } }, 'token_lifetime_too_long'],
    ['that never says since when', { claims: { iat: undefined } }, 'token_lifetime_too_long'],
    ['that never ends', { claims: { exp: undefined } }, 'claim_missing'],
    ['for another method', { claims: { htm: 'POST' } }, 'credential_mismatch'],
    ['for no method', { claims: { htm: undefined } }, 'credential_mismatch'],
    ['for another path', { claims: { target: '/orders/2?x=y' } }, 'credential_mismatch'],
    ['for another query', { claims: { target: '/orders/1' } }, 'credential_mismatch'],
    ['for no address', { claims: { target: undefined } }, 'credential_mismatch'],
    ['for a crooked address', { claims: { target: '/x/../orders/1?x=y' } }, 'credential_mismatch'],
  ])('is not taken %s', async (_, wishes, code) => {
    expect(await codeOf(await sent(wishes))).toBe(code);
  });

  it('is taken as it is, once', async () => {
    const one = await sent();
    expect(await codeOf(one)).toBe('verified');
    expect(await codeOf([...one, ...one])).toBe('token_ambiguous');
    expect(await codeOf(['signet-context', ''])).toBe('token_missing');
    expect(await codeOf(['signet_context', one[1] ?? ''])).toBe('token_missing');
  });

  it('is not taken for a request that wants to be another', async () => {
    const headers = [...(await sent()), 'X-HTTP-Method-Override', 'DELETE'];
    expect(await codeOf(headers)).toBe('credential_mismatch');
    expect(await codeOf(await sent(), { method: 'HEAD' })).toBe('credential_mismatch');
  });

  it('is not taken where the path can be read in two ways', async () => {
    const verdict = await verifier.verify({ authorization: [], query: '', asked: () => undefined });
    expect(verdict).toMatchObject({ refusal: { code: 'credential_mismatch' } });
  });

  it.each(['', pemOfJwk(jwk) ?? '', JSON.stringify(jwk)])(
    'is not signed by what everybody knows (%#)',
    async (secret) => {
      const [, payload = ''] = (await context()).split('.');
      const algorithm = secret === '' ? 'none' : 'HS256';
      const head = Buffer.from(JSON.stringify({ alg: algorithm, typ: 'signet-context+jwt', kid: 'own' }));
      const input = `${head.toString('base64url')}.${payload}`;
      const signature = secret === '' ? '' : createHmac('sha256', secret).update(input).digest('base64url');
      const code = await codeOf(['signet-context', `${input}.${signature}`]);
      expect(['alg_none', 'alg_not_pinned', 'key_unknown']).toContain(code);
    },
  );

  it('is asked for what it carries, as an access token is', async () => {
    const token = await context({ claims: { scope: 'orders:read', roles: ['clerk'] } });
    const headers = ['signet-context', token];
    const asked = () => ({
      ...{ method: 'GET', path: '/orders/1', host: 'a', query: '?x=y', headers },
      overridesMethod: () => false,
    });
    const request = { authorization: [], query: '', asked };
    const codes = [{ scopes: ['orders:read'], roles: ['clerk'] }, { scopes: ['orders:write'] }];
    const [good, bad] = await Promise.all(codes.map((requires) => verifier.verify(request, requires)));
    expect(good?.verdict).toBe('verified');
    expect(bad).toMatchObject({ refusal: { code: 'scope_missing' } });
  });
});

it.each([
  ['no issuer', { issuer: '' }],
  ['no audience', { audience: [] }],
  ['no keys', { jwks: '' }],
  ['a header that is none', { header: 'signet context' }],
  ['clocks that may differ for longer than old keys are published', { clockSkew: 61 }],
  ['clocks that may differ without end', { clockSkew: Number.NaN }],
])('is not made with %s', (_, wrong) => {
  const good = { issuer, audience: 'orders', jwks: 'http://127.0.0.1/jwks', fetchDocument: async () => '' };
  expect(() => createContextVerifier({ ...good, ...wrong })).toThrow(TypeError);
});

describe('docs/context-token.md', () => {
  // Within the repository, where the names of packages lead somewhere.
  const folder = join(root, '.docs-context-token');
  afterEach(() => rmSync(folder, { recursive: true, force: true }));

  it('shows a service that runs, and answers the gateway alone', async () => {
    const page = readFileSync(join(root, 'docs/context-token.md'), 'utf8');
    const [, code = ''] = /^```ts\n([\s\S]*?)^```$/m.exec(page) ?? [];
    const published = createServer((_, response) => response.end(JSON.stringify({ keys: [jwk] })));
    const jwks = await listening(published);
    mkdirSync(folder, { recursive: true });
    const file = join(folder, 'orders.ts');
    writeFileSync(file, code.replace('http://127.0.0.1:8080', jwks));
    const { orders } = (await import(/* @vite-ignore */ pathToFileURL(file).href)) as { orders: Server };
    const service = await listening(orders);
    const iat = Math.floor(Date.now() / 1000);
    const token = await context({ claims: { iat, exp: iat + 30 } });
    const ask = (path: string) => fetch(`${service}${path}`, { headers: { 'signet-context': token } });
    expect(await (await ask('/orders/1?x=y')).text()).toBe('Orders of ada');
    expect((await ask('/orders/2')).status).toBe(401);
    expect((await fetch(`${service}/orders/1?x=y`)).status).toBe(401);
  });
});
