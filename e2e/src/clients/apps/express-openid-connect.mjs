import express from 'express';
import oidc from 'express-openid-connect';
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

const app = express();
app.use(
  oidc.auth({
    issuerBaseURL: issuer,
    baseURL: home,
    clientID: clientId,
    clientSecret,
    secret: 'a secret of the app for its own cookies, and of nothing else',
    authRequired: false,
    idpLogout: true,
    idTokenSigningAlg: 'ES256',
    authorizationParams: { response_type: 'code', scope },
    routes: { login: '/sign-in', callback: '/signed-in', logout: '/sign-out', postLogoutRedirect: home },
  }),
);
app.get('/', async (request, response) => {
  if (!request.oidc.isAuthenticated()) return response.send(signedOut);
  const person = await request.oidc.fetchUserInfo();
  return response.send(signedIn(person.preferred_username));
});
app.get('/call', oidc.requiresAuth(), async (request, response) => {
  response.send(await callApi((await request.oidc.accessToken.refresh()).access_token));
});
app.listen(Number(port), '127.0.0.1', open);
