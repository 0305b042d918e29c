import { X509Certificate } from 'node:crypto';
import { chmodSync, mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { SignetError } from '@signet/contracts';
import { temporaryFolder } from '@signet/testing/machine';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { testCertificate, writePair } from '../testing/certificates.ts';
import { type CertificateFiles, readServerCertificate } from './read-certificate.ts';

const hour = 60 * 60 * 1000;
const now = Date.UTC(2030, 0, 1);
const times = { from: now - hour, until: now + hour };

describe('the certificate of a server', () => {
  let folder: ReturnType<typeof temporaryFolder>;

  beforeEach(() => {
    folder = temporaryFolder();
  });
  afterEach(() => folder[Symbol.dispose]());

  const write = (wish: Parameters<typeof testCertificate>[0] = times) =>
    writePair(folder.path, testCertificate({ ...times, ...wish }));

  it.each(['localhost', '127.0.0.1', '::1'])('serves %s, which it names', (host) => {
    const files = write();
    const read = readServerCertificate(files, host, now);
    expect(read.validTo).toBe(times.until);
    expect(read.fingerprint).toBe(new X509Certificate(read.certificate).fingerprint256);
  });

  it.each([
    ['login.example', 'elsewhere.example'],
    ['login.example', 'a.login.example'],
    ['127.0.0.2', '127.0.0.3'],
  ])('for %s is not one for %s, and says for whom it is', (host, wanted) => {
    const found = refused(write({ host }), wanted);
    expect(found).toMatchObject({ code: 'certificate_host_mismatch', actual: expect.stringContaining(host) });
    expect(found.expected).toContain(wanted);
  });

  it.each([
    ['has run out', { from: now - 2 * hour, until: now - hour }, 'over'],
    ['runs out this moment', { from: now - hour, until: now }, 'over'],
    ['is of tomorrow', { from: now + hour, until: now + 2 * hour }, 'not_yet'],
  ])('that %s is refused', (_what, wish, variant) => {
    expect(refused(write(wish))).toMatchObject({ code: 'certificate_expired', variant });
  });

  it('goes with its own key only', () => {
    const files = write();
    writeFileSync(files.key, testCertificate(times).key);
    expect(refused(files).code).toBe('certificate_key_mismatch');
  });

  it.skipIf(process.platform === 'win32').each([0o604, 0o602, 0o644, 0o777])(
    'is not used with a key of mode %o',
    (mode) => {
      const files = write();
      chmodSync(files.key, mode);
      expect(refused(files)).toMatchObject({
        code: 'certificate_key_exposed',
        actual: `mode ${mode.toString(8)}`,
        fix: expect.stringContaining(`chmod 600 ${files.key}`),
      });
    },
  );

  it.skipIf(process.platform === 'win32')('is used with a key that a group of its own may read', () => {
    const files = write();
    chmodSync(files.key, 0o640);
    expect(readServerCertificate(files, 'localhost', now).key).toContain('PRIVATE KEY');
  });

  it('says which file is not there', () => {
    const { certificate, key } = write();
    const missing = join(folder.path, 'missing');
    for (const files of [
      { certificate: missing, key },
      { certificate, key: missing },
    ]) {
      expect(refused(files)).toMatchObject({ code: 'certificate_unreadable', variant: 'file' });
      expect(refused(files).sentence).toContain(missing);
    }
  });

  it('says which file is something else, and never what is in it', () => {
    const files = write();
    const secret = '-----BEGIN PRIVATE KEY-----\nhunter2\n-----END PRIVATE KEY-----\n';
    writeFileSync(files.key, secret);
    expect(refused(files)).toMatchObject({ code: 'certificate_unreadable', variant: 'no_key' });
    expect(JSON.stringify(refused(files))).not.toContain('hunter2');
    writeFileSync(files.certificate, secret);
    expect(refused(files)).toMatchObject({ code: 'certificate_unreadable', variant: 'no_certificate' });
    expect(JSON.stringify(refused(files))).not.toContain('hunter2');
    writeFileSync(files.certificate, 'x'.repeat(300_000));
    expect(refused(files).sentence).toContain('too large');
  });

  it('is no folder', () => {
    const files = { ...write(), certificate: join(folder.path, 'folder') };
    mkdirSync(files.certificate);
    expect(refused(files)).toMatchObject({ code: 'certificate_unreadable', actual: 'EISDIR' });
  });

  function refused(files: CertificateFiles, host = 'localhost'): SignetError['refusal'] {
    try {
      readServerCertificate(files, host, now);
    } catch (error) {
      if (error instanceof SignetError) return error.refusal;
      throw error;
    }
    throw new Error('The certificate was taken.');
  }
});
