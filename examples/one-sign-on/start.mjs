// Starts Signet, two single-page apps (one on another site) and a server app, on one sign-on.
import { makeSecret, startSignet } from '../with-signet.mjs';
import { openOffice, startOffice } from './office.mjs';
import { serveSpa } from './serve-spa.mjs';

const { secret, hash } = makeSecret();
let issuer = '';

// `localhost` is where Signet is; 127.0.0.1 is another site to a browser.
const desk = await serveSpa({
  host: 'localhost',
  port: Number(process.env.DESK_PORT ?? 3001),
  config: () => ({ issuer, clientId: 'desk', title: 'Desk' }),
});
const stock = await serveSpa({
  host: '127.0.0.1',
  port: Number(process.env.STOCK_PORT ?? 3002),
  config: () => ({ issuer, clientId: 'stock', title: 'Stock' }),
});
const office = await openOffice(Number(process.env.OFFICE_PORT ?? 3003));

const spa = (name, origin) => ({
  name,
  type: 'public',
  grants: ['authorization_code'],
  redirectUris: [`${origin}/`],
  postLogoutRedirectUris: [`${origin}/`],
  origins: [origin],
  firstParty: true,
});

const signet = await startSignet(({ gateway }) => ({
  secrets: { office: secret },
  clients: {
    desk: { ...spa('Desk', desk), audiences: [gateway] },
    stock: { ...spa('Stock', stock), audiences: [gateway] },
    office: {
      name: 'Office',
      type: 'confidential',
      grants: ['authorization_code'],
      redirectUris: [`${office.home}signed-in`],
      backchannelLogoutUri: `${office.home}logged-out`,
      audiences: [gateway],
      firstParty: true,
      secrets: [hash],
    },
  },
}));
issuer = signet.issuer;
await startOffice({ ...office, issuer, secret });

process.stdout.write(`Sign in as demo with ${signet.password}
Desk   ${desk}/
Stock  ${stock}/
Office ${office.home}
`);
