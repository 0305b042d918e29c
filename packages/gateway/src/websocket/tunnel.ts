import type { Duplex } from 'node:stream';
import { FrameBoundary } from './frame-boundary.ts';

/** Codes with which a WebSocket ends (RFC 6455 §7.4.1). */
export const closeCodes = { goingAway: 1001, policy: 1008 } as const;

/** The two connections of a WebSocket: what comes on one goes to the other, no faster than that is read. */
export class Tunnel {
  readonly #client: Duplex;
  readonly #upstream: Duplex;
  readonly #frames = new FrameBoundary();

  constructor(client: Duplex, upstream: Duplex) {
    this.#client = client;
    this.#upstream = upstream;
    client.on('data', (piece: Buffer) => {
      if (!upstream.write(piece)) client.pause();
    });
    upstream.on('drain', () => client.resume());
    upstream.on('data', this.#pass);
    client.on('drain', () => upstream.resume());
    client.on('end', () => upstream.end());
    upstream.on('end', () => client.end());
    client.on('close', () => upstream.destroy());
    upstream.on('close', () => {
      if (client.writableEnded) return;
      client.end();
    });
  }

  /** @param first what the upstream has sent already */
  start(first: Buffer): void {
    if (first.length > 0) this.#pass(first);
    this.#client.resume();
    this.#upstream.resume();
  }

  /**
   * Says to the client why, where that can be said between two frames; then both connections end.
   * @param reason at most 123 bytes
   */
  close(code: number, reason: string, ended: () => void): void {
    this.#upstream.destroy();
    const client = this.#client;
    const canSay = this.#frames.isBetween && !client.writableNeedDrain && client.writable;
    if (canSay) client.end(closeFrame(code, reason), () => ended());
    else ended();
  }

  readonly #pass = (piece: Buffer): void => {
    this.#frames.pass(piece);
    if (!this.#client.write(piece)) this.#upstream.pause();
  };
}

/** From a server, so without a mask (§5.1, §5.5.1). */
function closeFrame(code: number, reason: string): Buffer {
  const text = Buffer.from(reason).subarray(0, 123);
  const payload = Buffer.alloc(2 + text.length);
  payload.writeUInt16BE(code);
  text.copy(payload, 2);
  return Buffer.concat([Buffer.from([0x88, payload.length]), payload]);
}
