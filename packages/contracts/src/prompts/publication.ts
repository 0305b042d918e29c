import type { PromptVersion, Publication } from './prompt.ts';

/** By what it is decided who is given a canary. */
export interface Drawn {
  /** From 0 up to, but not including, 100; the same for the same caller as long as the publication counts. */
  readonly lot: number;
  /** What the caller's token says in a claim: one text, or several. */
  readonly claim: (name: string) => unknown;
}

type Counted = Pick<Publication, 'stable' | 'canary'>;

/** The version that a caller is given who names none. */
export function versionFor({ stable, canary }: Counted, drawn: Drawn): PromptVersion {
  if (canary === undefined) return stable;
  const { to, version } = canary;
  const isGiven =
    to.kind === 'percent' ? drawn.lot < to.percent : saysOneOf(drawn.claim(to.claim), to.values);
  return isGiven ? version : stable;
}

/** Letter by letter; a number or a block is none of the values, however it would be written. */
function saysOneOf(said: unknown, values: readonly string[]): boolean {
  const all: readonly unknown[] = Array.isArray(said) ? said : [said];
  return all.some((each) => typeof each === 'string' && values.includes(each));
}

/**
 * The publication that counts again after a rollback; undefined where there is none before. A second rollback goes back by one
 * more, and not to where the first came from.
 * @param history newest first
 */
export function beforeThat(history: readonly Publication[]): Publication | undefined {
  const [newest] = history;
  if (newest === undefined) return undefined;
  const counted = newest.restores ?? newest.number;
  const before = history.find(({ number }) => number === counted - 1);
  if (before?.restores === undefined) return before;
  return history.find(({ number }) => number === before.restores);
}
