import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { TokenAnswer } from '@signet/contracts';
import { temporaryFolder } from '@signet/testing/machine';
import { exportPublicJwk, generateKeyPair } from '@signet/token/keys';
import { signBytes } from '@signet/token/sign';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { startSignet, type TestSignet } from './testing/running-signet.ts';

const folder = temporaryFolder();
let signet: TestSignet;

beforeAll(async () => {
  signet = await startSignet(folder.path);
  const file = join(folder.path, 'signet.yaml');
  const clients = `
clients:
  phone:
    name: The app
    type: public
    firstParty: true
    native: true
    audiences: ['${signet.gateway}']
    scopes: [demo:read]
`;
  writeFileSync(file, readFileSync(file, 'utf8') + clients);
  await signet.configuration.reload();
});

afterAll(async () => {
  await signet.close();
  folder[Symbol.dispose]();
});

/** As an app on a phone asks: JSON, and nothing that a browser adds. */
function ask(path: string, body: object, headers: Readonly<Record<string, string>> = {}) {
  return fetch(signet.web + path, {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...headers },
    body: JSON.stringify({ client: 'phone', ...body }),
  });
}

const person = () => ({ username: 'demo', password: signet.password('demo') });
const told = async (response: Response) => (await response.json()) as TokenAnswer;

it('an app on a phone signs a person in, calls the API, goes on, and logs out everywhere', async () => {
  const call = async ({ accessToken }: TokenAnswer) => {
    const headers = { authorization: `Bearer ${accessToken}` };
    return (await fetch(`${signet.gateway}/demo/x`, { headers })).text();
  };
  const login = await ask('/auth/login', person());
  expect([login.status, login.headers.getSetCookie()]).toEqual([200, []]);
  const first = await told(login);
  expect(await call(first)).toContain('x-user-id');
  const second = await told(await ask('/auth/refresh', { refreshToken: first.refreshToken }));
  expect(second.refreshToken).not.toBe(first.refreshToken);
  expect(await call(second)).toContain('x-user-id');

  const page = { origin: signet.web, 'sec-fetch-site': 'same-origin' };
  const stolen = await ask('/auth/refresh', { refreshToken: second.refreshToken }, page);
  expect([stolen.status, await stolen.json()]).toMatchObject([403, { code: 'body_token_refused' }]);

  const out = await ask('/auth/logout', { refreshToken: second.refreshToken });
  expect(await out.json()).toMatchObject({ ended: true, sessionId: first.sessionId });
  for (const each of [first, second]) {
    expect(JSON.parse(await call(each))).toMatchObject({ code: 'token_revoked' });
  }
  const over = await ask('/auth/refresh', { refreshToken: second.refreshToken });
  expect(await over.json()).toMatchObject({ code: 'session_ended' });
});

it('an app whose key is in the phone has tokens that are good with it alone', async () => {
  const pair = await generateKeyPair('ES256');
  const jwk = await exportPublicJwk(pair.verification);
  const nonce = String((await ask('/auth/login', person(), { dpop: 'none' })).headers.get('dpop-nonce'));
  const prove = async (path: string) => {
    const claims = { htm: 'POST', htu: signet.web + path, iat: Math.floor(Date.now() / 1000), nonce };
    const payload = new TextEncoder().encode(JSON.stringify({ ...claims, jti: crypto.randomUUID() }));
    return { dpop: await signBytes(payload, { key: pair.signing, type: 'dpop+jwt', header: { jwk } }) };
  };
  const first = await told(await ask('/auth/login', person(), await prove('/auth/login')));
  expect(first.tokenType).toBe('DPoP');
  const copied = { refreshToken: first.refreshToken };
  expect(await (await ask('/auth/refresh', copied)).json()).toMatchObject({ code: 'refresh_token_invalid' });
  const asBearer = { authorization: `Bearer ${first.accessToken}` };
  const misused = await fetch(`${signet.gateway}/demo/x`, { headers: asBearer });
  expect(await misused.json()).toMatchObject({ code: 'token_bound' });
  const next = await told(await ask('/auth/refresh', copied, await prove('/auth/refresh')));
  expect(next.tokenType).toBe('DPoP');
});
