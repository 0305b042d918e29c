import { once } from 'node:events';
import { createServer, request as send } from 'node:https';
import type { AddressInfo } from 'node:net';
import { text } from 'node:stream/consumers';
import { ManualClocks } from '@signet/contracts/testing';
import { selfSigned, type TestCertificate } from '@signet/testing/certificates';
import { exportPublicJwk, generateKeyPair } from '@signet/token/keys';
import { signToken } from '@signet/token/sign';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { createVerifier, nodeGuard } from '../index.ts';

const issuer = 'https://login.example';
const clocks = new ManualClocks(Date.now());
const pair = await generateKeyPair('ES256', 'first');
const fetchDocument = async () => JSON.stringify({ keys: [await exportPublicJwk(pair.verification)] });
const guard = nodeGuard(
  createVerifier({ issuer, audience: 'https://api.example', jwks: `${issuer}/jwks`, clocks, fetchDocument }),
);
const mine = selfSigned();
const own = selfSigned({ purposes: [] });
const server = createServer(
  { cert: own.certificate, key: own.key, requestCert: true, rejectUnauthorized: false },
  async (request, response) => {
    if ((await guard(request, response)) !== undefined) response.end('through');
  },
);

beforeAll(async () => {
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
});
afterAll(() => {
  server.closeAllConnections();
  server.close();
});

function tokenWith(cnf?: unknown): Promise<string> {
  const now = clocks.wall() / 1000;
  const claims = { iss: issuer, aud: 'https://api.example', sub: 'ada', iat: now, exp: now + 86_400 * 60 };
  return signToken(cnf === undefined ? claims : { ...claims, cnf }, { key: pair.signing, type: 'at+jwt' });
}

async function ask(token: string, shown?: TestCertificate): Promise<string> {
  const { port } = server.address() as AddressInfo;
  const tls = shown === undefined ? {} : { cert: shown.certificate, key: shown.key };
  const headers = {
    authorization: `Bearer ${token}`,
    'client-cert': `:${Buffer.from(mine.der).toString('base64')}:`,
  };
  const asking = send({
    port,
    host: '127.0.0.1',
    rejectUnauthorized: false,
    agent: false,
    headers,
    ...tls,
  }).end();
  const [response] = await once(asking, 'response');
  const body = await text(response);
  if (body === 'through') return body;
  const { code, variant } = JSON.parse(body);
  return `${code}.${variant}`;
}

it('a guard takes a token that is bound to a certificate in a connection with that certificate alone', async () => {
  const token = await tokenWith({ 'x5t#S256': mine.thumbprint });
  expect(await ask(token, mine)).toBe('through');
  expect(await ask(token)).toBe('token_bound.certificate_missing');
  expect(await ask(token, selfSigned())).toBe('token_bound.certificate_other');
  expect(await ask(await tokenWith(), mine)).toBe('through');
  expect(await ask(await tokenWith({ jkt: mine.thumbprint }), mine)).toBe('token_bound.to_key');
});

it('a guard takes none with a certificate that has run out meanwhile', async () => {
  const token = await tokenWith({ 'x5t#S256': mine.thumbprint });
  clocks.pass(31 * 24 * 60 * 60 * 1000);
  expect(await ask(token, mine)).toBe('token_bound.certificate_other');
});
