import { createHash } from 'node:crypto';
import { appendFileSync } from 'node:fs';
import { join } from 'node:path';
import { temporaryFolder } from '@signet/testing/machine';
import { type RunningSignet, startSignet } from '@signet/testing/signet';
import { exportPrivateJwk, exportPublicJwk, generateKeyPair } from '@signet/token/keys';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { createClient } from '../client/index.ts';
import { createService, type Service } from './index.ts';

/* The service against a whole Signet in a process of its own. */

const secret = 'q7-a-secret-of-the-test';
const orders = 'https://orders.example';
const folder = temporaryFolder();
let signet: RunningSignet;
let front: Service;
let keyed: Service;

function claimsOf(token: string): Readonly<Record<string, unknown>> {
  return JSON.parse(Buffer.from(token.split('.')[1] ?? '', 'base64url').toString());
}

beforeAll(async () => {
  signet = await startSignet({ dataFolder: folder.path });
  const { signing, verification } = await generateKeyPair('ES256', 'key-1');
  const hash = createHash('sha256').update(secret).digest('base64url');
  const confidential = { type: 'confidential', scopes: ['demo:read'] };
  const clients = {
    front: {
      ...confidential,
      name: 'Front',
      grants: ['client_credentials', 'urn:ietf:params:oauth:grant-type:token-exchange'],
      exchangeFrom: [signet.gateway],
      audiences: [orders, signet.gateway],
      secrets: [`sha256:${hash}`],
    },
    keyed: {
      ...confidential,
      name: 'Keyed',
      grants: ['client_credentials'],
      audiences: [orders],
      dpop: true,
      publicKeys: [await exportPublicJwk(verification)],
    },
  };
  appendFileSync(join(folder.path, 'signet.yaml'), `\nclients: ${JSON.stringify(clients)}\n`);
  front = createService({ issuer: signet.web, clientId: 'front', secret });
  const privateKey = await exportPrivateJwk(signing);
  keyed = createService({ issuer: signet.web, clientId: 'keyed', privateKey, dpop: true });
  await vi.waitFor(() => front.token(), { timeout: 30_000, interval: 200 });
});

afterAll(async () => {
  await signet?.stop();
  folder[Symbol.dispose]();
});

describe('a service of a real Signet', () => {
  it('gets a token by its secret, and calls an API through the gateway with it', async () => {
    const call = front.caller(signet.gateway, { resource: signet.gateway, scopes: ['demo:read'] });
    expect((await call('/demo/hello')).status).toBe(200);
  });

  it('gets another token where the one it has was revoked, and the call goes through', async () => {
    const wish = { resource: signet.gateway };
    const { accessToken } = await front.token(wish);
    const revoked = await fetch(`${signet.web}/oauth/revoke`, {
      method: 'POST',
      headers: { authorization: `Basic ${btoa(`front:${secret}`)}` },
      body: new URLSearchParams({ token: accessToken }),
    });
    expect(revoked.status).toBe(200);
    const call = front.caller(signet.gateway, wish);
    const bare = { headers: { authorization: `Bearer ${accessToken}` } };
    expect((await fetch(`${signet.gateway}/demo/hello`, bare)).status).toBe(401);
    expect((await call('/demo/hello')).status).toBe(200);
    expect((await front.token(wish)).accessToken).not.toBe(accessToken);
  });

  it('proves itself by its key, and gets a token that is bound to its process', async () => {
    const { accessToken, tokenType } = await keyed.token();
    expect(tokenType).toBe('DPoP');
    expect(claimsOf(accessToken)).toMatchObject({ client_id: 'keyed', cnf: { jkt: expect.any(String) } });
  });

  it('exchanges a person’s token for one that is for the next service', async () => {
    const client = createClient({ issuer: signet.web, fetch });
    const { accessToken } = await client.login({ username: 'demo', password: signet.password('demo') });
    const exchanged = await front.exchange(accessToken, { resource: orders });
    const claims = claimsOf(exchanged.accessToken);
    expect(claims).toMatchObject({ aud: orders, sub: claimsOf(accessToken)['sub'], act: { sub: 'front' } });
    expect((await front.exchange(accessToken, { resource: orders })).accessToken).toBe(exchanged.accessToken);
  });

  it('hears why it is refused', async () => {
    const wrong = createService({ issuer: signet.web, clientId: 'front', secret: 'another' });
    await expect(wrong.token()).rejects.toMatchObject({ code: 'client_invalid' });
    await expect(front.token({ scopes: ['admin'] })).rejects.toMatchObject({ code: 'scope_not_allowed' });
    await expect(front.exchange('eyJ')).rejects.toMatchObject({ code: 'subject_token_invalid' });
    await expect(front.token({ resource: 'https://else.example' })).rejects.toMatchObject({
      code: 'resource_not_allowed',
    });
  });
});
