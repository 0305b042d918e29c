/** One quota of one caller, in one day or month. */
export interface QuotaPage {
  /** At most 64 characters. */
  readonly key: string;
  /** When the day or month is over. */
  readonly endsAt: number;
}

export interface QuotaReserve {
  /** As `quotaGrant` says; 0 where nothing is left. */
  readonly granted: number;
  /** What is counted now, the granted ones included; it may be more than a limit that was lowered. */
  readonly used: number;
}

/** Where quotas are counted for every gateway, and stay counted whatever ends. */
export interface QuotaBook {
  /** Counts some ahead, so that whoever crashes has counted too many and never too few. */
  reserve(page: QuotaPage, limit: number, want: number): Promise<QuotaReserve>;
  /** Of those that were granted, so many were not used. */
  giveBack(page: QuotaPage, count: number): Promise<void>;
  /** Removes pages that ended before, at most so many, and says how many went. */
  forget(before: number, limit: number): Promise<number>;
}
