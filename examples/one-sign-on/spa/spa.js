// A single-page app that signs people in by OpenID Connect with PKCE. Its tokens are in memory, and nowhere else.
const { issuer, clientId, title } = await (await fetch('/config.json')).json();
const signet = await (await fetch(`${issuer}/.well-known/openid-configuration`)).json();
const home = `${location.origin}/`;
const part = (id) => document.getElementById(id);
let tokens;

document.title = title;
document.querySelector('h1').textContent = title;
part('sign-in').addEventListener('click', begin);
part('check').addEventListener('click', show);
part('sign-out').addEventListener('click', signOut);
// Somebody may have signed out in another app meanwhile.
document.addEventListener('visibilitychange', () => document.visibilityState === 'visible' && show());

if (location.search !== '') await finish(new URLSearchParams(location.search));
await show();

/** What only this tab knows of the sign-in that it began: it is gone when the person comes back. */
async function begin() {
  const [verifier, state] = [random(), random()];
  sessionStorage.setItem('sign-in', JSON.stringify({ verifier, state }));
  const digest = await crypto.subtle.digest('SHA-256', new TextEncoder().encode(verifier));
  const query = new URLSearchParams({
    client_id: clientId,
    redirect_uri: home,
    response_type: 'code',
    scope: 'openid profile',
    state,
    code_challenge: base64url(new Uint8Array(digest)),
    code_challenge_method: 'S256',
  });
  location.assign(`${signet.authorization_endpoint}?${query}`);
}

async function finish(answer) {
  const { verifier, state } = JSON.parse(sessionStorage.getItem('sign-in') ?? '{}');
  sessionStorage.removeItem('sign-in');
  // The code leaves the address bar before anything else can look at it.
  history.replaceState(null, '', '/');
  if (state === undefined || answer.get('state') !== state || answer.get('iss') !== issuer) return;
  if (!answer.has('code')) return;
  const response = await fetch(signet.token_endpoint, {
    method: 'POST',
    body: new URLSearchParams({
      grant_type: 'authorization_code',
      client_id: clientId,
      code: answer.get('code'),
      redirect_uri: home,
      code_verifier: verifier,
    }),
  });
  if (response.ok) tokens = await response.json();
}

async function show() {
  const person = tokens === undefined ? undefined : await whoAmI();
  part('who').textContent = person === undefined ? 'Nobody is signed in here.' : `You are ${person}.`;
  part('sign-in').hidden = person !== undefined;
  part('check').hidden = part('sign-out').hidden = person === undefined;
}

/** Signet says whether the token still stands: one that was ended elsewhere does not. */
async function whoAmI() {
  const headers = { authorization: `Bearer ${tokens.access_token}` };
  const answer = await fetch(signet.userinfo_endpoint, { headers });
  if (answer.ok) return (await answer.json()).preferred_username;
  tokens = undefined;
  return undefined;
}

/** Ends the session at Signet, and with it what every other app has of it. */
function signOut() {
  const query = new URLSearchParams({ id_token_hint: tokens.id_token, post_logout_redirect_uri: home });
  location.assign(`${signet.end_session_endpoint}?${query}`);
}

function random() {
  return base64url(crypto.getRandomValues(new Uint8Array(32)));
}

function base64url(bytes) {
  return btoa(String.fromCharCode(...bytes))
    .replaceAll('+', '-')
    .replaceAll('/', '_')
    .replaceAll('=', '');
}
