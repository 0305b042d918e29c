/** What every app here reads from its environment, and the three things it shows. */
export const {
  APP_PORT: port,
  ISSUER: issuer,
  CLIENT_ID: clientId,
  CLIENT_SECRET: clientSecret,
  API: api,
} = process.env;
export const home = `http://127.0.0.1:${port}/`;
export const scope = 'openid profile demo:read';

export const signedOut = page('<p><a href="/sign-in">Sign in</a></p>');

export function signedIn(name) {
  return page(
    `<h1>Welcome, ${asText(name)}</h1><p><a href="/call">Call the API</a></p><p><a href="/sign-out">Sign out</a></p>`,
  );
}

/** Calls the API as the person, and shows what it said. */
export async function callApi(accessToken) {
  const answer = await fetch(api, { headers: { authorization: `Bearer ${accessToken}` } });
  return page(`<p>The API answered ${answer.status}</p><pre>${asText(await answer.text())}</pre>`);
}

export function open() {
  process.stdout.write(`open at ${home}\n`);
}

function page(body) {
  return `<!doctype html><meta charset="utf-8"><title>An app</title><main>${body}</main>`;
}

function asText(text) {
  return String(text).replace(/[&<>"']/g, (character) => `&#${character.charCodeAt(0)};`);
}
