import { addCacheCounts, type CacheCount } from '../cache/cache-counts.ts';
import { Histogram, type HistogramReading } from './histogram.ts';

export type Outcome = 'forwarded' | 'refused' | 'failed';

/** Of one route: requests that ended so, with an answer of this class (`2` for 200 to 299; `0` where none began). */
export interface RequestCount {
  readonly route: string;
  readonly outcome: Outcome;
  readonly statusClass: number;
  readonly count: number;
}

/** How much of it went where it should, and how much was dropped rather than wait. */
export interface ToldCount {
  readonly sent: number;
  readonly dropped: number;
}

/** What a gateway has measured since it began: sums alone, so that those of several processes can be added. */
export interface Readings {
  readonly requests: readonly RequestCount[];
  /** Refusals and failures by their code. */
  readonly byCode: Readonly<Record<string, number>>;
  /** From the arrival of a request to the end of the steps before forwarding. */
  readonly decision: HistogramReading;
  /** By route: from the arrival of a request to the end of its answer. */
  readonly whole: Readonly<Record<string, HistogramReading>>;
  /** By upstream: from sending a request on to the head of its answer. */
  readonly upstreams: Readonly<Record<string, HistogramReading>>;
  /** By route, of those that keep answers. */
  readonly cache: Readonly<Record<string, CacheCount>>;
  /** By what was told of requests, such as `access_log`. */
  readonly told: Readonly<Record<string, ToldCount>>;
}

/** Of who has not begun. */
export function noReadings(): Readings {
  const none = new Histogram().read();
  return { requests: [], byCode: {}, decision: none, whole: {}, upstreams: {}, cache: {}, told: {} };
}

export function addReadings(one: Readings, other: Readings): Readings {
  return {
    requests: addRequests([...one.requests, ...other.requests]),
    byCode: mergeBy(one.byCode, other.byCode, (count, more) => count + more),
    decision: addHistograms(one.decision, other.decision),
    whole: mergeBy(one.whole, other.whole, addHistograms),
    upstreams: mergeBy(one.upstreams, other.upstreams, addHistograms),
    cache: mergeBy(one.cache, other.cache, addCacheCounts),
    told: mergeBy(one.told, other.told, addTold),
  };
}

function addTold(one: ToldCount, other: ToldCount): ToldCount {
  return { sent: one.sent + other.sent, dropped: one.dropped + other.dropped };
}

function addRequests(counts: readonly RequestCount[]): readonly RequestCount[] {
  const sums = new Map<string, RequestCount>();
  for (const each of counts) {
    const key = JSON.stringify([each.route, each.outcome, each.statusClass]);
    sums.set(key, { ...each, count: each.count + (sums.get(key)?.count ?? 0) });
  }
  return [...sums.values()];
}

function addHistograms(one: HistogramReading, other: HistogramReading): HistogramReading {
  const counts = one.counts.map((count, bucket) => count + (other.counts[bucket] ?? 0));
  return { counts, sum: one.sum + other.sum };
}

function mergeBy<Value>(
  one: Readonly<Record<string, Value>>,
  other: Readonly<Record<string, Value>>,
  add: (value: Value, more: Value) => Value,
): Readonly<Record<string, Value>> {
  const merged = new Map(Object.entries(one));
  for (const [name, value] of Object.entries(other)) {
    const before = merged.get(name);
    merged.set(name, before === undefined ? value : add(before, value));
  }
  return Object.fromEntries(merged);
}
