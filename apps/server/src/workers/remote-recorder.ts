import type { DecisionRecord } from '@signet/contracts';
import type { Recorder } from '@signet/gateway/ports';
import type { FromWorker } from './messages.ts';

/** Sends decisions to the primary, a batch at a time. */
export interface RemoteRecorder extends Recorder {
  flush(): void;
}

/** The channel to a primary that does not keep up must not eat the memory of the gateway. */
const mostWaiting = 2000;
const sendEvery = 50;

export function createRemoteRecorder(send: (message: FromWorker) => void): RemoteRecorder {
  let waiting: DecisionRecord[] = [];
  let timer: NodeJS.Timeout | undefined;
  function flush(): void {
    clearTimeout(timer);
    timer = undefined;
    if (waiting.length === 0) return;
    send({ kind: 'records', records: waiting });
    waiting = [];
  }
  return {
    record(record) {
      if (waiting.length >= mostWaiting) return;
      waiting.push(record);
      timer ??= setTimeout(flush, sendEvery);
    },
    // At once, as a batch of them may be long; the primary bounds how many wait.
    keep: (call) => send({ kind: 'keptCall', call }),
    flush,
  };
}
