import { randomBytes } from 'node:crypto';
import { once } from 'node:events';
import { createServer, type RequestListener, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { exportJWK, exportPKCS8, generateKeyPair, SignJWT } from 'jose';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { runInProcess } from '../testing/run-in-process.ts';

const { publicKey, privateKey } = await generateKeyPair('ES256', { extractable: true });
const jwk = { ...(await exportJWK(publicKey)), kid: 'k1', alg: 'ES256' };
const token = await new SignJWT({ sub: 'ada' })
  .setProtectedHeader({ alg: 'ES256', kid: 'k1' })
  .setExpirationTime('5m')
  .sign(privateKey);

const privateJwk = await exportJWK(privateKey);
const privatePem = await exportPKCS8(privateKey);
const secret = randomBytes(32);
const secretJwk = { kty: 'oct', kid: 's1', alg: 'HS256', k: secret.toString('base64url') };

const asked: string[] = [];
let origin: string;
let server: Server;

const pages: Readonly<Record<string, RequestListener>> = {
  '/jwks': (_, response) => response.end(JSON.stringify({ keys: [jwk] })),
  '/private': (_, response) => response.end(JSON.stringify({ keys: [{ ...jwk, d: privateJwk.d }] })),
  '/private-alone': (_, response) => response.end(JSON.stringify({ ...jwk, d: privateJwk.d })),
  '/private-pem': (_, response) => response.end(privatePem),
  '/secret': (_, response) => response.end(JSON.stringify({ keys: [secretJwk] })),
  '/discovery': (_, response) => response.end(JSON.stringify({ jwks_uri: `${origin}/jwks` })),
  '/own/.well-known/openid-configuration': (_, response) =>
    response.end(JSON.stringify({ issuer: `${origin}/own`, jwks_uri: `${origin}/jwks` })),
  '/other/.well-known/openid-configuration': (_, response) =>
    response.end(JSON.stringify({ issuer: `${origin}/own`, jwks_uri: `${origin}/jwks` })),
  '/.well-known/oauth-authorization-server/other': (_, response) =>
    response.end(JSON.stringify({ issuer: `${origin}/own`, jwks_uri: `${origin}/jwks` })),
  '/nobody/.well-known/openid-configuration': (_, response) =>
    response.end(JSON.stringify({ jwks_uri: `${origin}/jwks` })),
  '/elsewhere': (_, response) => response.end(JSON.stringify({ jwks_uri: 'http://keys.example/jwks' })),
  '/moved': (_, response) => response.writeHead(302, { location: '/jwks' }).end(),
  '/large': (_, response) => response.end(`{"keys":[],"x":"${'x'.repeat(300_000)}"}`),
  '/text': (_, response) => response.end('hello'),
  '/broken': (_, response) => response.destroy(),
};

beforeAll(async () => {
  server = createServer((request, response) => {
    asked.push(request.url ?? '');
    const page = pages[decodeURI(request.url ?? '').replace(/\?.*|\/$/g, '')];
    if (page === undefined) response.writeHead(404).end();
    else page(request, response);
  }).listen(0, '127.0.0.1');
  await once(server, 'listening');
  origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
});

afterAll(() => server.close());

const verify = (url: string) => runInProcess(['token', 'verify', '--jwks-url', url], { input: token });

describe('a key set by its address', () => {
  it('is fetched because it was named, and the address is shown first', async () => {
    const ran = await verify(`${origin}/jwks`);
    expect(ran).toMatchObject({ code: 0, err: `Fetching ${origin}/jwks\n` });
    expect(ran.out).toContain('✓ Verified');
  });

  it('is found by the discovery document that names it, and both addresses are shown', async () => {
    const ran = await verify(`${origin}/discovery`);
    expect(ran).toMatchObject({ code: 0, err: `Fetching ${origin}/discovery\nFetching ${origin}/jwks\n` });
  });

  it('is found by the discovery document of the issuer whose address it has', async () => {
    const ran = await verify(`${origin}/own/.well-known/openid-configuration`);
    expect(ran).toMatchObject({ code: 0 });
  });

  it.each([
    ['/other/.well-known/openid-configuration', 1, 'another issuer'],
    ['/other/.well-known/openid-configuration?x=1', 1, 'another issuer'],
    ['/other/.well-known/openid-configuration#x', 1, 'another issuer'],
    ['/other/.well-known/openid-configuration/', 1, 'another issuer'],
    ['/other/.well-known/%6fpenid-configuration', 1, 'another issuer'],
    ['/.well-known/oauth-authorization-server/other', 1, 'another issuer'],
    ['/nobody/.well-known/openid-configuration', 1, 'no issuer'],
    ['/moved', 1, 'redirect'],
    ['/missing', 1, '404'],
    ['/large', 1, '256 KiB'],
    ['/broken', 1, 'SOCKET'],
    ['/text', 2, 'holds no key'],
    ['/elsewhere', 2, 'jwks_uri'],
  ])('%s is no key set', async (place, code, said) => {
    const ran = await verify(`${origin}${place}`);
    expect(ran).toMatchObject({ code, out: '' });
    expect(ran.err).toContain(said);
  });

  it.each(['/private', '/private-alone', '/private-pem'])(
    'is refused where it holds a private key, as at %s: anybody may have signed with it',
    async (place) => {
      const ran = await runInProcess(
        ['token', 'verify', '--jwks-url', `${origin}${place}`, '--alg', 'ES256', '--json'],
        { input: token },
      );
      expect(ran.code).toBe(1);
      expect(JSON.parse(ran.out).refusal).toMatchObject({ code: 'key_private', actual: 'a private key' });
      expect(ran.out + ran.err).not.toContain(privateJwk.d);
    },
  );

  it('is refused where it holds a shared secret, which is not shown', async () => {
    const signed = await new SignJWT({ sub: 'ada' })
      .setProtectedHeader({ alg: 'HS256', kid: 's1' })
      .sign(secret);
    const words = ['token', 'verify', '--jwks-url', `${origin}/secret`, '--json'];
    const ran = await runInProcess(words, { input: signed });
    expect(ran.code).toBe(1);
    expect(JSON.parse(ran.out).refusal).toMatchObject({ code: 'key_private', actual: 'a shared secret' });
    expect(ran.out + ran.err).not.toContain(secretJwk.k);
  });

  it.each([
    'http://keys.example/jwks',
    'ftp://127.0.0.1/',
    'file:///etc/passwd',
    'keys',
    'https://a:b@keys.example/',
  ])('is not asked for at %s', async (url) => {
    const before = asked.length;
    const ran = await verify(url);
    expect(ran).toMatchObject({ code: 2, out: '' });
    expect(ran.err).not.toContain('Fetching');
    expect(ran.err).not.toContain('a:b');
    expect(asked.length).toBe(before);
  });

  it('is never fetched because a token asks for it', async () => {
    const before = asked.length;
    const jku = await new SignJWT({})
      .setProtectedHeader({ alg: 'ES256', jku: `${origin}/jwks` })
      .sign(privateKey);
    for (const command of ['decode', 'lint']) await runInProcess(['token', command], { input: jku });
    expect(asked.length).toBe(before);
  });
});
