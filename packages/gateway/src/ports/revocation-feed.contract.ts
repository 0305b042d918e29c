import type { RevocationEntry } from '@signet/contracts';
import type { Open } from '@signet/contracts/testing';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { Witness } from '../testing/witness.ts';
import type { RevocationFeed } from './revocation-feed.ts';

export interface FeedUnderTest {
  readonly feed: RevocationFeed;
  /** Adds an entry to what the feed follows, with the next sequence number. */
  readonly append: () => RevocationEntry;
  /** Makes the feed look again at what it follows, as time does outside tests. */
  readonly beat: () => void;
}

/** What every RevocationFeed does, for its newest subscriber; whether an older one is still served is its own affair. */
export function revocationFeedContract(name: string, open: Open<FeedUnderTest>): void {
  describe(`RevocationFeed: ${name}`, () => {
    delivery(open);
    endings(open);
  });
}

function delivery(open: Open<FeedUnderTest>): void {
  it('delivers every entry after the asked one, whole and in order, then says up to where', async () => {
    await using opened = await open();
    const { feed, append } = opened.adapter;
    const entries = [append(), append(), append()];
    const witness = new Witness();
    const stop = feed.subscribe(1, witness);
    await witness.confirmed(3);
    expect(witness.heard).toEqual([...entries.slice(1), 3]);
    await stop();
  });

  it('says that a subscriber who has everything is up to date', async () => {
    await using opened = await open();
    const { feed, append } = opened.adapter;
    append();
    const witness = new Witness();
    const stop = feed.subscribe(1, witness);
    await witness.confirmed(1);
    expect(witness.heard).toEqual([1]);
    await stop();
  });

  it('gives a sign of life again and again, also when nothing is revoked', async () => {
    await using opened = await open();
    const { feed, beat } = opened.adapter;
    const witness = new Witness();
    const stop = feed.subscribe(0, witness);
    for (let signs = 1; signs <= 3; signs += 1) {
      await witness.until(() => witness.heard.length >= signs);
      beat();
    }
    expect(new Set(witness.heard)).toEqual(new Set([0]));
    await stop();
  });

  it('neither skips, nor repeats, nor confirms what it has not delivered, whatever comes between', async () => {
    const steps = fc.array(fc.constantFrom('append', 'beat', 'wait'), { maxLength: 12 });
    await fc.assert(
      fc.asyncProperty(fc.nat(5), fc.nat(5), steps, async (before, held, then) => {
        await using opened = await open();
        const { feed, append, beat } = opened.adapter;
        for (let count = 0; count < before; count += 1) append();
        const after = Math.min(before, held);
        const witness = new Witness();
        const stop = feed.subscribe(after, witness);
        let newest = before;
        for (const step of then) {
          if (step === 'append') newest = append().sequence;
          else if (step === 'beat') beat();
          else await new Promise(setImmediate);
        }
        beat();
        await witness.confirmed(newest);
        expectSound(witness.heard, after);
        await stop();
      }),
      { numRuns: 25 },
    );
  });
}

function endings(open: Open<FeedUnderTest>): void {
  it('says nothing more to a subscriber once it has stopped', async () => {
    await using opened = await open();
    const { feed, append, beat } = opened.adapter;
    const gone = new Witness();
    const stop = feed.subscribe(0, gone);
    await gone.confirmed(0);
    await stop();
    const heard = [...gone.heard];
    append();
    const witness = new Witness();
    const stopWitness = feed.subscribe(0, witness);
    beat();
    await witness.confirmed(1);
    expect(gone.heard).toEqual(heard);
    await stopWitness();
  });

  it('goes on for a newer subscription when the older one of the same listener is ended', async () => {
    await using opened = await open();
    const { feed, append, beat } = opened.adapter;
    const witness = new Witness();
    const stopOld = feed.subscribe(0, witness);
    await witness.confirmed(0);
    const stopNew = feed.subscribe(0, witness);
    await stopOld();
    const { sequence } = append();
    beat();
    await witness.confirmed(sequence);
    expect(witness.heard).toContainEqual(expect.objectContaining({ sequence }));
    await stopNew();
  });
}

/** Each entry is the one after the last, and each confirmation says the last one delivered. */
function expectSound(heard: Witness['heard'], after: number): void {
  let position = after;
  for (const said of heard) {
    if (typeof said !== 'number') position += 1;
    expect(typeof said === 'number' ? said : said.sequence).toBe(position);
  }
}
