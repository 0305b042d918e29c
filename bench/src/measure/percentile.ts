/**
 * Nearest-rank percentile: the smallest value that at least `share` of all values do not exceed.
 * `values` may be in any order; `share` lies in (0, 1]. Throws RangeError on an empty list.
 */
export function percentile(values: readonly number[], share: number): number {
  const sorted = values.toSorted((left, right) => left - right);
  const found = sorted[Math.max(0, Math.ceil(share * sorted.length) - 1)];
  if (found === undefined) throw new RangeError('A percentile needs at least one value.');
  return found;
}

/** The middle value; of an even number of values the mean of the two middle ones. Throws RangeError on none. */
export function median(values: readonly number[]): number {
  const descending = values.map((value) => -value);
  return (percentile(values, 0.5) - percentile(descending, 0.5)) / 2;
}
