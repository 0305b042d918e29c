import type { Surroundings } from './ask-signet.ts';

/** Where this page is, which is the only place that it asks. */
export function surroundings(): Surroundings {
  return { origin: location.origin, fetch: (...call) => fetch(...call) };
}
