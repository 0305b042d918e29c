import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { TokenAnswer } from '@signet/contracts';
import { temporaryFolder } from '@signet/testing/machine';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { startSignet, type TestSignet } from './testing/running-signet.ts';

const folder = temporaryFolder();
const app = 'http://localhost:3000';
let signet: TestSignet;

beforeAll(async () => {
  signet = await startSignet(folder.path);
  const file = join(folder.path, 'signet.yaml');
  const clients = `
clients:
  front: { name: Front, type: public, firstParty: true, origins: ['${app}'], browserTokens: cookie }
`;
  const taking = 'scopes: [demo:read]\n      credentials: [bearer, cookie]';
  writeFileSync(file, readFileSync(file, 'utf8').replace('scopes: [demo:read]', taking) + clients);
  await signet.configuration.reload();
});

afterAll(async () => {
  await signet.close();
  folder[Symbol.dispose]();
});

it('a page without a token calls an API by the cookie alone, until it logs out', async () => {
  const page = { origin: app, 'sec-fetch-site': 'same-site', 'content-type': 'application/json' };
  const post = (path: string, body: object, headers: object = {}) =>
    fetch(signet.web + path, {
      method: 'POST',
      headers: { ...page, ...headers },
      body: JSON.stringify(body),
    });
  const login = await post('/auth/login', { username: 'demo', password: signet.password('demo') });
  const told = (await login.json()) as TokenAnswer;
  expect(told).toMatchObject({ accessToken: '', tokenType: 'Cookie' });
  const cookie = login.headers
    .getSetCookie()
    .map((line) => line.split(';')[0])
    .join('; ');
  const proof = { 'x-csrf-token': told.csrfToken };
  const call = async (method: string, headers: object) =>
    (await fetch(`${signet.gateway}/demo/x`, { method, headers: { ...page, cookie, ...headers } })).text();

  const echoed = await call('POST', proof);
  expect(echoed).toContain('x-user-id');
  expect(echoed).not.toContain('signet_');
  expect(await call('GET', {})).toContain('x-user-id');
  expect(JSON.parse(await call('POST', {}))).toMatchObject({ code: 'csrf_token_invalid' });
  expect((await post('/auth/logout', {}, { cookie, ...proof })).status).toBe(200);
  expect(JSON.parse(await call('GET', {}))).toMatchObject({ code: 'token_revoked' });
});
