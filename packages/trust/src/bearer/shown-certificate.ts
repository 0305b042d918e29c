import { createHash, type X509Certificate } from 'node:crypto';
import type { TLSSocket } from 'node:tls';
import type { WallTime } from '@signet/contracts';

/**
 * The thumbprint (`x5t#S256`) of a certificate whose key was shown: whoever issued it, that key is what counts (RFC 8705 §3).
 * An empty text, to which nothing is bound, where it has run out or is not good yet.
 */
export function thumbprintAt({ raw, validFromDate, validToDate }: X509Certificate, now: WallTime): string {
  const isGood = validFromDate.getTime() <= now && now <= validToDate.getTime();
  return isGood ? createHash('sha256').update(raw).digest('base64url') : '';
}

/** The same of what came in a handshake; undefined for a connection without TLS, or without certificate. */
export function shownOn(socket: unknown, now: WallTime): string | undefined {
  const shown = isOverTls(socket) ? socket.getPeerX509Certificate() : undefined;
  return shown === undefined ? undefined : thumbprintAt(shown, now);
}

function isOverTls(socket: unknown): socket is Pick<TLSSocket, 'getPeerX509Certificate'> {
  return typeof socket === 'object' && socket !== null && 'getPeerX509Certificate' in socket;
}
