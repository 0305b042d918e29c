import type { Place } from '../places.ts';

export type { Place };

/** Places that requests in progress hold, of which several gateways may have their number together. */
export interface Holds {
  /**
   * Holds one of so many places of this name until it is given back; undefined where all are taken. Throws or rejects where nobody
   * can say: the gateway then refuses.
   */
  take(name: string, most: number): Place | undefined | Promise<Place | undefined>;
}
