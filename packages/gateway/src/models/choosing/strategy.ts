import type { TargetStrategy } from '@signet/contracts';

/** What is known of one who has a model, when it is decided who is asked first. */
export interface Contender {
  readonly weight: number;
  /** Between 0 and 1, exclusively; the same for each turn of a conversation. */
  readonly lot: number;
  /** Questions that it has not answered yet. */
  readonly inFlight: number;
  /** Milliseconds to its first word, of late; undefined where nobody knows. */
  readonly firstWord: number | undefined;
  /** Millionths of the currency that this question will cost, about; undefined where nobody knows. */
  readonly price: number | undefined;
}

type Compare = (one: Contender, other: Contender) => number;

const comparisons: Readonly<Record<TargetStrategy, Compare>> = {
  priority: () => 0,
  weighted: (one, other) => bidOf(other) - bidOf(one),
  'least-loaded': (one, other) =>
    one.inFlight / one.weight - other.inFlight / other.weight || bidOf(other) - bidOf(one),
  fastest: (one, other) => slownessOf(one) - slownessOf(other),
  cheapest: (one, other) => order(one.price, other.price),
};

/** From the first who is asked to the last; equals as they are written. */
export function inOrder<Each extends Contender>(
  strategy: TargetStrategy,
  contenders: readonly Each[],
): readonly Each[] {
  return contenders.toSorted(comparisons[strategy]);
}

/**
 * Who bids most gets it (weighted rendezvous hashing): each gets its weight's share of all conversations, and keeps those that it
 * has when another one comes or goes.
 */
export function bidOf({ weight, lot }: Pick<Contender, 'weight' | 'lot'>): number {
  return weight / -Math.log(lot);
}

/** Who has not been timed is tried by one question, and not by others until that one has told. */
function slownessOf({ firstWord, inFlight }: Contender): number {
  if (firstWord !== undefined) return firstWord;
  return inFlight === 0 ? 0 : Number.MAX_VALUE;
}

/** What nobody knows is never cheap. */
function order(one: number | undefined, other: number | undefined): number {
  return (one ?? Number.MAX_VALUE) - (other ?? Number.MAX_VALUE);
}
