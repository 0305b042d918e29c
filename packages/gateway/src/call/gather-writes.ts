import type { Socket } from 'node:net';

const gathered: Socket[] = [];

/**
 * Holds back what is written to a socket until all that this turn of the event loop has read is dealt with, and lets it go
 * in one call to the system. A write wakes whoever waits at the other end, on another core, and is the dearest thing that a
 * gateway does.
 */
export function gatherWrites(socket: Socket): void {
  if (socket.writableCorked > 0) return;
  socket.cork();
  if (gathered.push(socket) === 1) setImmediate(release);
}

function release(): void {
  for (const socket of gathered.splice(0)) socket.uncork();
}
