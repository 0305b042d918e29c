import type { LoginRequest } from '@signet/contracts';
import { passed } from '../outcome.ts';
import type { Stepped } from './challenge.ts';
import type { Proven } from './proven.ts';
import { type ReplacementParts, replaceOneTimePassword } from './replace-one-time-password.ts';

/**
 * Something that may be demanded of a person who knows the password. It passes where it demands nothing of this account;
 * where what it demands is not in the request, it challenges; a factor that was shown, it adds.
 */
export type Demand = (
  proven: Proven,
  request: LoginRequest,
  parts: ReplacementParts,
) => Promise<Stepped<Proven>>;

/** In this order. What changes something stands last, so that nothing is changed for who cannot meet the rest. */
const allDemands: readonly Demand[] = [replaceOneTimePassword];

/** Demand after demand, until one is not met. */
export async function meetDemands(
  proven: Proven,
  request: LoginRequest,
  parts: ReplacementParts,
  demands: readonly Demand[] = allDemands,
): Promise<Stepped<Proven>> {
  let met = proven;
  for (const demand of demands) {
    const outcome = await demand(met, request, parts);
    if (outcome.kind !== 'passed') return outcome;
    met = outcome.value;
  }
  return passed(met);
}
