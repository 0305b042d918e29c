import type { DecisionRecord, Reference } from '@signet/contracts';

/** As many as the server gives at once. */
export const mostAtOnce = 1000;

export interface Following {
  /** The newest decisions, the newest first, at most `mostAtOnce`. */
  readonly newest: () => Promise<readonly DecisionRecord[]>;
  readonly fits: (record: DecisionRecord) => boolean;
  /** How many that were there already are shown first. */
  readonly lines: number;
  readonly show: (record: DecisionRecord) => void;
  /** Told where more came than can be asked for at once, so that some are not shown. */
  readonly missed: () => void;
  /** Resolves when it is time to look again; `false` ends it. */
  readonly pause: () => Promise<boolean>;
}

/** Shows the last few, then each new one once, the oldest first, also one that was written late. */
export async function followDecisions(following: Following): Promise<void> {
  const { newest, fits, lines, show, missed, pause } = following;
  const first = await newest();
  const begun = lines === 0 ? [] : first.filter(fits).slice(0, lines);
  for (const record of begun.toReversed()) show(record);
  let known = referencesOf(first);
  while (await pause()) {
    const records = await newest();
    const before = known;
    const fresh = records.filter(({ reference }) => !before.has(reference));
    if (fresh.length === mostAtOnce) missed();
    for (const record of fresh.filter(fits).toReversed()) show(record);
    // Those of before as well: what is written late moves others out of sight and back.
    known = new Set([...referencesOf(records), ...[...before].slice(0, mostAtOnce)]);
  }
}

function referencesOf(records: readonly DecisionRecord[]): ReadonlySet<Reference> {
  return new Set(records.map(({ reference }) => reference));
}
