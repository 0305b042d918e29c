import { Writable } from 'node:stream';
import { type DecisionRecord, newId } from '@signet/contracts';
import { openedPlain } from '@signet/contracts/testing';
import { createMemoryRecords } from '@signet/control/ports';
import { recordStoreContract } from '@signet/control/ports/contracts';
import { recorderContract } from '@signet/gateway/ports/contracts';
import { createMemoryStores } from '@signet/store';
import { describe, expect, it, onTestFinished, vi } from 'vitest';
import { makeLogger } from '../logging/logger.ts';
import { createRecordWriter, freshRecords } from './record-writer.ts';

const quiet = makeLogger('silent', new Writable({ write: (_chunk, _encoding, done) => done() }));

function record(): DecisionRecord {
  return {
    reference: newId('reference'),
    at: 1,
    node: 'gateway-1',
    method: 'GET',
    path: '/',
    outcome: 'forwarded',
    status: 200,
    steps: [],
    durationMicros: 1,
  };
}

recordStoreContract(
  'freshRecords',
  openedPlain(() => freshRecords(createMemoryRecords(), async () => undefined)),
);

recorderContract('createRecordWriter', async () => {
  const stored: DecisionRecord[] = [];
  const append = async (batch: readonly DecisionRecord[]) => void stored.push(...batch);
  const recorder = createRecordWriter({ ...createMemoryRecords(), append }, quiet);
  return {
    adapter: {
      recorder,
      async arrived() {
        await recorder.flush();
        return [...stored];
      },
    },
    [Symbol.asyncDispose]: () => recorder.close(),
  };
});

describe('the record writer', () => {
  it('has stored what was recorded before, when a reader asks', async () => {
    const { records } = createMemoryStores();
    const writer = createRecordWriter(records, quiet);
    onTestFinished(() => writer.close());
    const one = record();
    writer.record(one);
    expect(await freshRecords(records, () => writer.flush()).find(one.reference)).toEqual(one);
    expect(await freshRecords(records, () => writer.flush()).recent(5)).toEqual([one]);
  });

  it('holds a bounded number while the database is slow, and drops the rest', async () => {
    const { records } = createMemoryStores();
    const appended: number[] = [];
    const writer = createRecordWriter(
      {
        ...records,
        append: async (batch) => void appended.push(batch.length),
        prune: async () => 0,
      },
      quiet,
    );
    onTestFinished(() => writer.close());
    for (let count = 0; count < 6000; count += 1) writer.record(record());
    await writer.flush();
    expect(appended).toEqual([5000]);
  });

  it('lets nobody wait for more than the write under way and one more', async () => {
    const { records } = createMemoryStores();
    const writes: PromiseWithResolvers<void>[] = [];
    const append = () => {
      const write = Promise.withResolvers<void>();
      writes.push(write);
      return write.promise;
    };
    const writer = createRecordWriter({ ...records, append, prune: async () => 0 }, quiet);
    writer.record(record());
    const first = writer.flush();
    await vi.waitUntil(() => writes.length === 1);
    writer.record(record());
    const many = Array.from({ length: 50 }, () => writer.flush());
    writes[0]?.resolve();
    await first;
    await vi.waitUntil(() => writes.length === 2);
    writer.record(record());
    writes[1]?.reject(new Error('The database is away.'));
    await Promise.all(many);
    const closed = writer.close();
    await vi.waitUntil(() => writes.length === 3);
    writes[2]?.resolve();
    await closed;
  });

  it('goes on after the database has failed', async () => {
    const { records } = createMemoryStores();
    let broken = true;
    const writer = createRecordWriter(
      {
        ...records,
        append: async (batch) => {
          if (broken) throw new Error('The disk is full.');
          await records.append(batch);
        },
        prune: async () => 0,
      },
      quiet,
    );
    onTestFinished(() => writer.close());
    writer.record(record());
    await writer.flush();
    broken = false;
    const later = record();
    writer.record(later);
    await writer.flush();
    expect(await records.find(later.reference)).toEqual(later);
  });
});
