import {
  keptUntil,
  type RevocationEntry,
  type SteadyTime,
  steadyMilliseconds,
  steadyTime,
  type WatchedClocks,
} from '@signet/contracts';
import type { RevocationFeed, RevocationListener } from '@signet/gateway/ports';

/** What is known of the log, as it is kept on disk. */
export interface KnownRevocations {
  /** Everything up to it is among the entries, or was over by then. */
  readonly sequence: number;
  /** When that was so, in milliseconds since the epoch. */
  readonly heardAt: number;
  readonly entries: readonly RevocationEntry[];
}

/** Asks a control node for everything after a sequence. */
export type AskForEntries = (subscription: number, after: number) => void;

interface Kept {
  readonly entry: RevocationEntry;
  readonly until: number;
}

/** Entries handed over at once at most. */
const batchSize = 500;

/**
 * The revocation log as this node knows it from control nodes, for its own gateways and for the disk. It says only what a
 * control node has said, and never that it is newer than the question that this was an answer to.
 */
export class NodeFeed implements RevocationFeed {
  readonly #clocks: WatchedClocks;
  readonly #stopWatching: () => void;
  readonly #listeners = new Set<RevocationListener>();
  readonly #kept = new Map<number, Kept>();
  #read = 0;
  #heardAt: SteadyTime | undefined;
  /** Between a subscription and its first sign of life, gaps are entries that the log has forgotten. */
  #catchingUp = true;
  #subscription = 0;
  #ask: AskForEntries | undefined;
  #revision = 0;

  constructor(clocks: WatchedClocks) {
    this.#clocks = clocks;
    this.#stopWatching = clocks.onJump(() => this.#doubt());
  }

  /** Milliseconds since everything was known; undefined where it is not. */
  age(): number | undefined {
    const now = steadyMilliseconds(this.#clocks.steady());
    return this.#heardAt === undefined ? undefined : Math.max(0, now - steadyMilliseconds(this.#heardAt));
  }

  /** Another number once other entries are known, or more of the log. */
  get revision(): number {
    return this.#revision;
  }

  /** Begins with what was known before. What seems to come from the future is of an age that nobody knows. */
  restore({ sequence, heardAt, entries }: KnownRevocations): void {
    const now = this.#clocks.now();
    for (const entry of entries) this.#keep(entry, keptUntil(entry, now));
    this.#read = sequence;
    const age = now.wall - heardAt;
    if (age >= 0) this.#heardAt = steadyTime(steadyMilliseconds(now.steady) - age);
  }

  /** What is to be kept on disk; undefined while it is not known whether that is everything. */
  known(): KnownRevocations | undefined {
    const age = this.age();
    if (age === undefined) return undefined;
    const entries = this.#entriesAfter(0);
    return { sequence: this.#read, heardAt: Math.round(this.#clocks.wall() - age), entries };
  }

  /** What was known is of another log. */
  forgetAll(): void {
    this.#kept.clear();
    this.#doubt();
  }

  /** A control node is there. */
  connected(ask: AskForEntries): void {
    this.#ask = ask;
    this.#subscribe();
  }

  /** It is not there any more. */
  lost(): void {
    this.#ask = undefined;
  }

  /** What a control node says. What it says to a question that was given up is not heard. */
  entries(subscription: number, entries: readonly RevocationEntry[]): void {
    if (subscription !== this.#subscription) return;
    const now = this.#clocks.now();
    const fresh = entries.filter(({ sequence }) => sequence > this.#read);
    for (const entry of fresh) {
      if (!this.#catchingUp && entry.sequence !== this.#read + 1) {
        this.#subscribe();
        return;
      }
      this.#keep(entry, keptUntil(entry, now));
      this.#read = entry.sequence;
      this.#revision += 1;
      for (const listener of this.#listeners) listener.entries([entry]);
    }
  }

  /** @param askedAt when it was asked for this sign of life */
  upToDate(subscription: number, sequence: number, askedAt: SteadyTime): void {
    if (subscription !== this.#subscription) return;
    if (sequence > this.#read && !this.#catchingUp) {
      this.#subscribe();
      return;
    }
    // A log that goes less far is another one: its numbers mean something else.
    if (sequence < this.#read) {
      this.#kept.clear();
      this.#doubt();
      return;
    }
    this.#catchingUp = false;
    if (sequence > this.#read) this.#revision += 1;
    this.#read = sequence;
    this.#heardAt = askedAt;
    this.#forget();
    for (const listener of this.#listeners) this.#say(listener);
  }

  /** `RevocationFeed` */
  subscribe(after: number, listener: RevocationListener): () => Promise<void> {
    const missed = this.#entriesAfter(after);
    for (let from = 0; from < missed.length; from += batchSize)
      listener.entries(missed.slice(from, from + batchSize));
    this.#say(listener);
    const own: RevocationListener = {
      entries: (entries) => listener.entries(entries),
      upToDate: (sequence, age) => listener.upToDate(sequence, age),
    };
    this.#listeners.add(own);
    return async () => void this.#listeners.delete(own);
  }

  close(): void {
    this.#stopWatching();
    this.#listeners.clear();
  }

  #say(listener: RevocationListener): void {
    const age = this.age();
    if (age !== undefined) listener.upToDate(this.#read, age);
  }

  /** In sequence, also where some were read again. */
  #entriesAfter(after: number): readonly RevocationEntry[] {
    return this.#kept
      .values()
      .map(({ entry }) => entry)
      .filter(({ sequence }) => sequence > after)
      .toArray()
      .toSorted((one, other) => one.sequence - other.sequence);
  }

  #keep(entry: RevocationEntry, until: number): void {
    this.#kept.set(entry.sequence, { entry, until });
  }

  #forget(): void {
    const now = this.#clocks.wall();
    for (const [sequence, { until }] of this.#kept) if (until < now) this.#kept.delete(sequence);
  }

  /** How old the news is cannot be told, and what was over by a wrong clock may be forgotten: all is asked for again. */
  #doubt(): void {
    this.#heardAt = undefined;
    this.#read = 0;
    this.#revision += 1;
    this.#subscribe();
  }

  #subscribe(): void {
    this.#subscription += 1;
    this.#catchingUp = true;
    this.#ask?.(this.#subscription, this.#read);
  }
}
