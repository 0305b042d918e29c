import { createHash, randomBytes } from 'node:crypto';
import express from 'express';
import session from 'express-session';
import passport from 'passport';
import OpenIDConnectStrategy from 'passport-openidconnect';
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

// docs/openid-connect.md shows this class as it stands: the strategy knows no PKCE, which Signet asks of every app.
class StrategyWithPkce extends OpenIDConnectStrategy {
  /** Passport calls it on an object of its own for each request. */
  authenticate(request, options) {
    if (request.query.code === undefined) request.session.verifier = randomBytes(32).toString('base64url');
    const { verifier = '' } = request.session;
    const oauth2 = this._oauth2;
    this._oauth2 = Object.create(oauth2);
    this._oauth2.getOAuthAccessToken = (code, parameters, done) =>
      oauth2.getOAuthAccessToken(code, { ...parameters, code_verifier: verifier }, done);
    this.authorizationParams = () => ({
      code_challenge: createHash('sha256').update(verifier).digest('base64url'),
      code_challenge_method: 'S256',
    });
    super.authenticate(request, options);
  }
}

const found = await (await fetch(`${issuer}/.well-known/openid-configuration`)).json();
passport.use(
  new StrategyWithPkce(
    {
      issuer,
      authorizationURL: found.authorization_endpoint,
      tokenURL: found.token_endpoint,
      userInfoURL: found.userinfo_endpoint,
      clientID: clientId,
      clientSecret,
      callbackURL: `${home}signed-in`,
      scope: scope.replace('openid ', ''),
      nonce: true,
      skipUserProfile: false,
    },
    (_issuer, profile, _context, idToken, accessToken, _refreshToken, done) =>
      done(null, { name: profile.username, idToken, accessToken }),
  ),
);
passport.serializeUser((user, done) => done(null, user));
passport.deserializeUser((user, done) => done(null, user));

const app = express();
app.use(
  session({ secret: 'a secret of the app for its own cookies', resave: false, saveUninitialized: false }),
);
app.use(passport.session());
app.get('/', ({ user }, response) => response.send(user === undefined ? signedOut : signedIn(user.name)));
app.get('/sign-in', passport.authenticate('openidconnect'));
app.get('/signed-in', passport.authenticate('openidconnect', { successRedirect: '/' }));
app.get('/call', async ({ user }, response) => response.send(await callApi(user.accessToken)));
app.get('/sign-out', (request, response, next) => {
  const { idToken } = request.user;
  request.logout((error) => {
    if (error) return next(error);
    const asked = new URLSearchParams({ id_token_hint: idToken, post_logout_redirect_uri: home });
    return response.redirect(`${found.end_session_endpoint}?${asked}`);
  });
});
app.listen(Number(port), '127.0.0.1', open);
