import { createHash, randomBytes } from 'node:crypto';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

/** An app that signs people in by OpenID Connect, as small as one can be: a public client with PKCE on this machine. */
export interface RelyingApp extends AsyncDisposable {
  readonly url: string;
}

interface Waiting {
  readonly state: string;
  readonly verifier: string;
}

/** @param issuer The Signet that signs in, which knows the client `orders` or `stranger` with `http://127.0.0.1/back` */
export async function startRelyingApp(issuer: string, clientId: string): Promise<RelyingApp> {
  const waiting: Waiting[] = [];
  const server = createServer((request, response) => {
    answer(request, response).catch((error: unknown) => response.writeHead(500).end(String(error)));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const back = `${url}/back`;

  async function answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const asked = new URL(request.url ?? '/', url);
    if (asked.pathname === '/') {
      response.writeHead(303, { location: begin(asked.searchParams.get('scope') ?? 'openid') }).end();
    } else if (asked.pathname === '/back') {
      const said = await whoCame(asked.searchParams);
      response.writeHead(200, { 'content-type': 'text/plain; charset=utf-8' }).end(said);
    } else response.writeHead(404).end();
  }

  function begin(scope: string): string {
    const one = { state: randomBytes(16).toString('hex'), verifier: randomBytes(32).toString('base64url') };
    waiting.push(one);
    const query = new URLSearchParams({
      client_id: clientId,
      redirect_uri: back,
      response_type: 'code',
      scope,
      state: one.state,
      code_challenge: createHash('sha256').update(one.verifier).digest('base64url'),
      code_challenge_method: 'S256',
    });
    return `${issuer}/oauth/authorize?${query}`;
  }

  async function whoCame(came: URLSearchParams): Promise<string> {
    const one = waiting.find(({ state }) => state === came.get('state'));
    if (one === undefined || came.get('iss') !== issuer) return 'This answer is to no question of this app.';
    if (came.has('error')) return `No sign-in: ${came.get('error')}`;
    const form = {
      grant_type: 'authorization_code',
      client_id: clientId,
      code: came.get('code') ?? '',
      redirect_uri: back,
      code_verifier: one.verifier,
    };
    const tokens = await askJson(`${issuer}/oauth/token`, {
      method: 'POST',
      body: new URLSearchParams(form),
    });
    const headers = { authorization: `Bearer ${tokens['access_token']}` };
    const person = await askJson(`${issuer}/oauth/userinfo`, { headers });
    return `Signed in: ${person['preferred_username'] ?? person['sub']}`;
  }

  return {
    url,
    async [Symbol.asyncDispose]() {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}

async function askJson(url: string, init: RequestInit): Promise<Readonly<Record<string, unknown>>> {
  const response = await fetch(url, init);
  const body = await response.json();
  if (!response.ok) throw new Error(`${url} answered ${response.status}: ${JSON.stringify(body)}`);
  return body as Readonly<Record<string, unknown>>;
}
