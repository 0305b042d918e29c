/** Two texts split at what they have in common in front and behind. */
export interface DifferingStretch {
  readonly before: string;
  readonly first: string;
  readonly second: string;
  readonly after: string;
}

/** Finds the stretch in which two texts differ. Characters of two units stay whole. */
export function differingStretch(first: string, second: string): DifferingStretch {
  const [one, other] = [Array.from(first), Array.from(second)];
  const shorter = Math.min(one.length, other.length);
  let start = 0;
  while (start < shorter && one[start] === other[start]) start += 1;
  let end = 0;
  while (end < shorter - start && one.at(-1 - end) === other.at(-1 - end)) end += 1;
  return {
    before: one.slice(0, start).join(''),
    first: one.slice(start, one.length - end).join(''),
    second: other.slice(start, other.length - end).join(''),
    after: end === 0 ? '' : one.slice(-end).join(''),
  };
}
