import type { Holds } from '@signet/gateway/ports';
import type { FromWorker, ToWorker } from './messages.ts';

type Asked = Extract<FromWorker, { kind: 'hold' }>;

/** What one gateway process holds, in the primary: given back as a whole when that process is gone, however it went. */
export interface HeldPlaces {
  hold(asked: Asked): Promise<ToWorker>;
  release(request: number): void;
  releaseAll(): void;
}

export function heldPlaces(holds: Holds): HeldPlaces {
  const held = new Map<number, { readonly givenBack: () => void }>();
  let gone = false;
  return {
    async hold({ request, name, most }) {
      try {
        const place = await holds.take(name, most);
        if (place === undefined) return { kind: 'holdAnswer', request, answer: 'taken' };
        if (gone) place.givenBack();
        else held.set(request, place);
        return { kind: 'holdAnswer', request, answer: 'held' };
      } catch {
        // The gateway refuses the request with `limiter_unavailable`; that is where it is recorded.
        return { kind: 'holdAnswer', request, answer: 'failed' };
      }
    },
    release(request) {
      held.get(request)?.givenBack();
      held.delete(request);
    },
    releaseAll() {
      gone = true;
      for (const place of held.values()) place.givenBack();
      held.clear();
    },
  };
}
