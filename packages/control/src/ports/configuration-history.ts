import type { AuditDeed, ConfigurationEntry, ConfigurationSummary } from '@signet/contracts';

/** What was applied to the gateways, so that every node finds it, and anything before it can be taken up again. */
export interface ConfigurationHistory {
  /** The number of the newest; 0 before the first. */
  newestNumber(): Promise<number>;
  newest(): Promise<ConfigurationEntry | undefined>;
  find(number: number): Promise<ConfigurationEntry | undefined>;
  /** Newest first, without texts. */
  page(wanted: HistoryPage): Promise<readonly ConfigurationSummary[]>;
  /**
   * Only while the newest is the one before: of parallel writers one gets `true`. The deed is kept with it, and of all
   * entries the newest `keep`.
   */
  append(entry: ConfigurationEntry, keep: number, deed?: AuditDeed): Promise<boolean>;
}

export interface HistoryPage {
  readonly limit: number;
  /** Only smaller numbers. */
  readonly before?: number | undefined;
}
