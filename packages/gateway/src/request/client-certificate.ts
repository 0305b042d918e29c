import { X509Certificate } from 'node:crypto';
import type { CertificateHeader, CertificateProxies, WallTime } from '@signet/contracts';
import { thumbprintAt } from '@signet/trust/bearer';
import type { Call } from '../call/call.ts';
import { trustedProxies } from './trusted-proxies.ts';
import { valuesOf } from './values-of.ts';

/**
 * The certificate of which a proxy says that its client has shown it; undefined where nobody says one, more than one, or
 * something else. Whether the proxy is to be believed is for the caller.
 */
export function certificateSaid(
  { rawHeaders }: Pick<Call, 'rawHeaders'>,
  header: CertificateHeader,
): X509Certificate | undefined {
  const [value, ...more] = valuesOf(header, rawHeaders);
  return value === undefined || more.length > 0 ? undefined : readCertificate(value, header);
}

type Showing = Pick<Call, 'peer' | 'rawHeaders' | 'certificate'>;

/**
 * Asks for the thumbprint (`x5t#S256`) of the certificate that the client of a request has shown. Of a proxy that is named only
 * its header counts, never the certificate by which it came itself; of anybody else only the handshake, whatever headers say. Of
 * a certificate that has run out the thumbprint is one that nothing is bound to.
 */
export type ShownCertificate = (call: Showing, now: WallTime) => string | undefined;

export function shownCertificate(configuration: CertificateProxies | undefined): ShownCertificate {
  const trusts = trustedProxies(configuration?.proxies ?? []);
  return (call, now) => {
    const isProxy = configuration !== undefined && trusts(call.peer ?? '');
    const shown = isProxy ? certificateSaid(call, configuration.header) : call.certificate;
    return shown && thumbprintAt(shown, now);
  };
}

/** Far longer than a certificate; the head of a request is bounded as well. */
const longestHeader = 16_384;

function readCertificate(value: string, header: CertificateHeader): X509Certificate | undefined {
  if (value.length > longestHeader) return undefined;
  try {
    const source = header === 'client-cert' ? bytesIn(value) : pemIn(value);
    return source === undefined ? undefined : new X509Certificate(source);
  } catch {
    // What is no certificate shows nothing.
    return undefined;
  }
}

/** RFC 9440 §2.1: a byte sequence of RFC 8941. */
function bytesIn(value: string): Buffer | undefined {
  const encoded = /^ *:([A-Za-z0-9+/]+={0,2}): *$/.exec(value)?.[1];
  return encoded === undefined ? undefined : Buffer.from(encoded, 'base64');
}

/** One certificate, percent-encoded. */
function pemIn(value: string): string | undefined {
  const text = decodeURIComponent(value).trim();
  return /^-----BEGIN CERTIFICATE-----[^-]+-----END CERTIFICATE-----$/.test(text) ? text : undefined;
}
