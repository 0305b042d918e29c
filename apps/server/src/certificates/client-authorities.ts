import { X509Certificate } from 'node:crypto';
import { readFileSync, statSync } from 'node:fs';
import { refusal, SignetError } from '@signet/contracts';
import { systemErrorCode } from '../startup/system-error-code.ts';

/** Who issues certificates of clients. */
export interface ClientAuthorities {
  /** Each as PEM. */
  readonly texts: readonly string[];
  /** Whether one of them issued this certificate itself, for a client. Says nothing of its times. */
  readonly issued: (certificate: X509Certificate, now: number) => boolean;
}

/** Of one file, and of all authorities together. */
const largestFile = 256 * 1024;
const mostAuthorities = 64;

/**
 * Reads the authorities of PEM files.
 * @throws SignetError `certificate_unreadable`
 */
export function readClientAuthorities(files: readonly string[]): ClientAuthorities {
  const texts = files.flatMap(certificatesIn);
  const authorities = texts.map((text) => new X509Certificate(text)).filter(({ ca }) => ca);
  return {
    texts,
    issued: (certificate, now) => authorities.some((authority) => isIssuer(authority, certificate, now)),
  };
}

function isIssuer(authority: X509Certificate, certificate: X509Certificate, now: number): boolean {
  return (
    isGood(authority, now) && certificate.checkIssued(authority) && certificate.verify(authority.publicKey)
  );
}

/** @param now milliseconds since the epoch */
export function isGood({ validFromDate, validToDate }: X509Certificate, now: number): boolean {
  return validFromDate.getTime() <= now && now <= validToDate.getTime();
}

/** `clientAuth` (RFC 5280 §4.2.1.12). One that says nothing of its purpose, or that it is for any, is not for this. */
export function isForClients({ keyUsage }: X509Certificate): boolean {
  const purposes: unknown = keyUsage;
  return Array.isArray(purposes) && purposes.includes('1.3.6.1.5.5.7.3.2');
}

function certificatesIn(file: string): readonly string[] {
  const found = read(file).match(/-----BEGIN CERTIFICATE-----[^-]*-----END CERTIFICATE-----/g) ?? [];
  if (found.length === 0 || found.length > mostAuthorities || !found.every(isCertificate)) {
    throw new SignetError(refusal('certificate_unreadable.no_certificate', { file }));
  }
  return found;
}

function isCertificate(text: string): boolean {
  try {
    return new X509Certificate(text).ca;
  } catch {
    return false;
  }
}

function read(file: string): string {
  try {
    if (statSync(file).size > largestFile) throw new Error('the file is too large');
    return readFileSync(file, 'utf8');
  } catch (error) {
    const reason = systemErrorCode(error) ?? (error instanceof Error ? error.message : 'something else');
    throw new SignetError(refusal('certificate_unreadable.file', { file, reason }), { cause: error });
  }
}
