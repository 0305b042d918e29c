import { newId } from '@signet/contracts';
import { createMemoryKeptCalls } from '@signet/control/ports';
import { aKeptCall } from '@signet/control/ports/contracts';
import { pino } from 'pino';
import { describe, expect, it } from 'vitest';
import { createCallWriter } from './call-writer.ts';

const quiet = pino({ level: 'silent' });

describe('calls of models on their way to the database', () => {
  it('are written when they are flushed, once', async () => {
    const store = createMemoryKeptCalls();
    const writer = createCallWriter(store, quiet);
    const call = aKeptCall();
    writer.keep(call);
    expect(await store.find(call.reference, call.at)).toBeUndefined();
    await writer.flush();
    expect(await store.find(call.reference, call.at)).toEqual(call);
  });

  it('take a bounded room while nobody writes them, and room again after that', async () => {
    const written: string[] = [];
    const writer = createCallWriter(
      { append: async (calls) => void written.push(...calls.map(({ reference }) => reference)) },
      quiet,
    );
    const question = 'x'.repeat(128 * 1024);
    for (let count = 0; count < 400; count += 1)
      writer.keep(aKeptCall({ reference: newId('reference'), question }));
    await writer.flush();
    expect(written.length).toBeGreaterThan(200);
    expect(written.length).toBeLessThan(260);
    const late = aKeptCall({ reference: newId('reference') });
    writer.keep(late);
    await writer.flush();
    expect(written.at(-1)).toBe(late.reference);
  });

  it('are lost where they cannot be written, and nobody waits for ever', async () => {
    let fails = true;
    const store = createMemoryKeptCalls();
    const writer = createCallWriter(
      { append: async (calls) => (fails ? Promise.reject(new Error('gone')) : store.append(calls)) },
      quiet,
    );
    writer.keep(aKeptCall());
    await writer.flush();
    fails = false;
    const second = aKeptCall({ reference: newId('reference') });
    writer.keep(second);
    await writer.flush();
    expect(await store.find(second.reference, second.at)).toEqual(second);
    expect(await store.find(aKeptCall().reference, second.at)).toBeUndefined();
  });
});
