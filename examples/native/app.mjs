// A command-line app that signs a person in with their own browser (RFC 8252): PKCE, and an answer on the loopback.
import { createServer } from 'node:http';
import * as openid from 'openid-client';

const done = '<!doctype html><meta charset="utf-8"><title>Done</title><p>Done. You may close this page.</p>';

/** @param show is given the address that the person opens */
export async function signIn({ issuer, clientId, scope, show }) {
  const signet = await openid.discovery(new URL(issuer), clientId, undefined, openid.None(), {
    // Plain http is for this machine alone.
    execute: issuer.startsWith('http:') ? [openid.allowInsecureRequests] : [],
  });
  const checks = {
    pkceCodeVerifier: openid.randomPKCECodeVerifier(),
    expectedState: openid.randomState(),
    expectedNonce: openid.randomNonce(),
  };
  await using back = await listenForAnswer(checks.expectedState);
  const address = openid.buildAuthorizationUrl(signet, {
    // By number, not by name: `localhost` may be somebody else's (RFC 8252 §8.3). Signet lets the port be any.
    redirect_uri: back.address,
    scope,
    state: checks.expectedState,
    nonce: checks.expectedNonce,
    code_challenge: await openid.calculatePKCECodeChallenge(checks.pkceCodeVerifier),
    code_challenge_method: 'S256',
  });
  show(address.href);
  const tokens = await openid.authorizationCodeGrant(signet, await back.answer, checks);
  return { signet, tokens };
}

/** Takes one answer, and only one to this sign-in: anybody on this machine can call the port. */
async function listenForAnswer(state) {
  const { promise: answer, resolve } = Promise.withResolvers();
  const server = createServer((request, response) => {
    const address = new URL(request.url, 'http://127.0.0.1');
    if (address.pathname !== '/back' || address.searchParams.get('state') !== state) {
      response.writeHead(404).end();
      return;
    }
    response.writeHead(200, { 'content-type': 'text/html; charset=utf-8', connection: 'close' }).end(done);
    resolve(new URL(`${base}/back${address.search}`));
  });
  await new Promise((listening) => server.listen(0, '127.0.0.1', listening));
  const base = `http://127.0.0.1:${server.address().port}`;
  return {
    address: `${base}/back`,
    answer,
    async [Symbol.asyncDispose]() {
      await new Promise((closed) => server.close(closed));
    },
  };
}

/** Ends what this app was given; a session that the browser has goes on. */
export async function signOut(signet, tokens) {
  await openid.tokenRevocation(signet, tokens.refresh_token ?? tokens.access_token);
}
