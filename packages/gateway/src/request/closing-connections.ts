import type { Duplex } from 'node:stream';

/** Connections on which nobody knows where the next request begins. What still comes on them is not read as one. */
const closing = new WeakSet<Duplex>();

export function closeAfterAnswer(connection: Duplex): void {
  closing.add(connection);
}

export function isClosing(connection: Duplex): boolean {
  return closing.has(connection);
}
