import type { Target } from './target.ts';

export type Choose = (targets: readonly Target[]) => Target;

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
  const load = (target: Target) => target.pool.inFlight / target.weight;
  const least = Math.min(...targets.map(load));
  return roundRobin(targets.filter((target) => load(target) === least));
}

function first(targets: readonly Target[]): Target {
  const [target] = targets;
  if (target === undefined) throw new TypeError('An upstream has at least one target');
  return target;
}
