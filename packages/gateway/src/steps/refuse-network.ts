import { refusal } from '@signet/contracts';
import { Denial } from '../denial.ts';
import type { Matched } from './passage.ts';

/** Refuses a call from where the route may not be called, before anything is read of its token. */
export function refuseNetwork({ route: { admits } }: Matched, address: string): Denial | undefined {
  if (admits === undefined || admits(address)) return undefined;
  return new Denial('match-route', refusal('network_not_allowed', { address }));
}
