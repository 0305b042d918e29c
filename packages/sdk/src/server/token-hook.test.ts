import { once } from 'node:events';
import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { root } from '@signet/testing/signet';
import { exportPublicJwk, generateKeyPair } from '@signet/token/keys';
import { signToken } from '@signet/token/sign';
import { afterAll, beforeAll, expect, it } from 'vitest';

/* The server of docs/token-hook.md runs, and is asked by Signet's key, by others, and by what was meant for others. */

const page = readFileSync(join(root, 'docs/token-hook.md'), 'utf8');
const [, code = ''] = /^```ts\n([\s\S]*?)^```$/m.exec(page) ?? [];
// Within the repository, where the names of packages lead somewhere.
const folder = join(root, '.docs-token-hook');
const own = await generateKeyPair('ES256', 'own');
const foreign = await generateKeyPair('ES256', 'own');
const audience = 'https://hooks.example/claims';
const servers: Server[] = [];
let issuer: string;
let hook: string;

async function listening(server: Server): Promise<string> {
  servers.push(server);
  await once(server.listen(0, '127.0.0.1'), 'listening');
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
}

beforeAll(async () => {
  const jwks = JSON.stringify({ keys: [await exportPublicJwk(own.verification)] });
  issuer = await listening(createServer((_, response) => response.end(jwks)));
  mkdirSync(folder, { recursive: true });
  const file = join(folder, 'hook.ts');
  writeFileSync(file, code.replaceAll('https://login.example', issuer));
  const program = (await import(/* @vite-ignore */ pathToFileURL(file).href)) as { hook: Server };
  hook = await listening(program.hook);
});
afterAll(() => {
  for (const server of servers) server.closeAllConnections();
  for (const server of servers) server.close();
  rmSync(folder, { recursive: true, force: true });
});

interface Changes {
  readonly claims?: object;
  readonly type?: string;
  readonly key?: typeof own.signing;
}

async function ask({ claims = {}, type = 'token-hook+jwt', key = own.signing }: Changes = {}) {
  const iat = Math.floor(Date.now() / 1000);
  const all = { iss: issuer, aud: audience, iat, exp: iat + 60, user: { username: 'ada' }, ...claims };
  const response = await fetch(hook, { method: 'POST', body: await signToken(all, { key, type }) });
  return { status: response.status, body: await response.text() };
}

it('answers what Signet asks', async () => {
  expect(await ask()).toEqual({ status: 200, body: '{"claims":{"tier":"gold"}}' });
});

it.each<[string, () => Changes]>([
  ['by another key of the same name', () => ({ key: foreign.signing })],
  ['for another hook', () => ({ claims: { aud: 'https://evil.example' } })],
  ['of another issuer', () => ({ claims: { iss: 'https://evil.example' } })],
  ['of yesterday', () => ({ claims: { iat: 1, exp: 2 } })],
  ['by an access token', () => ({ type: 'at+jwt' })],
  ['by an ID token', () => ({ type: 'JWT' })],
])('tells nothing where it is asked %s', async (_, changes) => {
  expect(await ask(changes())).toEqual({ status: 401, body: '' });
});

it.each(['', '{}', 'eyJhbGciOiJub25lIn0.e30.'])(
  'tells nothing where it is asked by what is no token: %s',
  async (body) => {
    expect((await fetch(hook, { method: 'POST', body })).status).toBe(401);
  },
);
