import { type Place, Places } from '../places.ts';
import type { Holds } from './holds.ts';

export interface MemoryHolds extends Holds {
  /** At once, unlike one that must ask over the network. */
  take(name: string, most: number): Place | undefined;
  /** Places that are held, of all names. */
  readonly taken: number;
}

/** Places of this process alone, or of those that ask it. */
export function createMemoryHolds(): MemoryHolds {
  const places = new Places();
  return {
    get taken() {
      return places.taken;
    },
    take(name, most) {
      const place = places.take(name, { most: Number.POSITIVE_INFINITY, mostOfOne: most });
      return typeof place === 'string' ? undefined : place;
    },
  };
}
