// A page without a server of its own: this one hands out two files.
import { readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { fileURLToPath } from 'node:url';
import { clientId, home, issuer, open, port, scope } from './page.mjs';

const library = readFileSync(
  fileURLToPath(new URL('../browser/oidc-client-ts.min.js', import.meta.resolve('oidc-client-ts'))),
);
const page = `<!doctype html><meta charset="utf-8"><title>An app</title><main></main>
<script src="/library.js"></script>
<script>
  const users = new oidc.UserManager({
    authority: ${JSON.stringify(issuer)},
    client_id: ${JSON.stringify(clientId)},
    redirect_uri: ${JSON.stringify(`${home}signed-in`)},
    post_logout_redirect_uri: ${JSON.stringify(home)},
    scope: ${JSON.stringify(scope)},
    loadUserInfo: true,
  });
  const main = document.querySelector('main');
  const button = (text, deed) => {
    const made = document.createElement('a');
    made.href = '#';
    made.textContent = text;
    made.onclick = (event) => { event.preventDefault(); deed(); };
    return made;
  };
  async function show() {
    if (location.pathname === '/signed-in') {
      await users.signinRedirectCallback();
      history.replaceState(null, '', '/');
    }
    const user = await users.getUser();
    if (user === null) return main.replaceChildren(button('Sign in', () => users.signinRedirect()));
    const heading = document.createElement('h1');
    heading.textContent = 'Welcome, ' + user.profile.preferred_username;
    const refresh = button('Refresh', async () => {
      const next = await users.signinSilent();
      refresh.textContent = next.access_token === user.access_token ? 'The same token' : 'Another token';
    });
    main.replaceChildren(heading, refresh, button('Sign out', () => users.signoutRedirect()));
  }
  show().catch((error) => { main.textContent = String(error); });
</script>`;

createServer((request, response) => {
  const [type, body] = request.url === '/library.js' ? ['text/javascript', library] : ['text/html', page];
  response.setHeader('content-type', `${type}; charset=utf-8`).end(body);
}).listen(Number(port), '127.0.0.1', open);
