import { createSession, type SessionState } from '@signet/sdk/browser';

/* A page, in as much as a program can be one: a sign-in, a call, a log-out. */

const grant = { accessToken: 'eyJ', expiresIn: 900, sessionId: 'ses_1', scope: '', csrfToken: 'x' };
const session = createSession({
  issuer: 'https://login.example.com',
  apis: ['https://api.example.com'],
  fetch: async (url, init) =>
    url.pathname === '/orders'
      ? new Response(new Headers(init.headers).get('authorization'))
      : Response.json(grant),
});
const states: SessionState[] = [];
session.listen((state) => states.push(state));
await session.login({ username: 'ada', password: 'right' });
const said = await (await session.fetch('https://api.example.com/orders')).text();
await session.logout();
session.close();
process.stdout.write(`${said}, ${states.map(({ signedIn }) => signedIn).join(', ')}\n`);
