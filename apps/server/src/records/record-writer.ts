import type { DecisionRecord } from '@signet/contracts';
import type { RecordStore } from '@signet/control/ports';
import type { Recorder } from '@signet/gateway/ports';
import type { Logger } from '../logging/logger.ts';
import type { CallWriter } from './call-writer.ts';

/** What every gateway tells, on its way to the database. */
export interface RecordWriter extends Recorder, DecisionWriter {}

/** Collects decisions and writes them in batches, so that no request waits for the database. */
export interface DecisionWriter extends Pick<Recorder, 'record'> {
  /** Resolves when everything recorded so far is stored, or could not be and was counted. */
  flush(): Promise<void>;
  close(): Promise<void>;
}

const mostWaiting = 5000;
const writeEvery = 200;
const kept = 20_000;
const pruneAfter = 2000;

export function createRecordWriter(store: RecordStore, log: Logger): DecisionWriter {
  let waiting: DecisionRecord[] = [];
  let dropped = 0;
  let writtenSincePrune = pruneAfter;
  let running: Promise<void> = Promise.resolve();
  let next: Promise<void> | undefined;

  async function write(): Promise<void> {
    const batch = waiting;
    if (batch.length === 0) return;
    waiting = [];
    try {
      await store.append(batch);
      writtenSincePrune += batch.length;
      if (writtenSincePrune >= pruneAfter) await prune();
    } catch (error) {
      dropped += batch.length;
      log.error({ err: error, dropped }, 'Decisions could not be stored; they cannot be explained');
    }
  }

  async function prune(): Promise<void> {
    writtenSincePrune = 0;
    await store.prune(kept);
  }

  /** While the database is slow, at most one write waits for the one under way, however many ask for it. */
  function flush(): Promise<void> {
    next ??= running.then(() => {
      next = undefined;
      running = write();
      return running;
    });
    return next;
  }

  const timer = setInterval(() => void flush(), writeEvery).unref();

  return {
    record(record) {
      if (waiting.length < mostWaiting) waiting.push(record);
      else dropped += 1;
    },
    flush,
    async close() {
      clearInterval(timer);
      await flush();
    },
  };
}

/** Writes calls of models as often as decisions. */
export function withCalls(decisions: DecisionWriter, calls: CallWriter): RecordWriter {
  const timer = setInterval(() => void calls.flush(), writeEvery).unref();
  return {
    record: decisions.record,
    keep: calls.keep,
    async flush() {
      await Promise.all([decisions.flush(), calls.flush()]);
    },
    async close() {
      clearInterval(timer);
      await Promise.all([decisions.close(), calls.flush()]);
    },
  };
}

/** The store as the admin API reads it: what was decided a moment ago is written first. */
export function freshRecords(store: RecordStore, flush: () => Promise<void>): RecordStore {
  return {
    append: (records) => store.append(records),
    prune: (keep) => store.prune(keep),
    async find(reference) {
      await flush();
      return store.find(reference);
    },
    async recent(limit) {
      await flush();
      return store.recent(limit);
    },
  };
}
