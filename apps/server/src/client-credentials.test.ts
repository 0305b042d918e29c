import { createHash, randomBytes } from 'node:crypto';
import { appendFileSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { temporaryFolder } from '@signet/testing/machine';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { startSignet, type TestSignet } from './testing/running-signet.ts';

const folder = temporaryFolder();
const secret = randomBytes(32).toString('base64url');
const hash = createHash('sha256').update(secret).digest('base64url');
let signet: TestSignet;

beforeAll(async () => {
  signet = await startSignet(folder.path);
});

afterAll(async () => {
  await signet.close();
  folder[Symbol.dispose]();
});

/** As a client does that knows nothing but the issuer. */
async function requestToken(): Promise<{ readonly status: number; readonly body: Record<string, unknown> }> {
  const discovery = await fetch(`${signet.web}/.well-known/openid-configuration`);
  const { token_endpoint: endpoint } = (await discovery.json()) as { token_endpoint: string };
  const response = await fetch(endpoint, {
    method: 'POST',
    headers: { authorization: `Basic ${btoa(`robot:${secret}`)}` },
    body: new URLSearchParams({ grant_type: 'client_credentials', scope: 'demo:read' }),
  });
  return { status: response.status, body: (await response.json()) as Record<string, unknown> };
}

it('gives a client of the file a token that the gateway takes, until the client is taken out', async () => {
  const file = join(folder.path, 'signet.yaml');
  const before = readFileSync(file, 'utf8');
  expect((await requestToken()).body).toMatchObject({ error: 'invalid_client', code: 'client_invalid' });

  const members = [
    'name: Robot',
    'type: confidential',
    'grants: [client_credentials]',
    `audiences: ["${signet.gateway}"]`,
    'scopes: [demo:read]',
    `secrets: ["sha256:${hash}"]`,
  ];
  appendFileSync(file, ['', 'clients:', '  robot:', ...members.map((line) => `    ${line}`), ''].join('\n'));
  await signet.configuration.reload();
  const { status, body } = await requestToken();
  expect([status, body['token_type'], body['scope']]).toEqual([200, 'Bearer', 'demo:read']);

  const headers = { authorization: `Bearer ${body['access_token']}` };
  const called = await fetch(`${signet.gateway}/demo/hello`, { headers });
  const echo = (await called.json()) as { headers: Record<string, string> };
  expect([called.status, echo.headers['x-user-id']]).toEqual([200, 'robot']);

  writeFileSync(file, before);
  await signet.configuration.reload();
  expect((await requestToken()).body).toMatchObject({ error: 'invalid_client', code: 'client_invalid' });
  expect(signet.logged()).not.toContain(secret);
});
