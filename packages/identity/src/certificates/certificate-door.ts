import type { IncomingMessage } from 'node:http';

/** A certificate that the sender of a request has shown to be its own: in the handshake, or to a proxy that is believed. */
export interface PresentedCertificate {
  readonly der: Uint8Array<ArrayBuffer>;
  /** An authority that was named for it issued it, for a client, and it is good now. */
  readonly trusted: boolean;
}

/** Where clients show certificates (RFC 8705). */
export interface CertificateDoor {
  /** The origin of the endpoints for it, apart from those that browsers come to; absent where these are the same. */
  readonly origin?: string;
  readonly presented: (request: IncomingMessage) => PresentedCertificate | undefined;
}
