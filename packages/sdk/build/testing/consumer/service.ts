import { createService, RefusedByServer } from '@signet/sdk/service';
import { exportJWK, generateKeyPair } from 'jose';

/* A service that gets a token by its key, bound to the process, and calls an API that first refuses it. */

const { privateKey } = await generateKeyPair('ES256', { extractable: true });
const jwk = { ...(await exportJWK(privateKey)), alg: 'ES256' };
const called: string[] = [];

async function fetch(url: URL, init: RequestInit): Promise<Response> {
  const headers = new Headers(init.headers);
  called.push(`${url.pathname} ${headers.get('authorization') ?? (headers.has('dpop') ? 'proof' : 'none')}`);
  if (url.pathname === '/orders') return new Response('', { status: called.length < 3 ? 401 : 200 });
  const grant = { access_token: `t${called.length}`, token_type: 'Bearer', expires_in: 60 };
  return Response.json(grant);
}

const parts = { issuer: 'https://login.example', clientId: 'invoices', fetch };
const service = createService({ ...parts, privateKey: jwk, dpop: true });
const answer = await service.caller('https://orders.example')('/orders');
const refused = await createService({
  ...parts,
  secret: 'wrong',
  fetch: async () => new Response('no', { status: 500 }),
})
  .token()
  .then(
    () => 'a token',
    (error: unknown) => (error instanceof RefusedByServer ? error.code : (error as Error).name),
  );
process.stdout.write(`${answer.status}: ${called.join(', ')}; ${refused}\n`);
