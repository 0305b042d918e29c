import { once } from 'node:events';
import { renameSync, writeFileSync } from 'node:fs';
import { connect as connectHttp2 } from 'node:http2';
import { get } from 'node:https';
import { connect as connectPlain } from 'node:net';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { connect } from 'node:tls';
import { createClient } from '@signet/sdk/client';
import { testAuthority } from '@signet/testing/certificates';
import { temporaryFolder } from '@signet/testing/machine';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { testCertificate } from './testing/certificates.ts';
import { startSignet, type TestSignet } from './testing/running-signet.ts';

const authority = testAuthority();
const own = testCertificate();
const api = testCertificate({ host: 'api.example' });
let folder: ReturnType<typeof temporaryFolder>;
let signet: TestSignet;

const file = (name: string) => join(folder.path, name);

/** Put in place whole, as those do that renew certificates. */
function write(name: string, content: string, mode = 0o644): string {
  writeFileSync(file(`${name}.new`), content, { mode });
  renameSync(file(`${name}.new`), file(name));
  return file(name);
}

beforeAll(async () => {
  folder = temporaryFolder();
  signet = await startSignet(join(folder.path, 'data'), {
    flags: {
      workers: '2',
      gatewayTlsCertificate: `${write('own.pem', own.certificate)},${write('api.pem', api.certificate)}`,
      gatewayTlsKey: `${write('own.key', own.key, 0o600)},${write('api.key', api.key, 0o600)}`,
      gatewayClientCa: write('clients.pem', authority.certificate),
    },
  });
});
afterAll(async () => {
  await signet.close();
  folder[Symbol.dispose]();
});

const port = () => Number(new URL(signet.gateway).port);

/** The SHA-256 of the certificate that who asks for this host is shown, and how they will speak. */
async function shown(servername: string) {
  const ALPNProtocols = ['h2', 'http/1.1'];
  const socket = connect({
    port: port(),
    host: 'localhost',
    servername,
    ALPNProtocols,
    rejectUnauthorized: false,
  });
  await once(socket, 'secureConnect');
  const { fingerprint256 } = socket.getPeerCertificate();
  const { alpnProtocol } = socket;
  socket.destroy();
  return { fingerprint256, alpnProtocol };
}

/** By TLS 1.2 and these ciphers alone: the one that was chosen, or nothing. */
async function chosen(ciphers: string): Promise<string | undefined> {
  const socket = connect({
    port: port(),
    host: 'localhost',
    ciphers,
    maxVersion: 'TLSv1.2',
    rejectUnauthorized: false,
  });
  try {
    await once(socket, 'secureConnect');
    return socket.getCipher().name;
  } catch {
    return undefined;
  } finally {
    socket.destroy();
  }
}

async function token(): Promise<string> {
  const client = createClient({ issuer: signet.web, fetch: (url, init) => fetch(url, init) });
  return (await client.login({ username: 'demo', password: signet.password('demo') })).accessToken;
}

async function byHttp2(path: string, bearer: string) {
  const session = connectHttp2(signet.gateway, { ca: own.certificate });
  const stream = session.request({ ':path': path, authorization: `Bearer ${bearer}` });
  const [headers] = await once(stream, 'response');
  const body = await text(stream);
  session.close();
  return { status: headers[':status'], body };
}

async function byHttp1(path: string, bearer: string) {
  const asked = get(`${signet.gateway}${path}`, {
    ca: own.certificate,
    headers: { authorization: `Bearer ${bearer}` },
  });
  const [answer] = await once(asked, 'response');
  return { status: answer.statusCode, body: await text(answer) };
}

it('takes no cipher but those that authenticate what they hide, by a key of each connection', async () => {
  expect(await chosen('ECDHE-ECDSA-AES128-GCM-SHA256')).toBe('ECDHE-ECDSA-AES128-GCM-SHA256');
  expect(
    await chosen('ECDHE-ECDSA-AES128-SHA:ECDHE-ECDSA-AES256-SHA384:ECDHE-ECDSA-AES128-CCM'),
  ).toBeUndefined();
});

describe('the gateway with certificates of its own', () => {
  it('is called by HTTP/2 and by HTTP/1.1, and decides the same', async () => {
    expect(signet.gateway).toMatch(/^https:\/\/localhost:\d+$/);
    const good = await token();
    expect(await byHttp2('/demo/hello', good)).toMatchObject({ status: 200 });
    expect(await byHttp1('/demo/hello', good)).toMatchObject({ status: 200 });
    for (const by of [byHttp1, byHttp2]) {
      const { status, body } = await by('/demo/hello', `${good.slice(0, -4)}AAAA`);
      expect([status, JSON.parse(body).code]).toEqual([401, 'signature_invalid']);
    }
  });

  it('shows each host its own certificate, and the first to who names another', async () => {
    const [first, named, other] = await Promise.all(['localhost', 'api.example', 'other.example'].map(shown));
    expect(first?.alpnProtocol).toBe('h2');
    expect(named?.fingerprint256).not.toBe(first?.fingerprint256);
    expect(other?.fingerprint256).toBe(first?.fingerprint256);
  });

  it('says to plain HTTP that it wants TLS', async () => {
    const socket = connectPlain(port(), 'localhost');
    socket.end('GET / HTTP/1.1\r\nHost: localhost\r\n\r\n');
    const answer = await text(socket);
    expect(answer).toMatch(/^HTTP\/1\.1 400 /);
    expect(answer).toContain('plain HTTP');
  });

  it('takes a renewed certificate over in every process, while a connection that stands goes on', async () => {
    const standing = connectHttp2(signet.gateway, { ca: own.certificate });
    await once(standing, 'connect');
    const before = await shown('api.example');
    const next = testCertificate({ host: 'api.example' });
    write('api.key', next.key, 0o600);
    write('api.pem', next.certificate);
    const seen = async () => {
      const prints = await Promise.all(Array.from({ length: 8 }, () => shown('api.example')));
      return prints.every(({ fingerprint256 }) => fingerprint256 !== before.fingerprint256);
    };
    await expect.poll(seen, { timeout: 20_000 }).toBe(true);
    const stream = standing.request({ ':path': '/demo/hello' });
    const [headers] = await once(stream, 'response');
    expect(headers[':status']).toBe(401);
    standing.destroy();
  });

  it('keeps the old certificate where the new one cannot serve, and says so', async () => {
    const before = await shown('api.example');
    write('api.pem', 'no certificate');
    await signet.loggedLine('The certificate cannot be used; the old one stays');
    expect((await shown('api.example')).fingerprint256).toBe(before.fingerprint256);
  });
});

describe('a start with certificates for the gateway', () => {
  it.each([
    [{ gatewayTlsKey: 'a.key' }, '--gateway-tls-key'],
    [{ gatewayClientCa: 'a.pem' }, '--gateway-client-ca'],
    [{ gatewayTlsCertificate: 'a.pem' }, '--gateway-tls-certificate'],
    [{ gatewayTlsCertificate: 'a.pem,b.pem', gatewayTlsKey: 'a.key' }, '--gateway-tls-certificate'],
  ])('is refused with %j', async (flags, option) => {
    await expect(startSignet(file('other'), { flags })).rejects.toThrow(option);
  });

  it('is refused where none of them speaks for the gateway’s host', async () => {
    const flags = { gatewayTlsCertificate: file('api.pem'), gatewayTlsKey: file('api.key') };
    write('api.pem', api.certificate);
    write('api.key', api.key, 0o600);
    const gatewayOrigin = 'https://elsewhere.example';
    await expect(startSignet(file('other'), { flags: { ...flags, gatewayOrigin } })).rejects.toThrow(
      'elsewhere',
    );
  });
});
