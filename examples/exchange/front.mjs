// The front service: is called with a person's token, and calls the order service for that person.
import { createServer } from 'node:http';
import { createVerifier, nodeGuard } from '@signet/sdk/server';
import { createService, RefusedByServer } from '@signet/sdk/service';
import { listen, audience as ordersAudience } from './orders.mjs';

export const audience = 'https://front.example';

export function startFront({ issuer, secret, orders, port, revocations }) {
  const verifier = createVerifier({ issuer, audience, revocations });
  const guard = nodeGuard(verifier, { scopes: ['demo:read'] });
  const service = createService({ issuer, clientId: 'front', secret });
  const server = createServer(async (request, response) => {
    const token = await guard(request, response);
    if (token === undefined) return;
    // The token that came in is for this service alone. The order service gets another one, of the same person.
    const [, presented = ''] = request.headers.authorization.split(' ');
    const call = service.callerFor(presented, orders, { resource: ordersAudience, scopes: ['demo:read'] });
    try {
      const answer = await call('/orders');
      response.writeHead(answer.status, { 'content-type': 'application/json' }).end(await answer.text());
    } catch (error) {
      const why = error instanceof RefusedByServer ? error.code : 'unreachable';
      response.writeHead(502, { 'content-type': 'application/json' }).end(JSON.stringify({ why }));
    }
  });
  return listen(server, port);
}
