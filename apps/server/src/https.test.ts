import { execFile } from 'node:child_process';
import { once } from 'node:events';
import { chmodSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { type IncomingMessage, request } from 'node:http';
import { connect as connectPlain } from 'node:net';
import { text } from 'node:stream/consumers';
import { type ConnectionOptions, connect, type TLSSocket } from 'node:tls';
import { promisify } from 'node:util';
import { systemClocks, wallTime } from '@signet/contracts';
import { createClient, RefreshCookie } from '@signet/sdk/client';
import { temporaryFolder } from '@signet/testing/machine';
import { describeWithPrograms } from '@signet/testing/suites';
import { afterEach, beforeEach, describe, expect, it, onTestFinished } from 'vitest';
import type { CertificatePair } from './certificates/make-certificate.ts';
import type { CertificateFiles } from './certificates/read-certificate.ts';
import { readRunningFile } from './startup/running-file.ts';
import { testCertificate, tlsFlags, writePair } from './testing/certificates.ts';
import { startSignet, type TestSignet, type TestSignetOptions } from './testing/running-signet.ts';
import { secureFetch } from './testing/secure-fetch.ts';
import { bearer } from './testing/session.ts';

const hsts = 'max-age=31536000';

describe('the control side with a certificate', () => {
  let folder: ReturnType<typeof temporaryFolder>;
  let pair: CertificatePair;
  let files: CertificateFiles;

  beforeEach(() => {
    folder = temporaryFolder();
    pair = testCertificate();
    files = writePair(folder.path, pair);
  });
  afterEach(() => folder[Symbol.dispose]());

  async function started(options: TestSignetOptions = {}): Promise<TestSignet> {
    const signet = await startSignet(`${folder.path}/data`, {
      ...options,
      flags: { ...tlsFlags(files), ...options.flags },
    });
    onTestFinished(() => signet.close());
    return signet;
  }

  const trusting = () => secureFetch({ ca: pair.certificate });

  it('signs a person in, lets them through the gateway, and logs them out everywhere', async () => {
    const signet = await started();
    expect(signet.web).toMatch(/^https:\/\/localhost:\d+$/);
    const cookies: string[] = [];
    const fetch = async (url: URL, init: RequestInit) => {
      const response = await trusting()(url, init);
      cookies.push(...response.headers.getSetCookie());
      return response;
    };
    const cookie = new RefreshCookie();
    const client = createClient({ issuer: signet.web, fetch, cookie });
    const { accessToken } = await client.login({ username: 'demo', password: signet.password('demo') });
    const call = () => globalThis.fetch(`${signet.gateway}/demo/hello`, bearer(accessToken));
    expect((await call()).status).toBe(200);
    await client.refresh({});
    await client.logout();
    const refused = await call();
    expect(await refused.json()).toMatchObject({ code: 'token_revoked' });

    expect(cookies.length).toBeGreaterThan(2);
    for (const each of cookies) {
      expect(each).toMatch(
        /^__Host-signet_\w+=[^;]*; Max-Age=\d+; Path=\/; Secure; HttpOnly; SameSite=Strict$/,
      );
    }
  });

  it('tells browsers on every answer to stay, its own name only', async () => {
    const { web } = await started();
    for (const path of [
      '/',
      '/healthz',
      '/auth/session',
      '/nothing/here',
      '/%c0%ae',
      '/.well-known/openid-configuration',
    ]) {
      const { headers } = await trusting()(`${web}${path}`);
      expect({ path, said: headers.get('strict-transport-security') }).toEqual({ path, said: hsts });
    }
    expect(await sentOver(await opened(web), 'no request\r\n\r\n')).toMatch(
      /^HTTP\/1\.1 400 .*strict-transport-security: max-age=31536000\r\n/is,
    );
  });

  it('says to plain HTTP that it speaks HTTPS, and nothing else', async () => {
    const { web } = await started();
    const answer = await fetch(web.replace('https:', 'http:'));
    expect(answer.status).toBe(400);
    expect(answer.headers.has('strict-transport-security')).toBe(false);
    expect(await answer.json()).toMatchObject({ code: 'request_malformed', variant: 'plain_http' });
  });

  it('never says so without a certificate', async () => {
    const signet = await startSignet(`${folder.path}/data`);
    onTestFinished(() => signet.close());
    const { headers } = await fetch(signet.web);
    expect(headers.has('strict-transport-security')).toBe(false);
  });

  it('is named to the commands of this machine as it is', async () => {
    const { web } = await started();
    const running = readRunningFile(`${folder.path}/data`);
    expect(running).toMatchObject({
      control: web.replace('localhost', '127.0.0.1'),
      certificate: files.certificate,
      issuer: web,
    });
  });

  it.skipIf(process.platform === 'win32')(
    'needs no certificate at its socket, which the file system guards',
    async () => {
      await started();
      const { promise, resolve, reject } = Promise.withResolvers<IncomingMessage>();
      const socketPath = readRunningFile(`${folder.path}/data`)?.socket;
      request({ socketPath, path: '/healthz', agent: false }, resolve).on('error', reject).end();
      const answer = await promise;
      expect(answer.statusCode).toBe(200);
      answer.resume();
    },
  );

  it('shows its certificate at both addresses of localhost', async () => {
    const { web } = await started();
    for (const host of ['127.0.0.1', '[::1]']) {
      expect((await trusting()(`${web.replace('localhost', host)}/healthz`)).status).toBe(200);
    }
  });

  it.each(['TLSv1', 'TLSv1.1'] as const)('refuses %s', async (version) => {
    const { web } = await started();
    const old = { minVersion: version, maxVersion: version, ciphers: 'ALL@SECLEVEL=0' } as const;
    await expect(secureFetch({ ca: pair.certificate, ...old })(web)).rejects.toThrow(/alert/);
  });

  it.each([
    ['TLSv1.2', 'TLSv1.2'],
    ['TLSv1.3', 'TLSv1.3'],
  ] as const)('speaks %s, and HTTP/1.1 in it', async (version, protocol) => {
    const { web } = await started();
    const socket = await opened(web, {
      minVersion: version,
      maxVersion: version,
      ALPNProtocols: ['h2', 'http/1.1'],
    });
    expect([socket.getProtocol(), socket.alpnProtocol]).toEqual([protocol, 'http/1.1']);
    socket.destroy();
  });

  it('is not believed by who does not know its certificate', async () => {
    const { web } = await started();
    await expect(secureFetch({})(web)).rejects.toThrow(/self-signed/);
  });

  it('ends at once, though somebody never begins a handshake and somebody never ends it', async () => {
    const signet = await startSignet(`${folder.path}/data`, { flags: tlsFlags(files) });
    const port = Number(new URL(signet.web).port);
    const silent = connectPlain(port, '127.0.0.1');
    const halfway = connectPlain(port, '127.0.0.1');
    const gone = Promise.all(
      [silent, halfway].map((socket) =>
        once(
          socket.on('error', () => undefined),
          'close',
        ),
      ),
    );
    await Promise.all([once(silent, 'connect'), once(halfway, 'connect')]);
    await new Promise((resolve) => halfway.write(Buffer.of(22, 3, 1, 2, 0), resolve));
    await trusting()(`${signet.web}/healthz`);
    await signet.close();
    await gone;
  });

  describe('that is renewed', () => {
    it('presents the new one to new connections, and drops none that stands', async () => {
      const signet = await started();
      const standing = await opened(signet.web);
      const before = standing.getPeerCertificate().fingerprint256;
      const next = testCertificate();
      replace(next);
      const { fingerprint } = await signet.loggedLine('The certificate was taken over');
      expect(fingerprint).not.toBe(before);
      pair = next;
      const fresh = await opened(signet.web);
      expect(fresh.getPeerCertificate().fingerprint256).toBe(fingerprint);
      fresh.destroy();
      expect(
        await sentOver(standing, 'GET /healthz HTTP/1.1\r\nhost: a\r\nconnection: close\r\n\r\n'),
      ).toMatch(/^HTTP\/1\.1 200/);
    });

    it.each([
      ['has run out', 'certificate_expired', () => replace(testCertificate({ until: Date.now() - 1000 }))],
      [
        'is for another name',
        'certificate_host_mismatch',
        () => replace(testCertificate({ host: 'a.example' })),
      ],
      ['has another key', 'certificate_key_mismatch', () => writeFileSync(files.key, testCertificate().key)],
      ['is rubbish', 'certificate_unreadable', () => writeFileSync(files.certificate, 'rubbish')],
      ['is gone', 'certificate_unreadable', () => rmSync(files.certificate)],
    ])('badly, as it %s, is told in the log and the old one stays', async (_what, code, spoil) => {
      const signet = await started();
      spoil();
      expect(await signet.loggedLine('The certificate cannot be used; the old one stays')).toMatchObject({
        code,
      });
      expect((await trusting()(`${signet.web}/healthz`)).status).toBe(200);
      expect(signet.logged()).not.toContain('PRIVATE KEY');
    });
  });

  it('warns in time before its certificate runs out', async () => {
    files = writePair(folder.path, testCertificate({ until: Date.now() + 13 * 24 * 60 * 60 * 1000 }));
    const signet = await started();
    expect(signet.logged()).toContain('The certificate runs out soon; renew it');
  });

  describe('does not start', () => {
    it.each([
      ['when the clock says that the certificate has run out', 'certificate_expired', { clocks: later(31) }],
      [
        'for an issuer that the certificate does not name',
        'certificate_host_mismatch',
        { flags: { issuer: 'https://login.example' } },
      ],
      ['for a plain issuer', 'option_invalid', { flags: { issuer: 'http://localhost:9000' } }],
    ])('%s', async (_what, code, options) => {
      await expect(started(options)).rejects.toMatchObject({ refusal: { code } });
    });

    it.skipIf(process.platform === 'win32')('with a key that everybody can read', async () => {
      chmodSync(files.key, 0o644);
      await expect(started()).rejects.toMatchObject({ refusal: { code: 'certificate_key_exposed' } });
    });
  });

  describeWithPrograms(['curl'], 'asked by curl', () => {
    it('is believed by its certificate and by nothing else', async () => {
      const { web } = await started();
      const curl = (...words: readonly string[]) =>
        promisify(execFile)('curl', ['--silent', ...words, `${web}/healthz`]);
      expect((await curl('--include', '--cacert', files.certificate)).stdout).toMatch(/^HTTP\/1\.1 200/);
      await expect(curl()).rejects.toMatchObject({ code: 60 });
    });
  });

  /** The certificate last, by renaming, as renewing programs do. */
  function replace(next: CertificatePair): void {
    writeFileSync(files.key, next.key);
    writeFileSync(`${files.certificate}.new`, next.certificate);
    renameSync(`${files.certificate}.new`, files.certificate);
  }

  async function opened(web: string, more: ConnectionOptions = {}): Promise<TLSSocket> {
    const { hostname, port } = new URL(web);
    const socket = connect({
      host: hostname,
      port: Number(port),
      servername: hostname,
      ca: pair.certificate,
      ...more,
    });
    await once(socket, 'secureConnect');
    return socket;
  }
});

function sentOver(socket: TLSSocket, request: string): Promise<string> {
  socket.write(request);
  return text(socket);
}

function later(days: number) {
  return { ...systemClocks, wall: () => wallTime(systemClocks.wall() + days * 24 * 60 * 60 * 1000) };
}
