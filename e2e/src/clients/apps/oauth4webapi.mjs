// One person at a time is enough here: what belongs to the sign-in is kept in the process.
import { createServer } from 'node:http';
import * as oauth from 'oauth4webapi';
import {
  callApi,
  clientId,
  clientSecret,
  home,
  issuer,
  open,
  port,
  scope,
  signedIn,
  signedOut,
} from './page.mjs';

const local = { [oauth.allowInsecureRequests]: true };
const client = { client_id: clientId };
const authentication = oauth.ClientSecretBasic(clientSecret);
const found = await oauth.discoveryRequest(new URL(issuer), local);
const server = await oauth.processDiscoveryResponse(new URL(issuer), found);
let checks;
let tokens;
let name;

const routes = {
  '/': () => ({ show: tokens === undefined ? signedOut : signedIn(name) }),
  '/sign-in': async () => ({ go: await beginSignIn() }),
  '/signed-in': async (address) => {
    await endSignIn(address);
    return { go: home };
  },
  '/call': async () => ({ show: await callApi(await refreshed()) }),
  '/sign-out': () => ({ go: signOut() }),
};

async function beginSignIn() {
  checks = {
    verifier: oauth.generateRandomCodeVerifier(),
    state: oauth.generateRandomState(),
    nonce: oauth.generateRandomNonce(),
  };
  const address = new URL(server.authorization_endpoint);
  address.search = new URLSearchParams({
    client_id: clientId,
    response_type: 'code',
    redirect_uri: `${home}signed-in`,
    scope,
    state: checks.state,
    nonce: checks.nonce,
    code_challenge: await oauth.calculatePKCECodeChallenge(checks.verifier),
    code_challenge_method: 'S256',
  });
  return address;
}

async function endSignIn(address) {
  // Takes `iss` for granted where the provider says that it sends it (RFC 9207).
  const answer = oauth.validateAuthResponse(server, client, address, checks.state);
  const response = await oauth.authorizationCodeGrantRequest(
    server,
    client,
    authentication,
    answer,
    `${home}signed-in`,
    checks.verifier,
    local,
  );
  tokens = await oauth.processAuthorizationCodeResponse(server, client, response, {
    expectedNonce: checks.nonce,
    requireIdToken: true,
  });
  await oauth.validateApplicationLevelSignature(server, response, local);
  const { sub } = oauth.getValidatedIdTokenClaims(tokens);
  const person = await oauth.userInfoRequest(server, client, tokens.access_token, local);
  name = (await oauth.processUserInfoResponse(server, client, sub, person)).preferred_username;
}

/** A new access token for each call: nothing is single-use that this would not show. */
async function refreshed() {
  const response = await oauth.refreshTokenGrantRequest(
    server,
    client,
    authentication,
    tokens.refresh_token,
    local,
  );
  tokens = { ...tokens, ...(await oauth.processRefreshTokenResponse(server, client, response)) };
  return tokens.access_token;
}

function signOut() {
  const address = new URL(server.end_session_endpoint);
  address.search = new URLSearchParams({ id_token_hint: tokens.id_token, post_logout_redirect_uri: home });
  tokens = undefined;
  return address;
}

createServer(async (request, response) => {
  const address = new URL(request.url, home);
  try {
    const { go, show } = (await routes[address.pathname]?.(address)) ?? { show: 'Nothing here' };
    if (go === undefined) response.setHeader('content-type', 'text/html; charset=utf-8').end(show);
    else response.writeHead(303, { location: String(go) }).end();
  } catch (error) {
    process.stderr.write(`${error.stack}\n`);
    response.writeHead(500).end(String(error));
  }
}).listen(Number(port), '127.0.0.1', open);
