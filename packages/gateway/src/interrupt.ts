import type { Denial } from './denial.ts';
import { deny } from './deny.ts';
import type { Journey } from './journey.ts';

/** Refuses a call that is under way; what an upstream does for it ends. */
export function interrupt(journey: Journey, denial: Denial): void {
  if (journey.interrupt === undefined) deny(journey, denial);
  else journey.interrupt(denial);
}
