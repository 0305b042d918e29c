import { constants, X509Certificate } from 'node:crypto';
import { Server, type ServerOptions } from 'node:https';
import type { Socket } from 'node:net';
import { createSecureContext, type SecureContext, TLSSocket } from 'node:tls';
import type { CertificatePair } from './make-certificate.ts';

/** Milliseconds for the handshake: who takes longer wants to hold a connection (CWE-400). */
const handshakePatience = 10_000;

/** The first byte of a TLS record that begins a handshake (RFC 8446 §5.1). */
const handshakeRecord = 22;

/** Authenticated encryption and a key of its own for each connection, also by TLS 1.2 (RFC 9325 §4.2). */
const ciphers = [
  'TLS_AES_256_GCM_SHA384',
  'TLS_CHACHA20_POLY1305_SHA256',
  'TLS_AES_128_GCM_SHA256',
  'ECDHE-ECDSA-AES128-GCM-SHA256',
  'ECDHE-RSA-AES128-GCM-SHA256',
  'ECDHE-ECDSA-AES256-GCM-SHA384',
  'ECDHE-RSA-AES256-GCM-SHA384',
  'ECDHE-ECDSA-CHACHA20-POLY1305',
  'ECDHE-RSA-CHACHA20-POLY1305',
].join(':');

/** What `clientError` carries for a request without TLS; OpenSSL's own code for the same. */
export const plainHttpCode = 'ERR_SSL_HTTP_REQUEST';

/** Browsers are told to stay with HTTPS for a year; nothing is said of names below (RFC 6797 §6.1). */
export const strictTransport = ['strict-transport-security', 'max-age=31536000'] as const;

export interface SecureServerOptions extends ServerOptions {
  /** Of clients, as PEM: makes it ask for certificates, and take whatever comes to be judged later. */
  readonly authorities?: readonly string[] | undefined;
  /** What is spoken for others, and not by us to them: HTTP/2 as well, and no promise to stay with HTTPS. */
  readonly isGateway?: boolean;
}

/** The first is shown to whoever names no host, or one that no other speaks for (RFC 6066 §3). */
export type CertificatePairs = readonly [CertificatePair, ...CertificatePair[]];

/**
 * An HTTPS server that knows plain HTTP when it sees it: such a request is a `clientError`, to be answered on the bare
 * socket. Connections that never begin or finish a handshake end with the server as all others do.
 */
export class SecureServer extends Server {
  readonly #sockets = new Set<Socket>();
  #authorities: readonly string[] | undefined;
  #pairs: CertificatePairs;
  #others: readonly NamedContext[];

  constructor(
    { authorities, isGateway = false, ...options }: SecureServerOptions,
    ...pairs: CertificatePairs
  ) {
    super({
      ...options,
      ...contextOf(pairs[0], authorities),
      ...(authorities === undefined ? {} : askForCertificate),
      ALPNProtocols: isGateway ? ['h2', 'http/1.1'] : ['http/1.1'],
      SNICallback: (host, answer) => answer(null, this.#contextFor(host)),
      handshakeTimeout: handshakePatience,
    });
    this.#pairs = pairs;
    this.#authorities = authorities;
    this.#others = othersOf(pairs, authorities);
    const listeners = this.listeners('connection');
    this.removeAllListeners('connection');
    this.on('connection', (socket: Socket) => {
      this.#keep(socket);
      this.#afterFirstByte(socket, () => {
        for (const listener of listeners) Reflect.apply(listener, this, [socket]);
      });
    });
    // First of all listeners, so that whoever answers says it. Never without TLS (RFC 6797 §7.2).
    if (!isGateway) {
      this.on('request', ({ socket }, response) => {
        if (socket instanceof TLSSocket) response.setHeader(...strictTransport);
      });
    }
    // Nothing can be said to who failed a handshake; Node would hand them to `clientError` as if they had sent a request.
    this.removeAllListeners('tlsClientError');
    this.on('tlsClientError', (_error, socket) => socket.destroy());
  }

  /** New connections get these pairs; those that stand keep theirs. */
  present(...pairs: CertificatePairs): void {
    this.#pairs = pairs;
    this.#take();
  }

  /** New connections are judged by these. */
  trust(authorities: readonly string[]): void {
    this.#authorities = authorities;
    this.#take();
  }

  #take(): void {
    this.#others = othersOf(this.#pairs, this.#authorities);
    this.setSecureContext(contextOf(this.#pairs[0], this.#authorities));
  }

  /** Undefined where the first pair is to be shown. */
  #contextFor(host: string): SecureContext | undefined {
    return this.#others.find(({ leaf }) => leaf.checkHost(host, { subject: 'never' }) !== undefined)?.context;
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

/** What is shown to who asks for one of the names of its certificate. */
interface NamedContext {
  readonly leaf: X509Certificate;
  readonly context: SecureContext;
}

/** With one pair alone there is nothing to choose. */
function othersOf(
  pairs: CertificatePairs,
  authorities: readonly string[] | undefined,
): readonly NamedContext[] {
  if (pairs.length === 1) return [];
  return pairs.map((pair) => ({
    leaf: new X509Certificate(pair.certificate),
    context: createSecureContext(contextOf(pair, authorities)),
  }));
}

function contextOf({ certificate, key }: CertificatePair, authorities: readonly string[] | undefined) {
  const pair = { cert: certificate, key, minVersion: 'TLSv1.2', ciphers } as const;
  if (authorities === undefined) return pair;
  // Without one, the authorities of the web would count.
  return {
    ...pair,
    ca: [...authorities],
    secureOptions: constants.SSL_OP_NO_TICKET,
    allowPartialTrustChain: true,
  };
}
