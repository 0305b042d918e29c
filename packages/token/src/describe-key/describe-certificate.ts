import { describeTime } from '../describe/describe-time.ts';
import type { Certificate } from '../keys/certificate.ts';
import type { Finding } from '../lint/finding.ts';
import type { DescribedKey } from './described-key.ts';

interface DescribedCertificate {
  readonly words: NonNullable<DescribedKey['certificate']>;
  readonly weaknesses: readonly Finding[];
}

/** Names and validity in words; `now` in seconds, without which the validity is told but not judged. */
export function describeCertificate(certificate: Certificate, now: number | undefined): DescribedCertificate {
  const { subject, issuer, notBefore, notAfter } = certificate;
  const validity = `from ${instant(notBefore)} to ${instant(notAfter)}`;
  const words = { subject, issuer, validity };
  if (now === undefined || (now >= notBefore && now <= notAfter)) return { words, weaknesses: [] };
  const over = now > notAfter;
  const weakness: Finding = {
    rule: over ? 'key/certificate-expired' : 'key/certificate-not-yet-valid',
    level: 'warning',
    sentence: over
      ? `The certificate ended ${describeTime(notAfter, now)?.relative}.`
      : `The certificate begins ${describeTime(notBefore, now)?.relative}.`,
    fix: 'Ask for the current certificate.',
    reference: 'RFC 5280 §4.1.2.5',
  };
  return { words, weaknesses: [weakness] };
}

function instant(seconds: number): string {
  return new Date(seconds * 1000).toISOString().replace('.000Z', 'Z');
}
