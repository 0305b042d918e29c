import { createHash, randomBytes } from 'node:crypto';
import { once } from 'node:events';
import { writeFileSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { createClient } from '@signet/sdk/client';
import { temporaryFolder } from '@signet/testing/machine';
import { freePorts, type RunningSignet, startSignet } from '@signet/testing/signet';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { describeInBrowser } from '../browser/with-browser.ts';

const password = 'correct stapler bakes turtles';

/** An app on this machine, which gets its answer on whatever port it has (RFC 8252 §7.3). */
async function startApp(): Promise<Server> {
  const server = createServer((_request, response) => {
    response.setHeader('content-type', 'text/html');
    response.end('<!doctype html><title>The app</title><h1>Back in the app</h1>');
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  return server;
}

describeInBrowser('a person who comes from an app', (room) => {
  const folder = temporaryFolder();
  const verifier = randomBytes(32).toString('base64url');
  let signet: RunningSignet;
  let app: Server;
  let callback: string;

  beforeAll(async () => {
    const ports = await freePorts();
    const configuration = {
      version: 1,
      identity: { audiences: ['https://api.example'] },
      issuers: { house: { self: true } },
      clients: {
        desk: {
          name: 'The desk',
          type: 'public',
          grants: ['authorization_code'],
          redirectUris: ['http://127.0.0.1/in'],
          audiences: ['https://api.example'],
          scopes: ['desk:read'],
        },
      },
    };
    writeFileSync(join(folder.path, 'signet.yaml'), JSON.stringify(configuration));
    signet = await startSignet({ dataFolder: folder.path, ports });
    const first = { username: 'admin', password: signet.password('admin'), newPassword: password };
    await createClient({ issuer: signet.web, fetch }).login(first);
    app = await startApp();
    callback = `http://127.0.0.1:${(app.address() as AddressInfo).port}/in`;
  });

  afterAll(async () => {
    app?.close();
    await signet?.stop();
    folder[Symbol.dispose]();
  });

  function authorizeAddress(): string {
    const challenge = createHash('sha256').update(verifier).digest('base64url');
    const request = new URLSearchParams({
      client_id: 'desk',
      response_type: 'code',
      redirect_uri: callback,
      scope: 'openid profile',
      state: 'kept',
      code_challenge: challenge,
      code_challenge_method: 'S256',
    });
    return `${signet.web}/oauth/authorize?${request}`;
  }

  it('signs in on the hosted page, agrees, is back in the app, and is not asked the second time', async () => {
    const context = await room.open();
    const page = await context.newPage();
    await page.goto(authorizeAddress());
    expect(new URL(page.url()).pathname).toMatch(/^\/signin\//);
    await page.locator('input[autocomplete~="username"]').fill('admin');
    await page.locator('input[autocomplete~="current-password"]').fill(password);
    await page.keyboard.press('Enter');
    await page.getByRole('button', { name: 'Allow' }).click();
    await page.getByRole('heading', { name: 'Back in the app' }).waitFor();
    const back = new URL(page.url());
    expect(back.searchParams.get('state')).toBe('kept');
    const answer = await fetch(`${signet.web}/oauth/token`, {
      method: 'POST',
      body: new URLSearchParams({
        grant_type: 'authorization_code',
        client_id: 'desk',
        code: back.searchParams.get('code') ?? '',
        redirect_uri: callback,
        code_verifier: verifier,
      }),
    });
    expect(await answer.json()).toMatchObject({ token_type: 'Bearer', scope: 'openid profile' });

    await page.goto(authorizeAddress());
    await page.getByRole('heading', { name: 'Back in the app' }).waitFor();
    expect(new URL(page.url()).searchParams.get('code')).not.toBe(back.searchParams.get('code'));
  });
});
