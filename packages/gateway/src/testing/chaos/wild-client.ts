import { connect } from 'node:net';
import { outliveErrors } from '../../outlive-errors.ts';
import { turns } from './turns.ts';

/** A client that sends what it likes and leaves when it likes. */
export interface WildPlan {
  /** In latin1, in pieces that arrive one after the other. */
  readonly pieces: readonly string[];
  /** How many turns of the event loop it stays after the last piece. */
  readonly turns: number;
  readonly leave: 'fin' | 'reset';
  /** False: it takes nothing of what is sent to it, and leaves by a reset. */
  readonly reads: boolean;
}

/** Plays the plan. Resolves when the connection is gone, with all that was received on it, in latin1. */
export async function playWildClient(port: number, plan: WildPlan): Promise<string> {
  let received = '';
  const socket = connect(port, '127.0.0.1');
  outliveErrors(socket);
  const closed = new Promise<void>((resolve) => socket.once('close', () => resolve()));
  await Promise.race([closed, new Promise((resolve) => socket.once('connect', resolve))]);
  if (plan.reads) {
    socket.setEncoding('latin1').on('data', (piece) => {
      received += String(piece);
    });
  }
  for (const piece of plan.pieces) {
    if (!socket.writable) break;
    socket.write(piece, 'latin1');
    await turns(1);
  }
  for (let turn = 0; turn < plan.turns && !socket.destroyed; turn += 1) await turns(1);
  if (plan.leave === 'fin' && plan.reads) socket.end();
  else socket.resetAndDestroy();
  await closed;
  return received;
}
