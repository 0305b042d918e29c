import type { Target } from './target.ts';

/** @param place of the caller, between 0 and 2³²; those that choose by it get one */
export type Choose = (targets: readonly Target[], place: number) => Target;

/**
 * Smooth weighted round-robin, as nginx does it: in a row of as many requests as the weights add up to, each target
 * gets its weight's share, spread out evenly.
 */
export function roundRobin(targets: readonly Target[]): Target {
  let total = 0;
  let best = first(targets);
  if (targets.length === 1) return best;
  for (const target of targets) {
    target.turn += target.weight;
    total += target.weight;
    if (target.turn > best.turn) best = target;
  }
  best.turn -= total;
  return best;
}

/** The target with the fewest requests in progress for its weight; among equals, the one whose turn it is. */
export function leastLoaded(targets: readonly Target[]): Target {
  const least = Math.min(...targets.map(loadOf));
  return roundRobin(targets.filter((target) => loadOf(target) === least));
}

/**
 * Of two at random the one with fewer requests in progress for its weight. Processes that know nothing of each other do not
 * all run to the one that each of them has used least.
 */
export function twoChoices(targets: readonly Target[]): Target {
  const here = Math.floor(Math.random() * targets.length);
  const step = 1 + Math.floor(Math.random() * (targets.length - 1));
  const one = targets[here] ?? first(targets);
  const other = targets[(here + step) % targets.length] ?? one;
  return loadOf(other) < loadOf(one) ? other : one;
}

/**
 * For each place the target that bids most for it (weighted rendezvous hashing): one that goes takes only its own places with
 * it, and one that comes takes its share of all.
 */
export function byPlace(targets: readonly Target[], place: number): Target {
  let best = first(targets);
  let most = -1;
  for (const target of targets) {
    const bid = target.weight / -Math.log((mixed(place ^ target.seed) + 0.5) / 2 ** 32);
    if (bid > most) {
      most = bid;
      best = target;
    }
  }
  return best;
}

/** Spreads 32 bits evenly (the end of MurmurHash3). */
function mixed(bits: number): number {
  let value = bits;
  value = Math.imul(value ^ (value >>> 16), 0x85ebca6b);
  value = Math.imul(value ^ (value >>> 13), 0xc2b2ae35);
  return (value ^ (value >>> 16)) >>> 0;
}

function loadOf(target: Target): number {
  return target.pool.inFlight / target.weight;
}

function first(targets: readonly Target[]): Target {
  const [target] = targets;
  if (target === undefined) throw new TypeError('An upstream has at least one target');
  return target;
}
