// Starts Signet, and the app of the command line that signs in to it.
import { startSignet } from '../with-signet.mjs';
import { signIn, signOut } from './app.mjs';

const { issuer, gateway, password, stop } = await startSignet(({ gateway }) => ({
  clients: {
    orders: {
      name: 'Orders on the command line',
      type: 'public',
      grants: ['authorization_code', 'refresh_token'],
      redirectUris: ['http://127.0.0.1/back'],
      audiences: [gateway],
      scopes: ['demo:read'],
      firstParty: true,
    },
  },
}));

const print = (text) => process.stdout.write(`${text}\n`);
const { signet, tokens } = await signIn({
  issuer,
  clientId: 'orders',
  scope: 'openid profile demo:read offline_access',
  show: (address) => print(`Sign in as demo with ${password} at\n${address}`),
});
const call = () =>
  fetch(`${gateway}/demo/hello`, { headers: { authorization: `Bearer ${tokens.access_token}` } });
print(`Signed in: ${tokens.claims().sub}. The API answers ${(await call()).status}.`);
await signOut(signet, tokens);
print(`Signed out. The API answers ${(await call()).status}.`);
stop();
