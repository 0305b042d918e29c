import type { X509Certificate } from 'node:crypto';
import type { IncomingMessage } from 'node:http';
import { TLSSocket } from 'node:tls';
import type { MtlsConfiguration, WallClock } from '@signet/contracts';
import { certificateSaid, trustedProxies } from '@signet/gateway';
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
  return (request) => {
    const { socket } = request;
    if (isProxy(socket.remoteAddress ?? '')) {
      const said = certificateSaid(request, header);
      // The authority itself is looked for: who is in between, the proxy has not said.
      return said && toPresented(said, authorities().issued(said, wall()));
    }
    if (!(socket instanceof TLSSocket) || !isDoor(socket)) return undefined;
    const shown = socket.getPeerX509Certificate();
    return shown && toPresented(shown, socket.authorized);
  };
}

function toPresented(certificate: X509Certificate, isIssued: boolean): PresentedCertificate {
  return { der: Uint8Array.from(certificate.raw), trusted: isIssued && isForClients(certificate) };
}
