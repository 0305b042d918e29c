import { setImmediate as nextTurn } from 'node:timers/promises';

/** Lets the event loop go round so often, reading sockets each time. */
export async function turns(count: number): Promise<void> {
  for (let turn = 0; turn < count; turn += 1) await nextTurn();
}
