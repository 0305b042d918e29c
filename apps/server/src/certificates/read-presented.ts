import { X509Certificate } from 'node:crypto';
import type { IncomingMessage } from 'node:http';
import { TLSSocket } from 'node:tls';
import type { MtlsConfiguration, WallClock } from '@signet/contracts';
import { trustedProxies } from '@signet/gateway';
import type { PresentedCertificate } from '@signet/identity';
import { type ClientAuthorities, isForClients } from './client-authorities.ts';

export interface ReadPresentedParts {
  readonly configuration: Pick<MtlsConfiguration, 'proxies' | 'header'>;
  readonly authorities: () => ClientAuthorities;
  /** Whether this connection came in where certificates are asked for. */
  readonly isDoor: (socket: TLSSocket) => boolean;
  readonly wall: WallClock;
}

/**
 * The certificate that the sender of a request has shown. Of a proxy only its header counts, never the certificate by which the
 * proxy itself came; of anybody else only the handshake, whatever its headers say.
 */
export function createReadPresented({
  configuration: { proxies, header },
  authorities,
  isDoor,
  wall,
}: ReadPresentedParts): (request: IncomingMessage) => PresentedCertificate | undefined {
  const isProxy = trustedProxies(proxies);
  return ({ socket, headersDistinct }) => {
    if (isProxy(socket.remoteAddress ?? '')) {
      const [value, ...more] = headersDistinct[header] ?? [];
      const read = value === undefined || more.length > 0 ? undefined : readHeader(value, header);
      // The authority itself is looked for: who is in between, the proxy has not said.
      return read && toPresented(read, authorities().issued(read, wall()));
    }
    if (!(socket instanceof TLSSocket) || !isDoor(socket)) return undefined;
    const shown = socket.getPeerX509Certificate();
    return shown && toPresented(shown, socket.authorized);
  };
}

function toPresented(certificate: X509Certificate, isIssued: boolean): PresentedCertificate {
  return { der: Uint8Array.from(certificate.raw), trusted: isIssued && isForClients(certificate) };
}

/** Far longer than a certificate; a header is bounded by the server as well. */
const longestHeader = 16_384;

function readHeader(value: string, header: MtlsConfiguration['header']): X509Certificate | undefined {
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
