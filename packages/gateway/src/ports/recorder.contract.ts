import type { DecisionRecord } from '@signet/contracts';
import { aRecord, type Open } from '@signet/contracts/testing';
import { describe, expect, it } from 'vitest';
import type { Recorder } from './recorder.ts';

export interface RecorderUnderTest {
  readonly recorder: Pick<Recorder, 'record'>;
  /** Everything that has come to where records go, once the recorder has handed on what it holds. */
  readonly arrived: () => Promise<readonly DecisionRecord[]>;
}

/** More than any recorder may hold back. */
const flood = 20_000;

/** What every Recorder does. */
export function recorderContract(name: string, open: Open<RecorderUnderTest>): void {
  describe(`Recorder: ${name}`, () => {
    it('hands on what it was given, whole and in order', async () => {
      await using opened = await open();
      const { recorder, arrived } = opened.adapter;
      const records = Array.from({ length: 120 }, (_, index) => aRecord({ at: index }));
      for (const record of records) recorder.record(record);
      expect(await arrived()).toEqual(records);
    });

    it('holds a bounded number where nothing takes them, the oldest, and takes new ones after that', async () => {
      await using opened = await open();
      const { recorder, arrived } = opened.adapter;
      const example = aRecord();
      for (let at = 0; at < flood; at += 1) recorder.record({ ...example, at });
      const first = (await arrived()).map(({ at }) => at);
      expect(first.length).toBeGreaterThan(0);
      expect(first.length).toBeLessThan(flood);
      expect(first).toEqual(first.map((_, index) => index));
      const late = aRecord({ at: flood });
      recorder.record(late);
      expect((await arrived()).at(-1)).toEqual(late);
    });
  });
}
