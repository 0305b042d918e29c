import type { EventEmitter } from 'node:events';

/**
 * Node ends the process for an `error` that nobody hears, and an emitter outlives whoever uses it: a reset can come
 * after its user took its own listeners away. This listener stays for the emitter's life, so that what goes wrong
 * with one connection ends that connection only. Whoever must act on the error, or on the `close` behind it, listens
 * beside it.
 */
export function outliveErrors(emitter: EventEmitter): void {
  emitter.on('error', leaveToOthers);
}

function leaveToOthers(): void {}
