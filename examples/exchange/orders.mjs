// The order service: takes tokens that are for it, and knows who asks and through whom.
import { createServer } from 'node:http';
import { createVerifier, nodeGuard } from '@signet/sdk/server';

export const audience = 'https://orders.example';

export function startOrders({ issuer, port, revocations }) {
  const verifier = createVerifier({ issuer, audience, revocations });
  const guard = nodeGuard(verifier, { scopes: ['demo:read'] });
  const server = createServer(async (request, response) => {
    const token = await guard(request, response);
    if (token === undefined) return;
    const { act } = token.claims;
    const answer = { orders: ['Lamp', 'Chair'], of: token.subject, through: act?.sub ?? null };
    response.setHeader('content-type', 'application/json').end(JSON.stringify(answer));
  });
  return listen(server, port);
}

export function listen(server, port) {
  return new Promise((resolve) => {
    server.listen(port, '127.0.0.1', () => resolve(`http://127.0.0.1:${server.address().port}`));
  });
}
