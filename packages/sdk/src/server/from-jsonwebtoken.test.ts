import { once } from 'node:events';
import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { temporaryFolder } from '@signet/testing/machine';
import { type RunningSignet, root, startSignet } from '@signet/testing/signet';
import type { Express } from 'express';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { createClient } from '../client/index.ts';

/* Every program of docs/from-jsonwebtoken.md runs against a Signet and is asked with an old and a new token. */

const page = readFileSync(join(root, 'docs/from-jsonwebtoken.md'), 'utf8');
const programs = [...page.matchAll(/^```ts\n([\s\S]*?)^```$/gm)].map(([, code = '']) => code);
// Within the repository, where the names of packages lead somewhere.
const folder = join(root, '.docs-jsonwebtoken');
const data = temporaryFolder();
let signet: RunningSignet;
let fresh: string;

beforeAll(async () => {
  mkdirSync(folder, { recursive: true });
  signet = await startSignet({ dataFolder: data.path });
  const client = createClient({ issuer: signet.web, fetch });
  const answer = await client.login({ username: 'demo', password: signet.password('demo') });
  fresh = answer.accessToken;
});
afterAll(async () => {
  await signet.stop();
  data[Symbol.dispose]();
  rmSync(folder, { recursive: true, force: true });
});

async function withProgram(index: number, ask: (address: string) => Promise<void>): Promise<void> {
  const file = join(folder, `${index}.ts`);
  const code = programs[index] ?? '';
  writeFileSync(
    file,
    code.replaceAll('http://localhost:9000', signet.web).replaceAll('http://localhost:8080', signet.gateway),
  );
  const { app } = (await import(/* @vite-ignore */ pathToFileURL(file).href)) as { app: Express };
  const server = app.listen(0, '127.0.0.1');
  await once(server, 'listening');
  try {
    await ask(`http://127.0.0.1:${(server.address() as AddressInfo).port}`);
  } finally {
    server.closeAllConnections();
    server.close();
  }
}

async function oldToken(address: string): Promise<string> {
  const headers = { 'content-type': 'application/json' };
  const body = JSON.stringify({ username: 'ada' });
  const response = await fetch(`${address}/login`, { method: 'POST', headers, body });
  return ((await response.json()) as { token: string }).token;
}

function orders(address: string, token: string): Promise<Response> {
  return fetch(`${address}/orders`, { headers: { authorization: `Bearer ${token}` } });
}

it('finds the programs of the page', () => {
  expect(programs).toHaveLength(3);
});

it('where you are: the app takes its own tokens and no others', async () => {
  await withProgram(0, async (address) => {
    expect(await (await orders(address, await oldToken(address))).json()).toEqual({ of: 'ada' });
    expect((await orders(address, fresh)).status).toBe(401);
  });
});

it('1: the app takes both, and neither without its signature', async () => {
  await withProgram(1, async (address) => {
    const old = await oldToken(address);
    expect(await (await orders(address, old)).json()).toEqual({ of: 'ada' });
    expect(await (await orders(address, fresh)).json()).toMatchObject({ of: expect.stringMatching(/^usr_/) });
    for (const token of [old, fresh]) {
      const unsigned = token.slice(0, token.lastIndexOf('.') + 1);
      expect((await orders(address, unsigned)).status).toBe(401);
    }
  });
});

it('3: the app takes those of Signet alone, and says why', async () => {
  let old = '';
  await withProgram(0, async (address) => {
    old = await oldToken(address);
  });
  await withProgram(2, async (address) => {
    expect(await (await orders(address, fresh)).json()).toMatchObject({ of: expect.stringMatching(/^usr_/) });
    const refused = await orders(address, old);
    expect(refused.status).toBe(401);
    expect(await refused.json()).toMatchObject({ code: 'claim_missing', expected: expect.any(String) });
  });
});
