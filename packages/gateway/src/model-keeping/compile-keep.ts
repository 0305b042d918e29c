import { KeptMask } from '@signet/ai';
import type { RouteLlm } from '@signet/contracts';

/** Of what is asked and answered on a route: how it is masked, and for how long it is kept. */
export interface CompiledKeep {
  readonly mask: KeptMask;
  /** Milliseconds. */
  readonly keepFor: number;
}

/** Undefined: nothing is kept. What the guards of the route look for by its words is masked as well. */
export function compileKeep({ keep, guards = [] }: RouteLlm): CompiledKeep | undefined {
  if (keep === undefined) return undefined;
  return Object.freeze({
    mask: new KeptMask(guards.flatMap(({ terms }) => terms)),
    keepFor: keep.bodies,
  });
}
