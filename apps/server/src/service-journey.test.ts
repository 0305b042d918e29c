import { generateKeyPairSync } from 'node:crypto';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { temporaryFolder } from '@signet/testing/machine';
import { launcher, type Ran, type RunningSignet, runSignet, startSignet } from '@signet/testing/signet';
import * as openid from 'openid-client';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

describe('the journey of a service', () => {
  const folder = temporaryFolder();
  let signet: RunningSignet;
  let secret = '';
  let tokens: openid.TokenEndpointResponse;

  beforeAll(async () => {
    signet = await startSignet({ dataFolder: folder.path, by: [process.execPath, launcher] });
  });

  afterAll(async () => {
    await signet?.stop();
    folder[Symbol.dispose]();
  });

  const run = (...words: string[]): Promise<Ran> => runSignet([...words, '--data', folder.path]);
  const call = () =>
    fetch(`${signet.gateway}/demo/hello`, { headers: { authorization: `Bearer ${tokens.access_token}` } });
  /** As an application does that knows the issuer, its id and its secret. */
  const discover = () =>
    openid.discovery(new URL(signet.web), 'invoices', secret, openid.ClientSecretBasic(secret), {
      execute: [openid.allowInsecureRequests],
    });

  it('begins with a client that is added by command', async () => {
    const words = ['--grant', 'client_credentials', '--audience', signet.gateway, '--scope', 'demo:read'];
    const added = await run('client', 'add', 'invoices', ...words, '--json');
    expect(added).toMatchObject({ code: 0, err: '' });
    ({ secret } = JSON.parse(added.out));
  });

  it('gets a token by a library that knows nothing of Signet, and the gateway takes it', async () => {
    const service = await discover();
    tokens = await openid.clientCredentialsGrant(service, { scope: 'demo:read' });
    expect((await call()).status).toBe(200);
    expect(await openid.tokenIntrospection(service, tokens.access_token)).toMatchObject({
      active: true,
      client_id: 'invoices',
      scope: 'demo:read',
    });
  });

  it('gives a token back, which is refused from then on', async () => {
    const service = await discover();
    await openid.tokenRevocation(service, tokens.access_token);
    expect((await call()).status).toBe(401);
    expect(await openid.tokenIntrospection(service, tokens.access_token)).toEqual({ active: false });
    tokens = await openid.clientCredentialsGrant(service);
    expect((await call()).status).toBe(200);
  });

  it('proves itself by a key of its own, of which the machine shows the public half alone', async () => {
    const { privateKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' });
    const file = join(folder.path, 'robot.pem');
    writeFileSync(file, privateKey.export({ type: 'pkcs8', format: 'pem' }), { mode: 0o600 });
    const words = ['--grant', 'client_credentials', '--audience', signet.gateway, '--scope', 'demo:read'];
    const added = await run('client', 'add', 'robot', ...words, '--public-key', file, '--json');
    expect(added).toMatchObject({ code: 0, err: '' });
    expect(JSON.parse(added.out)).not.toHaveProperty('secret');
    const shown = await run('client', 'show', 'robot');
    expect(shown.out).toMatch(/^Key {7}EC P-256/m);
    const { d } = privateKey.export({ format: 'jwk' });
    expect(added.out + shown.out).not.toContain(d);
    const algorithm = { name: 'ECDSA', namedCurve: 'P-256' };
    const pkcs8 = privateKey.export({ type: 'pkcs8', format: 'der' });
    const key = await crypto.subtle.importKey('pkcs8', pkcs8, algorithm, false, ['sign']);
    const robot = await openid.discovery(new URL(signet.web), 'robot', undefined, openid.PrivateKeyJwt(key), {
      execute: [openid.allowInsecureRequests],
    });
    const own = await openid.clientCredentialsGrant(robot, { scope: 'demo:read' });
    expect(await openid.tokenIntrospection(robot, own.access_token)).toMatchObject({ client_id: 'robot' });
    await openid.tokenRevocation(robot, own.access_token);
  });

  it('ends when the client is removed: its token is refused at once, and the explanation says why', async () => {
    const service = await discover();
    expect((await run('client', 'remove', 'invoices')).code).toBe(0);
    const refused = await call();
    expect([refused.status, refused.headers.get('www-authenticate')]).toEqual([
      401,
      expect.stringContaining('error="invalid_token"'),
    ]);
    const { reference } = (await refused.json()) as { reference: string };
    const explained = await run('explain', reference);
    expect(explained.out).toMatch(/all tokens of its client up to a time were revoked/);
    await expect(openid.clientCredentialsGrant(service)).rejects.toMatchObject({
      code: 'OAUTH_WWW_AUTHENTICATE_CHALLENGE',
      status: 401,
    });
  });
});
