import type { Holds, LimitAnswer, Limiter, Place } from '@signet/gateway/ports';

/** Whether a control node is connected now. */
export type IsConnected = () => boolean;

/**
 * Counts at the control node, for all nodes together, and here while none is connected: a node that is cut off goes on within
 * each limit by itself, and does not stop everything that has one.
 */
export function countingWhenCutOff(isConnected: IsConnected, shared: Limiter, own: Limiter): Limiter {
  return {
    async take(key, budget, now): Promise<LimitAnswer> {
      if (!isConnected()) return own.take(key, budget, now);
      try {
        return await shared.take(key, budget, now);
      } catch (error) {
        // It went away while it was asked. One that is there and cannot count has said so.
        if (isConnected()) throw error;
        return own.take(key, budget, now);
      }
    },
  };
}

/**
 * Holds a place at the control node, of the number that all nodes have together, and one here: what is in progress counts on where
 * the control node goes away, and after it came back what this node holds is no more than the number.
 */
export function holdingWhenCutOff(isConnected: IsConnected, shared: Holds, own: Holds): Holds {
  return {
    async take(name, most): Promise<Place | undefined> {
      const here = await own.take(name, most);
      if (here === undefined || !isConnected()) return here;
      try {
        const there = await shared.take(name, most);
        if (there !== undefined) return both(here, there);
      } catch (error) {
        if (!isConnected()) return here;
        here.givenBack();
        throw error;
      }
      here.givenBack();
      return undefined;
    },
  };
}

function both(here: Place, there: Place): Place {
  return {
    givenBack: () => {
      here.givenBack();
      there.givenBack();
    },
  };
}
