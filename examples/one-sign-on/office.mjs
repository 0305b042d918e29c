// A server app with a session of its own, which ends when Signet says so (OpenID Connect Back-Channel Logout 1.0).
import { randomBytes } from 'node:crypto';
import { createServer } from 'node:http';
import { createRemoteJWKSet, jwtVerify } from 'jose';
import * as openid from 'openid-client';

const ended = 'http://schemas.openid.net/event/backchannel-logout';

export async function startOffice({ server, home, issuer, secret }) {
  const signet = await openid.discovery(new URL(issuer), 'office', secret, undefined, {
    execute: [openid.allowInsecureRequests],
  });
  const keys = createRemoteJWKSet(new URL(signet.serverMetadata().jwks_uri));
  /** By the value of each browser's cookie: a sign-in that is under way, or who it is and in which session. */
  const visitors = new Map();

  server.on('request', (request, response) => {
    answer(request, response).catch((error) => {
      process.stderr.write(`${error}\n`);
      response.writeHead(500).end('That went wrong.');
    });
  });

  async function answer(request, response) {
    const address = new URL(request.url, home);
    if (request.method === 'POST' && address.pathname === '/logged-out') {
      await endSessions(new URLSearchParams(await bodyOf(request)).get('logout_token') ?? '');
      response.writeHead(200, { 'cache-control': 'no-store' }).end();
      return;
    }
    const visitor = visitorOf(request, response);
    if (address.pathname === '/sign-in') return go(response, await begin(visitor));
    if (address.pathname === '/signed-in') {
      const tokens = await openid.authorizationCodeGrant(signet, address, visitor.checks);
      const { sub, sid } = tokens.claims();
      const { preferred_username } = await openid.fetchUserInfo(signet, tokens.access_token, sub);
      visitors.set(visitor.id, { id: visitor.id, sid, name: preferred_username });
      return go(response, home);
    }
    const { name } = visitor;
    const page =
      name === undefined
        ? '<p>Nobody is signed in here.</p><p><a href="/sign-in">Sign in</a></p>'
        : `<p>You are ${asText(name)}.</p>`;
    response.writeHead(200, { 'content-type': 'text/html; charset=utf-8' });
    response.end(`<!doctype html><meta charset="utf-8"><title>Office</title><h1>Office</h1>${page}`);
  }

  /** Believes a logout token of this Signet, for this app, and nothing else that may be signed by the same key. */
  async function endSessions(token) {
    const { payload } = await jwtVerify(token, keys, {
      issuer,
      audience: 'office',
      typ: 'logout+jwt',
      algorithms: ['ES256'],
    });
    if (payload.events?.[ended] === undefined || 'nonce' in payload) throw new Error('No logout token.');
    for (const [id, { sid }] of visitors) if (sid === payload.sid) visitors.delete(id);
  }

  async function begin(visitor) {
    visitor.checks = {
      pkceCodeVerifier: openid.randomPKCECodeVerifier(),
      expectedState: openid.randomState(),
      expectedNonce: openid.randomNonce(),
    };
    return openid.buildAuthorizationUrl(signet, {
      redirect_uri: `${home}signed-in`,
      scope: 'openid profile',
      state: visitor.checks.expectedState,
      nonce: visitor.checks.expectedNonce,
      code_challenge: await openid.calculatePKCECodeChallenge(visitor.checks.pkceCodeVerifier),
      code_challenge_method: 'S256',
    });
  }

  function visitorOf(request, response) {
    const held = /(?:^|;\s*)office=([\w-]{22})(?:;|$)/.exec(request.headers.cookie ?? '')?.[1];
    const id = visitors.has(held) ? held : randomBytes(16).toString('base64url');
    if (!visitors.has(id)) visitors.set(id, { id });
    response.setHeader('set-cookie', `office=${id}; Path=/; HttpOnly; SameSite=Lax`);
    return visitors.get(id);
  }
}

/** An address of the loopback that is known before Signet is told of it. */
export async function openOffice(port) {
  const server = createServer();
  await new Promise((listening) => server.listen(port, '127.0.0.1', listening));
  return { server, home: `http://127.0.0.1:${server.address().port}/` };
}

async function bodyOf(request) {
  let body = '';
  for await (const piece of request) {
    body += piece;
    if (body.length > 16_384) throw new Error('A logout token is shorter.');
  }
  return body;
}

function go(response, address) {
  response.writeHead(303, { location: String(address) }).end();
}

function asText(text) {
  return String(text).replace(/[&<>"']/g, (character) => `&#${character.charCodeAt(0)};`);
}
