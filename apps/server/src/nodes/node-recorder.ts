import type { DecisionRecord, KeptCall } from '@signet/contracts';
import type { RecordWriter } from '../records/record-writer.ts';

/** Records on their way to a control node. While none is connected they wait, as many as there is room for. */
export interface NodeRecorder extends RecordWriter {
  connected(): void;
  /** How many there was no room for. */
  dropped(): number;
}

const mostWaiting = 10_000;
const atOnce = 50;
const sendEvery = 50;

/** @param send answers whether they could be sent, as `sendCall` does; undefined while no control node is connected */
export function createNodeRecorder(
  send: (records: readonly DecisionRecord[]) => boolean | undefined,
  sendCall: (call: KeptCall) => boolean | undefined,
): NodeRecorder {
  const waiting: DecisionRecord[] = [];
  let dropped = 0;
  let timer: NodeJS.Timeout | undefined;

  function flush(): void {
    clearTimeout(timer);
    timer = undefined;
    while (waiting.length > 0) {
      const batch = waiting.slice(0, atOnce);
      const sent = send(batch);
      if (sent === undefined) return;
      if (!sent) dropped += batch.length;
      waiting.splice(0, batch.length);
    }
  }

  return {
    record(record) {
      if (waiting.length >= mostWaiting) {
        dropped += 1;
        return;
      }
      waiting.push(record);
      timer ??= setTimeout(flush, sendEvery);
    },
    // What was asked stays nowhere on a gateway node: cut off, none is kept.
    keep(call) {
      if (sendCall(call) !== true) dropped += 1;
    },
    connected: flush,
    dropped: () => dropped,
    flush: async () => flush(),
    async close() {
      flush();
      clearTimeout(timer);
    },
  };
}
