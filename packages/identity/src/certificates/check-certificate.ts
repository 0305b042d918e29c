import { createHash, X509Certificate } from 'node:crypto';
import { type ClientCertificate, refusal, type SignetRefusal } from '@signet/contracts';
import { type CertifiedNames, canonicalSubjectOf, readCertifiedNames } from '@signet/token/keys';
import { toSeconds } from '../seconds.ts';
import type { PresentedCertificate } from './certificate-door.ts';

/** `x5t#S256` (RFC 8705 §3.1). */
export function certificateThumbprint({ der }: Pick<PresentedCertificate, 'der'>): string {
  return createHash('sha256').update(der).digest('base64url');
}

/** A connection may outlive the certificate that it began with. @param now milliseconds since the epoch */
export function goodNow({ der }: PresentedCertificate, now: number): boolean {
  const names = readCertifiedNames(der);
  return names !== undefined && names.notBefore <= toSeconds(now) && toSeconds(now) <= names.notAfter;
}

/** The thumbprint of what a request came with; of one that has run out none that anything is bound to. */
export function shownThumbprint(
  presented: PresentedCertificate | undefined,
  now: number,
): string | undefined {
  if (presented === undefined) return undefined;
  return goodNow(presented, now) ? certificateThumbprint(presented) : '';
}

/**
 * What is not so of the certificate by which a client is to prove itself. One that is named itself proves by its key alone;
 * one that is known by a name needs an authority that stands for the name (RFC 8705 §2).
 */
export function faultOfCertificate(
  expected: ClientCertificate,
  presented: PresentedCertificate | undefined,
  now: number,
): SignetRefusal | undefined {
  if (presented === undefined) return missing;
  if (!goodNow(presented, now)) return wrong;
  const { pinned } = expected;
  if (pinned !== undefined) return pinned.some((pin) => isPinned(pin, presented)) ? undefined : wrong;
  const names = presented.trusted ? readCertifiedNames(presented.der) : undefined;
  return names !== undefined && carries(names, expected) ? undefined : wrong;
}

function isPinned(pin: string, presented: PresentedCertificate): boolean {
  return thumbprintOf(pin) === certificateThumbprint(presented);
}

/** Of a certificate as PEM, or of what was written in place of it. */
function thumbprintOf(pin: string): string {
  if (pin.includes('-----BEGIN')) return certificateThumbprint({ der: derOf(pin) });
  return pin.includes(':') ? Buffer.from(pin.replaceAll(':', ''), 'hex').toString('base64url') : pin;
}

function derOf(pem: string): Uint8Array<ArrayBuffer> {
  return Uint8Array.from(new X509Certificate(pem).raw);
}

/** Each character counts: no wildcard, no part of a name, no other order (RFC 8705 §2.1.2). */
function carries(names: CertifiedNames, { subject, dns, uri, ip, email }: ClientCertificate): boolean {
  if (subject !== undefined) return canonicalSubjectOf(subject) === names.subject;
  if (dns !== undefined) return names.dns.includes(dns);
  if (uri !== undefined) return names.uris.includes(uri);
  if (ip !== undefined) return names.addresses.includes(ip);
  return email !== undefined && names.emails.includes(email);
}

const missing = refusal('client_invalid.certificate_missing');
const wrong = refusal('client_invalid.certificate_wrong');
