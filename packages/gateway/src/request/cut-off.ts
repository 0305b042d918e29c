import type { ServerResponse } from 'node:http';

/**
 * Ends an answer that cannot be completed, and its connection with it, so that nobody takes a part for the whole. One
 * that still waits behind others on its connection ends it when its turn comes: Node would let such a one block all
 * that come after it, for ever.
 */
export function cutOff(response: ServerResponse): void {
  if (response.socket === null) response.once('socket', (socket) => socket.destroy());
  response.destroy();
}
