import { once } from 'node:events';
import { connect } from 'node:net';
import { setTimeout as pause } from 'node:timers/promises';
import { hasEnded, type Started } from '../processes/children.ts';

const usualWaitMs = 10_000;
const betweenAttemptsMs = 25;

/** Resolves once `started` accepts connections on `port`; rejects with its output when it ends or takes longer than `waitMs`. */
export async function untilListening(
  started: Started,
  port: number,
  waitMs: number = usualWaitMs,
): Promise<void> {
  for (let attempt = 0; attempt < waitMs / betweenAttemptsMs && !hasEnded(started.child); attempt++) {
    if (await accepts(port)) return;
    await pause(betweenAttemptsMs);
  }
  throw new Error(`Nothing listens on port ${port}. The program said:\n${started.output()}`);
}

/** True when something accepts a connection on loopback port `port`. */
async function accepts(port: number): Promise<boolean> {
  const socket = connect(port, '127.0.0.1');
  try {
    await once(socket, 'connect');
    return true;
  } catch {
    return false;
  } finally {
    socket.destroy();
  }
}
