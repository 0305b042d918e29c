import { createPrivateKey, type KeyObject, X509Certificate } from 'node:crypto';
import { readFileSync, statSync } from 'node:fs';
import { isIP } from 'node:net';
import { refusal, SignetError } from '@signet/contracts';
import { systemErrorCode } from '../startup/system-error-code.ts';
import type { CertificatePair } from './make-certificate.ts';

/** Where a certificate and its key lie, as PEM. */
export interface CertificateFiles {
  readonly certificate: string;
  readonly key: string;
}

/** A pair that can serve now. */
export interface ServerCertificate extends CertificatePair {
  /** Milliseconds since the epoch. */
  readonly validTo: number;
  /** SHA-256, in hexadecimal with colons. */
  readonly fingerprint: string;
}

/** Far more than any chain needs. */
const largestFile = 256 * 1024;

/**
 * Reads a certificate and its key, and makes sure that a client of `host` will take them.
 * @param host As it stands in the issuer: a name, or an address in figures.
 * @param now Milliseconds since the epoch
 * @throws SignetError `certificate_unreadable`, `certificate_key_exposed`, `certificate_key_mismatch`,
 *   `certificate_expired`, `certificate_host_mismatch`
 */
export function readServerCertificate(files: CertificateFiles, host: string, now: number): ServerCertificate {
  const pair = readPair(files, now);
  const leaf = new X509Certificate(pair.certificate);
  if (!speaksFor(leaf, host)) throw otherNames(leaf, files.certificate, host);
  return pair;
}

/** The same, for whatever host. @throws SignetError as above, but for the host */
export function readPair(files: CertificateFiles, now: number): ServerCertificate {
  const certificate = readText(files.certificate);
  const leaf = parseLeaf(certificate, files.certificate);
  refuseExposed(files.key);
  const key = readText(files.key);
  if (!leaf.checkPrivateKey(parseKey(key, files.key))) {
    throw new SignetError(refusal('certificate_key_mismatch', { ...files }));
  }
  refuseUntimely(leaf, files.certificate, now);
  return { certificate, key, validTo: leaf.validToDate.getTime(), fingerprint: leaf.fingerprint256 };
}

/** Does the certificate name the host? The common name does not count (RFC 9525 §6.3). */
function speaksFor(certificate: X509Certificate, host: string): boolean {
  const found =
    isIP(host) === 0 ? certificate.checkHost(host, { subject: 'never' }) : certificate.checkIP(host);
  return found !== undefined;
}

function readText(file: string): string {
  try {
    const { size } = statSync(file);
    if (size > largestFile) throw new Error('the file is too large');
    return readFileSync(file, 'utf8');
  } catch (error) {
    const reason = systemErrorCode(error) ?? (error instanceof Error ? error.message : 'something else');
    throw new SignetError(refusal('certificate_unreadable.file', { file, reason }), { cause: error });
  }
}

/** The first certificate of a chain is the server's (RFC 8446 §4.4.2). */
function parseLeaf(text: string, file: string): X509Certificate {
  try {
    return new X509Certificate(text);
  } catch (cause) {
    throw new SignetError(refusal('certificate_unreadable.no_certificate', { file }), { cause });
  }
}

/** The reason is left out, as it could tell of the key. */
function parseKey(text: string, file: string): KeyObject {
  try {
    return createPrivateKey(text);
  } catch {
    throw new SignetError(refusal('certificate_unreadable.no_key', { file }));
  }
}

/** Windows keeps permissions elsewhere. A group of its own may read the key, as Debian's `ssl-cert` does. */
function refuseExposed(file: string): void {
  if (process.platform === 'win32') return;
  const mode = (statSync(file, { throwIfNoEntry: false })?.mode ?? 0) & 0o777;
  if ((mode & 0o007) === 0) return;
  throw new SignetError(refusal('certificate_key_exposed', { file, mode: mode.toString(8) }));
}

function refuseUntimely({ validFromDate, validToDate }: X509Certificate, file: string, now: number): void {
  if (validToDate.getTime() <= now) {
    throw new SignetError(refusal('certificate_expired.over', { file, date: day(validToDate) }));
  }
  if (validFromDate.getTime() > now) {
    throw new SignetError(refusal('certificate_expired.not_yet', { file, date: day(validFromDate) }));
  }
}

function day(date: Date): string {
  return date.toISOString().slice(0, 10);
}

function otherNames(leaf: X509Certificate, file: string, host: string): SignetError {
  const names = leaf.subjectAltName?.slice(0, 400) ?? 'no names at all';
  return new SignetError(refusal('certificate_host_mismatch', { file, host, names }));
}
