// A program of the terminal: the browser is opened for it, and the answer comes back on this machine (RFC 8252).

import { AuthorizationRequest } from '@openid/appauth/built/src/authorization_request.js';
import { AuthorizationNotifier } from '@openid/appauth/built/src/authorization_request_handler.js';
import { AuthorizationServiceConfiguration } from '@openid/appauth/built/src/authorization_service_configuration.js';
import { NodeCrypto } from '@openid/appauth/built/src/node_support/crypto_utils.js';
import { NodeBasedHandler } from '@openid/appauth/built/src/node_support/node_request_handler.js';
import { NodeRequestor } from '@openid/appauth/built/src/node_support/node_requestor.js';
import { TokenRequest } from '@openid/appauth/built/src/token_request.js';
import { BaseTokenRequestHandler } from '@openid/appauth/built/src/token_request_handler.js';
import { api, clientId, home, issuer, port, scope } from './page.mjs';

const requestor = new NodeRequestor();
const tokens = new BaseTokenRequestHandler(requestor);
const provider = await AuthorizationServiceConfiguration.fetchFromIssuer(issuer, requestor);
const handler = new NodeBasedHandler(Number(port));
const notifier = new AuthorizationNotifier();
handler.setAuthorizationNotifier(notifier);
notifier.setAuthorizationListener(async (request, response, error) => {
  if (error) throw error;
  const first = await tokens.performTokenRequest(
    provider,
    new TokenRequest({
      client_id: clientId,
      redirect_uri: home,
      grant_type: 'authorization_code',
      code: response.code,
      extras: { code_verifier: request.internal.code_verifier },
    }),
  );
  const next = await tokens.performTokenRequest(
    provider,
    new TokenRequest({
      client_id: clientId,
      redirect_uri: home,
      grant_type: 'refresh_token',
      refresh_token: first.refreshToken,
    }),
  );
  const answer = await fetch(api, { headers: { authorization: `Bearer ${next.accessToken}` } });
  process.stdout.write(`The API answered ${answer.status} ${JSON.stringify(await answer.json())}\n`);
});
handler.performAuthorizationRequest(
  provider,
  new AuthorizationRequest(
    {
      client_id: clientId,
      redirect_uri: home,
      scope,
      response_type: AuthorizationRequest.RESPONSE_TYPE_CODE,
    },
    new NodeCrypto(),
  ),
);
