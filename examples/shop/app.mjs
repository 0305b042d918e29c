// A shop that signs people in through Signet and calls an API as them. Its only dependency is `openid-client`.
import { randomBytes } from 'node:crypto';
import { createServer } from 'node:http';
import * as openid from 'openid-client';

const port = Number(process.env.SHOP_PORT ?? 3000);
const issuer = process.env.SHOP_ISSUER ?? 'http://localhost:9000';
const api = process.env.SHOP_API ?? 'http://localhost:8080/demo/hello';
const home = `http://127.0.0.1:${port}/`;

// Everything there is to know about Signet comes from its discovery document. Plain http is for this machine alone.
const signet = await openid.discovery(new URL(issuer), 'shop', undefined, openid.None(), {
  execute: [openid.allowInsecureRequests],
});

/** What each browser has to do with this shop, by the value of its cookie: a sign-in that is under way, or its tokens. */
const visitors = new Map();

const server = createServer((request, response) => {
  answer(new URL(request.url ?? '/', home), visitorOf(request, response), response).catch((error) => {
    process.stderr.write(`${error}\n`);
    show(response, 500, '<p>That went wrong. <a href="/">Back to the shop</a></p>');
  });
});

async function answer(address, visitor, response) {
  if (address.pathname === '/sign-in') return go(response, await beginSignIn(visitor));
  if (address.pathname === '/signed-in') {
    visitor.tokens = await openid.authorizationCodeGrant(signet, address, visitor.checks);
    return go(response, home);
  }
  if (address.pathname === '/sign-out') return go(response, signOut(visitor));
  if (address.pathname !== '/') return show(response, 404, '<p>There is nothing here.</p>');
  if (visitor.tokens === undefined) return show(response, 200, '<p><a href="/sign-in">Sign in</a></p>');
  return show(response, 200, await welcome(visitor.tokens));
}

/** One sign-in: PKCE, state and nonce are kept here, so that only the browser that began it can end it. */
async function beginSignIn(visitor) {
  visitor.checks = {
    pkceCodeVerifier: openid.randomPKCECodeVerifier(),
    expectedState: openid.randomState(),
    expectedNonce: openid.randomNonce(),
  };
  return openid.buildAuthorizationUrl(signet, {
    redirect_uri: `${home}signed-in`,
    scope: 'openid profile demo:read',
    state: visitor.checks.expectedState,
    nonce: visitor.checks.expectedNonce,
    code_challenge: await openid.calculatePKCECodeChallenge(visitor.checks.pkceCodeVerifier),
    code_challenge_method: 'S256',
  });
}

async function welcome(tokens) {
  const person = await openid.fetchUserInfo(signet, tokens.access_token, tokens.claims().sub);
  const called = await fetch(api, { headers: { authorization: `Bearer ${tokens.access_token}` } });
  return `<h1>Welcome, ${asText(person.preferred_username)}</h1>
    <p>The API answered ${called.status}:</p>
    <pre>${asText(await called.text())}</pre>
    <p><a href="/sign-out">Sign out</a></p>`;
}

/** Ends the session at Signet, and with it every token of it, here and in all other apps. */
function signOut(visitor) {
  const { id_token } = visitor.tokens ?? {};
  visitor.tokens = undefined;
  return openid.buildEndSessionUrl(signet, {
    post_logout_redirect_uri: home,
    ...(id_token === undefined ? {} : { id_token_hint: id_token }),
  });
}

function visitorOf(request, response) {
  const held = /(?:^|;\s*)shop=([\w-]{22})(?:;|$)/.exec(request.headers.cookie ?? '')?.[1];
  const id = held !== undefined && visitors.has(held) ? held : randomBytes(16).toString('base64url');
  if (!visitors.has(id)) visitors.set(id, {});
  response.setHeader('set-cookie', `shop=${id}; Path=/; HttpOnly; SameSite=Lax`);
  return visitors.get(id);
}

function go(response, address) {
  response.writeHead(303, { location: String(address) }).end();
}

function show(response, status, body) {
  const page = `<!doctype html><meta charset="utf-8"><title>The shop</title><main>${body}</main>`;
  response.writeHead(status, { 'content-type': 'text/html; charset=utf-8' }).end(page);
}

function asText(text) {
  return String(text).replace(/[&<>"']/g, (character) => `&#${character.charCodeAt(0)};`);
}

server.listen(port, '127.0.0.1', () => process.stdout.write(`The shop is open at ${home}\n`));
