import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { createServer, type Server } from 'node:https';
import type { AddressInfo } from 'node:net';
import { localCertificateFiles, makeLocalCertificate } from '@signet/server/local';
import { writeRunningFile } from '@signet/server/testing';
import { temporaryFolder } from '@signet/testing/machine';
import { afterEach, beforeEach, describe, expect, it, onTestFinished } from 'vitest';
import { runInProcess } from '../testing/run-in-process.ts';

const environment = { SIGNET_MASTER_KEY: '7'.repeat(64) };

describe('a Signet that speaks HTTPS, where there are no sockets in the file system', () => {
  let data: ReturnType<typeof temporaryFolder>;
  let other: ReturnType<typeof temporaryFolder>;

  beforeEach(() => {
    data = temporaryFolder();
    other = temporaryFolder();
  });
  afterEach(() => {
    data[Symbol.dispose]();
    other[Symbol.dispose]();
  });

  it('is reached at the address that it bound, by the certificate of its folder', async () => {
    make(data.path, 'localhost');
    const { seen, port } = await listen(data.path);
    await listUsers(port, 'localhost');
    expect(seen).toEqual([`localhost:${port} GET /admin/users?limit=1000`]);
  });

  it.each(['login.example', '10.0.0.7'])('is known as %s there', async (host) => {
    make(data.path, host);
    const { seen, port } = await listen(data.path);
    await listUsers(port, host);
    expect(seen).toEqual([`${host}:${port} GET /admin/users?limit=1000`]);
  });

  it('is told apart from a stranger with a certificate of their own for the same name', async () => {
    make(data.path, 'localhost');
    make(other.path, 'localhost');
    const { seen, port } = await listen(other.path);
    expect((await listUsers(port, 'localhost')).code).toBe(1);
    expect(seen).toEqual([]);
  });

  it('is not taken for another host that the certificate does not name', async () => {
    make(data.path, 'localhost');
    const { seen, port } = await listen(data.path);
    expect((await listUsers(port, 'login.example')).code).toBe(1);
    expect(seen).toEqual([]);
  });

  function listUsers(port: number, issuerHost: string) {
    writeRunningFile(data.path, {
      control: `https://127.0.0.1:${port}`,
      certificate: localCertificateFiles(data.path).certificate,
      gateway: 'http://127.0.0.1:1',
      issuer: `https://${issuerHost}:${port}`,
      gatewayOrigin: 'http://localhost:1',
      processId: 1,
    });
    return runInProcess(['user', 'list', '--data', data.path], { environment });
  }
});

function make(dataFolder: string, host: string): void {
  makeLocalCertificate({ dataFolder, hosts: [host], now: Date.now(), force: false });
}

/** Answers as Signet does, with the certificate of a folder, and says what came. */
async function listen(folder: string): Promise<{ readonly seen: readonly string[]; readonly port: number }> {
  const files = localCertificateFiles(folder);
  const seen: string[] = [];
  const server: Server = createServer(
    { cert: readFileSync(files.certificate), key: readFileSync(files.key) },
    ({ headers, method, url }, response) => {
      seen.push(`${headers.host} ${method} ${url}`);
      response.writeHead(404, { 'content-type': 'application/json' }).end('{}');
    },
  );
  onTestFinished(() => void server.close());
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  return { seen, port };
}
