import { randomBytes } from 'node:crypto';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { type CertificatePair, makeCertificate } from '../certificates/make-certificate.ts';
import type { CertificateFiles } from '../certificates/read-certificate.ts';

const day = 24 * 60 * 60 * 1000;

/** A certificate of this day for a test; hosts and times as told. */
export function testCertificate(
  wish: { readonly host?: string; readonly from?: number; readonly until?: number } = {},
): CertificatePair {
  const { host = 'localhost', from = Date.now() - day, until = Date.now() + 30 * day } = wish;
  return makeCertificate({ hosts: [host, '127.0.0.1', '::1'], from, until, serial: randomBytes(16) });
}

/** Writes both as `signet certificate make` does. */
export function writePair(folder: string, { certificate, key }: CertificatePair): CertificateFiles {
  const files = { certificate: join(folder, 'certificate.pem'), key: join(folder, 'certificate.key') };
  writeFileSync(files.certificate, certificate);
  writeFileSync(files.key, key, { mode: 0o600 });
  return files;
}

/** As the command line names them. */
export function tlsFlags({ certificate, key }: CertificateFiles): Readonly<Record<string, string>> {
  return { tlsCertificate: certificate, tlsKey: key };
}
