import type { Holds, Place } from '@signet/gateway/ports';

/** One of at most so many places of this name, asked for under a number. */
interface Asked {
  readonly request: number;
  readonly name: string;
  readonly most: number;
}

/** What one gateway process, or one gateway node, holds of what is counted here: given back as a whole when it is gone, however it went. */
export interface HeldPlaces {
  hold(asked: Asked): Promise<'held' | 'taken' | 'failed'>;
  release(request: number): void;
  releaseAll(): void;
}

/** @param mostHeld places that it may hold in all: what would be more cannot be said */
export function heldPlaces(holds: Holds, mostHeld: number = Number.POSITIVE_INFINITY): HeldPlaces {
  // Without a place where it is still being asked for.
  const held = new Map<number, Place | undefined>();
  return {
    async hold({ request, name, most }) {
      if (held.size >= mostHeld || held.has(request)) return 'failed';
      held.set(request, undefined);
      try {
        const place = await holds.take(name, most);
        // Given back, or gone, in the meantime.
        if (!held.has(request)) place?.givenBack();
        else if (place === undefined) held.delete(request);
        else held.set(request, place);
        return place === undefined ? 'taken' : 'held';
      } catch {
        // The gateway refuses the request with `limiter_unavailable`; that is where it is recorded.
        held.delete(request);
        return 'failed';
      }
    },
    release(request) {
      held.get(request)?.givenBack();
      held.delete(request);
    },
    releaseAll() {
      const all = [...held.values()];
      held.clear();
      for (const place of all) place?.givenBack();
    },
  };
}
