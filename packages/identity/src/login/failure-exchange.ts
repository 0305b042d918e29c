import { createHmac } from 'node:crypto';
import {
  type FillRandom,
  type SteadyClock,
  steadyMilliseconds,
  steadyTime,
  type WallClock,
} from '@signet/contracts';
import type { FailureEntry, FailureJournal } from '../ports/failure-journal.ts';
import { createFailureTable, type FailureTable } from './failure-table.ts';
import { forgottenAfter, mostNames } from './throttle-rules.ts';

/** The tables of one throttle, each by what it counts for. */
export type FailureTables = (kind: string) => FailureTable;

export interface FailureExchange {
  /** Tables that count for all nodes. @param throttle of which there is one of that name on each */
  readonly tablesOf: (throttle: string) => FailureTables;
  /**
   * Tells the other nodes what failed here since the last time, and hears what failed there. Rejects where the journal cannot
   * be reached: what is counted here goes on to count, and is told later.
   */
  readonly exchange: () => Promise<void>;
}

export interface FailureExchangeParts {
  readonly failureJournal: FailureJournal;
  /** Names are told under it, for what is typed as a name may be a password. */
  readonly key: Uint8Array;
  readonly random: FillRandom;
  readonly steady: SteadyClock;
  readonly wall: WallClock;
}

/** Of one entry, and of what waits to be told; more that fail at once are counted where they came. */
const mostTold = 500;
const mostPending = 10_000;
/** Milliseconds by which clocks of nodes may differ, and writes come late. */
const overlap = 60_000;
const page = 500;
const mostPages = 40;

/**
 * Counts failures for all nodes on one database. What succeeded in the meantime has cost no write: only what is left of a
 * turn is told, in one entry. A node that starts hears of the last hour.
 */
export function createFailureExchange(parts: FailureExchangeParts): FailureExchange {
  const { failureJournal: journal, steady, wall } = parts;
  const tables = new Map<string, FailureTable>();
  const pending = new Map<string, number>();
  const heard = new Map<string, number>();
  let heardUpTo = wall() - forgottenAfter;

  function note(name: string, failures: number): void {
    const sum = (pending.get(name) ?? 0) + failures;
    if (sum === 0) pending.delete(name);
    else if (pending.has(name) || pending.size < mostPending) pending.set(name, sum);
  }

  async function tell(): Promise<void> {
    const told = [...pending].toSorted(([, one], [, other]) => other - one).slice(0, mostTold);
    if (told.length === 0) return;
    const id = Buffer.from(parts.random(new Uint8Array(12))).toString('base64url');
    const entry = { id, at: wall(), document: JSON.stringify(told) };
    for (const [name] of told) pending.delete(name);
    heard.set(id, entry.at);
    try {
      await journal.append(entry);
    } catch (error) {
      for (const [name, failures] of told) note(name, failures);
      throw error;
    }
  }

  function learn({ at, document }: FailureEntry): void {
    const age = Math.max(0, wall() - at);
    const then = steadyTime(steadyMilliseconds(steady()) - age);
    for (const [name, failures] of readTold(document)) {
      const [table = '', digest = ''] = name.split(' ');
      const counted = tables.get(table);
      if (failures < 0) counted?.takeBack(digest, -failures, then);
      else for (let turn = 0; turn < failures; turn += 1) counted?.add(digest, then);
    }
  }

  async function hear(): Promise<void> {
    for (let turn = 0, more = true; more && turn < mostPages; turn += 1) {
      const entries = await journal.since(heardUpTo - overlap, page);
      const fresh = entries.filter(({ id }) => !heard.has(id));
      for (const entry of fresh) {
        heard.set(entry.id, entry.at);
        learn(entry);
      }
      const last = entries.at(-1)?.at ?? 0;
      more = entries.length === page && last > heardUpTo;
      heardUpTo = Math.max(heardUpTo, more ? last + overlap : Math.min(last, wall()));
    }
    for (const [id, at] of heard) if (at < heardUpTo - 2 * overlap) heard.delete(id);
  }

  return {
    tablesOf: (throttle) => (kind) => {
      const name = `${throttle}.${kind}`;
      const table = createFailureTable({ forgottenAfter, names: mostNames });
      tables.set(name, table);
      const digest = (text: string) =>
        createHmac('sha256', parts.key).update(`${name} ${text}`).digest('base64url').slice(0, 22);
      return shared(table, { digest, steady, note: (of, failures) => note(`${name} ${of}`, failures) });
    },
    async exchange() {
      await hear();
      await tell();
    },
  };
}

interface Sharing {
  readonly digest: (name: string) => string;
  readonly steady: SteadyClock;
  readonly note: (digest: string, failures: number) => void;
}

/** A table whose names are known by their digest, here as on the other nodes. */
function shared(table: FailureTable, { digest, steady, note }: Sharing): FailureTable {
  return {
    count: (name, now) => table.count(digest(name), now),
    sinceLast: (name, now) => table.sinceLast(digest(name), now),
    add(name, now) {
      table.add(digest(name), now);
      note(digest(name), 1);
    },
    takeBack(name, failures, now) {
      const taken = Math.min(failures, table.count(digest(name), now));
      table.takeBack(digest(name), taken, now);
      if (taken > 0) note(digest(name), -taken);
    },
    clear(name) {
      const cleared = table.count(digest(name), steady());
      table.clear(digest(name));
      if (cleared > 0) note(digest(name), -cleared);
    },
    get size() {
      return table.size;
    },
  };
}

/** More than this no table tells apart. */
const mostFailures = 255;

function readTold(document: string): readonly (readonly [string, number])[] {
  const told: unknown = JSON.parse(document);
  if (!Array.isArray(told)) return [];
  return told.slice(0, mostTold).flatMap((each: unknown) => {
    const [name, failures]: readonly unknown[] = Array.isArray(each) ? each : [];
    if (typeof name !== 'string' || typeof failures !== 'number' || !Number.isInteger(failures)) return [];
    return [[name, Math.max(-mostFailures, Math.min(mostFailures, failures))] as const];
  });
}
