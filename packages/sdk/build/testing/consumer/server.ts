import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { createVerifier, nodeGuard } from '@signet/sdk/server';
import { exportJWK, generateKeyPair, SignJWT } from 'jose';

/* An app with an API behind `/server`, and the issuer that it asks for keys. */

const { privateKey, publicKey } = await generateKeyPair('ES256');
const jwk = { ...(await exportJWK(publicKey)), kid: 'one', alg: 'ES256' };
const keys = createServer((_, response) => response.end(JSON.stringify({ keys: [jwk] })));
const issuer = await listen(keys);
const verifier = createVerifier({ issuer, audience: 'https://orders.example', jwks: `${issuer}/jwks` });
const guard = nodeGuard(verifier, { scopes: ['orders:read'] });
const api = createServer(async (request, response) => {
  const token = await guard(request, response);
  if (token !== undefined) response.end(token.subject);
});
const address = await listen(api);

async function listen(server: Server): Promise<string> {
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
}

async function call(scope: string): Promise<string> {
  const token = await new SignJWT({ scope, client_id: 'shop' })
    .setProtectedHeader({ alg: 'ES256', typ: 'at+jwt', kid: 'one' })
    .setIssuer(issuer)
    .setSubject('ada')
    .setAudience('https://orders.example')
    .setIssuedAt()
    .setJti(scope)
    .setExpirationTime('5m')
    .sign(privateKey);
  const answer = await fetch(address, { headers: { authorization: `Bearer ${token}` } });
  return answer.ok ? `hello ${await answer.text()}` : ((await answer.json()) as { code: string }).code;
}

process.stdout.write(`${await call('orders:read')}, ${await call('orders:write')}\n`);
for (const server of [keys, api]) {
  server.close();
  server.closeAllConnections();
}
