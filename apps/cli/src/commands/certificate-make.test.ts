import { X509Certificate } from 'node:crypto';
import { chmodSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { temporaryFolder } from '@signet/testing/machine';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { runInProcess } from '../testing/run-in-process.ts';

const at = Date.UTC(2030, 0, 1) / 1000;
const day = 24 * 60 * 60;

describe('signet certificate make', () => {
  let folder: ReturnType<typeof temporaryFolder>;

  beforeEach(() => {
    folder = temporaryFolder();
  });
  afterEach(() => folder[Symbol.dispose]());

  const data = () => join(folder.path, 'data');
  const make = (
    words: readonly string[] = [],
    when = at,
    environment: Readonly<Record<string, string>> = {},
  ) => runInProcess(['certificate', 'make', '--data', data(), ...words], { at: when, environment });
  const file = (name: string) => join(data(), name);
  const certificate = () => new X509Certificate(readFileSync(file('certificate.pem')));

  it('makes one for this machine, its key for nobody else, and prints its fingerprint', async () => {
    const { code, out } = await make();
    expect(code).toBe(0);
    expect(out).toContain(certificate().fingerprint256);
    expect(out).toContain(`--cacert ${file('certificate.pem')}`);
    expect(out).not.toContain('BEGIN');
    for (const host of ['127.0.0.1', '::1']) expect(certificate().checkIP(host)).toBe(host);
    expect(certificate().checkHost('localhost', { subject: 'never' })).toBe('localhost');
    expect(readdirSync(data()).sort()).toEqual(['certificate.key', 'certificate.pem']);
  });

  it.skipIf(process.platform === 'win32')('writes the key for its owner only', async () => {
    await make();
    expect(statSync(file('certificate.key')).mode & 0o777).toBe(0o600);
    expect(statSync(data()).mode & 0o777).toBe(0o700);
  });

  it('is for the host of the issuer and the hosts it is told, too', async () => {
    const { code, out } = await make(['--host', 'Signet.internal', '--host', '10.0.0.7', '--json'], at, {
      SIGNET_ISSUER: 'https://login.example:9000',
    });
    expect(code).toBe(0);
    const hosts = ['localhost', '127.0.0.1', '::1', 'login.example', 'signet.internal', '10.0.0.7'];
    expect(JSON.parse(out)).toMatchObject({ hosts, fingerprint: certificate().fingerprint256 });
    expect(certificate().subjectAltName).toContain('DNS:signet.internal, IP Address:10.0.0.7');
  });

  it('leaves one that is good alone, unless it is told to replace it', async () => {
    await make();
    const { fingerprint256 } = certificate();
    const again = await make();
    expect(again).toMatchObject({ code: 1, err: expect.stringContaining('Nothing was changed') });
    expect(certificate().fingerprint256).toBe(fingerprint256);
    expect((await make(['--force'])).code).toBe(0);
    expect(certificate().fingerprint256).not.toBe(fingerprint256);
  });

  it('replaces one that has run out', async () => {
    await make();
    expect((await make([], at + 396 * day)).code).toBe(1);
    expect((await make([], at + 398 * day)).code).toBe(0);
    expect(certificate().validToDate.getTime() / 1000).toBe(at + (398 + 397) * day);
  });

  it.each(['certificate.key', 'certificate.pem'])('leaves a %s alone that it cannot read', async (name) => {
    await make();
    writeFileSync(file(name), 'locked');
    expect((await make()).code).toBe(1);
    expect(readFileSync(file(name), 'utf8')).toBe('locked');
  });

  it.skipIf(process.platform === 'win32')('never uses again a key that others could read', async () => {
    await make();
    chmodSync(file('certificate.key'), 0o644);
    const exposed = readFileSync(file('certificate.key'), 'utf8');
    expect((await make(['--force'])).code).toBe(0);
    expect(readFileSync(file('certificate.key'), 'utf8')).not.toBe(exposed);
    expect(statSync(file('certificate.key')).mode & 0o777).toBe(0o600);
  });

  it.each([
    'https://login.example',
    'a b',
    '',
    'x'.repeat(254),
    '-a',
    'a..b',
    '10.0.0.7:9000',
    'a.example,b.example',
  ])('is for no host such as "%s"', async (host) => {
    expect(await make(['--host', host])).toMatchObject({ code: 2 });
    expect(() => statSync(data())).toThrow('ENOENT');
  });
});
