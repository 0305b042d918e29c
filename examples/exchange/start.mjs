// Starts Signet, the front service and the order service behind it.
import { makeSecret, startSignet } from '../with-signet.mjs';
import { audience as frontAudience, startFront } from './front.mjs';
import { audience as ordersAudience, startOrders } from './orders.mjs';

const [front, orders] = [makeSecret(), makeSecret()];
const grant = 'urn:ietf:params:oauth:grant-type:token-exchange';

const { issuer, password } = await startSignet(({ issuer }) => ({
  audiences: [frontAudience],
  secrets: { front: front.secret, orders: orders.secret },
  clients: {
    front: {
      name: 'The front service',
      type: 'confidential',
      grants: [grant],
      // Tokens for itself it may exchange for tokens for the orders, and follow what is revoked.
      exchangeFrom: [frontAudience],
      audiences: [ordersAudience, `${issuer}/oauth/revocations`],
      scopes: ['demo:read'],
      secrets: [front.hash],
    },
    orders: {
      name: 'The order service',
      type: 'confidential',
      grants: [],
      audiences: [`${issuer}/oauth/revocations`],
      secrets: [orders.hash],
    },
  },
}));

const follow = (clientId, secret) => ({ clientId, secret });
const ordersAt = await startOrders({
  issuer,
  port: Number(process.env.ORDERS_PORT ?? 3002),
  revocations: follow('orders', orders.secret),
});
const frontAt = await startFront({
  issuer,
  secret: front.secret,
  orders: ordersAt,
  port: Number(process.env.FRONT_PORT ?? 3001),
  revocations: follow('front', front.secret),
});

process.stdout.write(`Signet at ${issuer}, the front service at ${frontAt}, the order service at ${ordersAt}

A token for demo:
  curl -s ${issuer}/auth/login -H 'content-type: application/json' \\
    -d '{"username":"demo","password":"${password}"}'
The orders of demo, by way of the front service:
  curl -s ${frontAt}/ -H "authorization: Bearer $TOKEN"
`);
