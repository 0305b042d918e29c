import { constants } from 'node:crypto';
import { Server, type ServerOptions } from 'node:https';
import type { Socket } from 'node:net';
import { TLSSocket } from 'node:tls';
import type { CertificatePair } from './make-certificate.ts';

/** Milliseconds for the handshake: who takes longer wants to hold a connection (CWE-400). */
const handshakePatience = 10_000;

/** The first byte of a TLS record that begins a handshake (RFC 8446 §5.1). */
const handshakeRecord = 22;

/** What `clientError` carries for a request without TLS; OpenSSL's own code for the same. */
export const plainHttpCode = 'ERR_SSL_HTTP_REQUEST';

/** Browsers are told to stay with HTTPS for a year; nothing is said of names below (RFC 6797 §6.1). */
export const strictTransport = ['strict-transport-security', 'max-age=31536000'] as const;

/**
 * An HTTPS server that knows plain HTTP when it sees it: such a request is a `clientError`, to be answered on the bare
 * socket. Connections that never begin or finish a handshake end with the server as all others do.
 */
export class SecureServer extends Server {
  readonly #sockets = new Set<Socket>();
  #authorities: readonly string[] | undefined;
  #pair: CertificatePair;

  /** @param authorities of clients, as PEM: makes it ask for certificates, and take whatever comes to be judged later */
  constructor(options: ServerOptions, pair: CertificatePair, authorities?: readonly string[]) {
    super({
      ...options,
      ...contextOf(pair, authorities),
      ...(authorities === undefined ? {} : askForCertificate),
      ALPNProtocols: ['http/1.1'],
      handshakeTimeout: handshakePatience,
    });
    this.#pair = pair;
    this.#authorities = authorities;
    const listeners = this.listeners('connection');
    this.removeAllListeners('connection');
    this.on('connection', (socket: Socket) => {
      this.#keep(socket);
      this.#afterFirstByte(socket, () => {
        for (const listener of listeners) Reflect.apply(listener, this, [socket]);
      });
    });
    // First of all listeners, so that whoever answers says it. Never without TLS (RFC 6797 §7.2).
    this.on('request', ({ socket }, response) => {
      if (socket instanceof TLSSocket) response.setHeader(...strictTransport);
    });
    // Nothing can be said to who failed a handshake; Node would hand them to `clientError` as if they had sent a request.
    this.removeAllListeners('tlsClientError');
    this.on('tlsClientError', (_error, socket) => socket.destroy());
  }

  /** New connections get this pair; those that stand keep theirs. */
  present(pair: CertificatePair): void {
    this.#pair = pair;
    this.setSecureContext(contextOf(pair, this.#authorities));
  }

  /** New connections are judged by these. */
  trust(authorities: readonly string[]): void {
    this.#authorities = authorities;
    this.setSecureContext(contextOf(this.#pair, authorities));
  }

  override closeAllConnections(): void {
    super.closeAllConnections();
    for (const socket of this.#sockets) socket.destroy();
  }

  #keep(socket: Socket): void {
    this.#sockets.add(socket);
    socket.once('close', () => this.#sockets.delete(socket));
  }

  #afterFirstByte(socket: Socket, speakTls: () => void): void {
    const giveUp = () => socket.destroy();
    socket.setTimeout(handshakePatience, giveUp);
    socket.once('readable', () => {
      socket.setTimeout(0);
      socket.off('timeout', giveUp);
      const head: unknown = socket.read();
      if (!Buffer.isBuffer(head)) return giveUp();
      if (head[0] !== handshakeRecord) return this.#refusePlain(socket);
      socket.unshift(head);
      speakTls();
    });
  }

  #refusePlain(socket: Socket): void {
    const error = Object.assign(new Error('Plain HTTP came to a port that speaks HTTPS.'), {
      code: plainHttpCode,
    });
    if (!this.emit('clientError', error, socket)) socket.destroy();
  }
}

/** Nothing is resumed: each connection shows its certificate anew. */
const askForCertificate = {
  requestCert: true,
  rejectUnauthorized: false,
  secureOptions: constants.SSL_OP_NO_TICKET,
} as const;

function contextOf({ certificate, key }: CertificatePair, authorities: readonly string[] | undefined) {
  const pair = { cert: certificate, key, minVersion: 'TLSv1.2' } as const;
  if (authorities === undefined) return pair;
  // Without one, the authorities of the web would count.
  return {
    ...pair,
    ca: [...authorities],
    secureOptions: constants.SSL_OP_NO_TICKET,
    allowPartialTrustChain: true,
  };
}
