/** What nodes tell one another of failed attempts. Nobody can read a name out of it. */
export interface FailureEntry {
  readonly id: string;
  /** When it was written, in milliseconds since the epoch. */
  readonly at: number;
  readonly document: string;
}

export interface FailureJournal {
  append(entry: FailureEntry): Promise<void>;
  /** Those written at this time or later, the oldest first. */
  since(at: number, limit: number): Promise<readonly FailureEntry[]>;
  /** Removes what was written before `before`: at most `limit` entries; answers how many. */
  forget(before: number, limit: number): Promise<number>;
}
