import { systemClocks, WatchedClocks } from '@signet/contracts';
import { outliveErrors } from '@signet/gateway';
import type { FromWorker, ToWorker } from './messages.ts';
import { runWorker } from './run-worker.ts';

/**
 * A gateway process. It is told everything over the channel, ends when the primary says so, and ends by itself when
 * the primary is gone. Signals sent to the whole group (Ctrl C) are the primary's to answer.
 */
process.on('SIGINT', () => undefined);
process.on('SIGTERM', () => undefined);
// The channel's own: what Node itself sends over it meets a primary that has just died.
outliveErrors(process);
process.on('disconnect', () => process.exit(0));

runWorker(
  {
    send(message: FromWorker) {
      // Where the primary has just died, `disconnect` follows.
      if (process.connected) process.send?.(message, undefined, undefined, () => undefined);
    },
    receive(handle: (message: ToWorker) => void) {
      process.on('message', (message: ToWorker) => handle(message));
    },
  },
  { clocks: new WatchedClocks(systemClocks), end: () => process.disconnect?.() },
);
